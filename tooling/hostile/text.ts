import type { Hostile } from "./hostile.ts";

const sentence = "Xã có 412 hồ sơ, gồm 374 hồ sơ đúng hạn và 38 hồ sơ trễ hạn.";

export const textFiles: readonly Hostile[] = [
  ["elements a million deep", "deep.html", () => "<div>".repeat(1_000_000), "có quá nhiều phần lồng vào nhau"],
  ["a million elements", "many.html", () => "<i></i>".repeat(1_400_000), "read"],
  [
    "entities in entities",
    "entities.html",
    () => `<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><html><p>${sentence} &a;`,
    "read",
  ],
  [
    "pictures, scripts, frames and a page to go to",
    "links.html",
    () =>
      `<html><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script><script>while(true){}</script><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/a.png"><p>${sentence}`,
    "read",
  ],
  ["a cell of a million columns", "wide.html", () => `<table>${"<tr><td colspan=1000000>1<td>2".repeat(2_000)}</table>`, "có bảng quá lớn"],
  ["a page that was cut in a letter", "half.html", () => Buffer.from(`<html><p>${sentence}ỷ`).subarray(0, -1), "không đúng bảng mã"],
  ["a quote that never ends", "quote.csv", () => `a;b\n"${"x;y\n".repeat(2_000_000)}`, "có bảng quá lớn"],
  ["a million columns", "wide.csv", () => "1;".repeat(1_100_000), "có bảng quá lớn"],
  ["formulas that fetch", "formulas.csv", () => "Xã;Số\n=WEBSERVICE(\"http://127.0.0.1:9/x\");=cmd|'/c calc'!A0\nA;12\n", "read"],
  ["brackets and stars a million deep", "deep.md", () => `${"(".repeat(500_000)}${"*".repeat(500_000)}12 hồ sơ`, "read"],
  ["four million numbers", "numbers.txt", () => "1 ".repeat(4_500_000), "có quá nhiều con số"],
  ["as many numbers as are read", "most.txt", () => "1 ".repeat(300_000), "read"],
  ["nine megabytes of one line", "line.txt", () => "x ".repeat(4_500_000), "read"],
  ["links in Markdown", "links.md", () => `![](http://127.0.0.1:9/a.png) <iframe src="http://127.0.0.1:9/"></iframe> ${sentence}`, "read"],
  ["half a letter at the end", "half.md", () => Buffer.from(`${sentence}ỷ`).subarray(0, -1), "không phải UTF-8"],
];
