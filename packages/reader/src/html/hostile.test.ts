import { isKhopError } from "@khop/core";
import { worked } from "@khop/ooxml/testing";
import { expect, it } from "vitest";
import { htmlOf } from "../testing/html.ts";
import { piecesOf } from "../testing/report.ts";
import { seeded } from "../testing/seeded.ts";
import { readHtml } from "./read.ts";

const sound = htmlOf(
  piecesOf("# Báo cáo\n\nXã có 412 đơn<sup>[1]</sup>, trong đó 38 đơn trễ hạn.\n\n- 12 hộ\n\n| Xã | Nhận |\n| A | 12 |\n| B | 8 |\n\n<sup>1</sup> 12 hộ"),
  "word",
).replace("<td>", "<td rowspan=2 colspan=2>");

function outcome(page: Uint8Array | string): string {
  try {
    const { text, figures } = readHtml(page);
    for (const { start, end, text: printed } of figures) expect(text.slice(start, end)).toBe(printed);
    return "read";
  } catch (error) {
    if (isKhopError(error)) return error.code;
    throw error;
  }
}

it("a page with its tags cut up is read", () => {
  const random = seeded(11);
  for (let i = 0; i < 300; i += 1) {
    const pieces = sound.split(/(?=<)|(?<=>)/);
    for (let change = 0; change <= i % 5; change += 1) {
      const at = Math.floor(random.next().value * pieces.length);
      const from = Math.floor(random.next().value * pieces.length);
      pieces.splice(at, i % 2, pieces[from] as string);
    }
    expect(outcome(pieces.join(""))).toBe("read");
  }
});

it("a page with bytes changed is read, or refused with one clear error", () => {
  const random = seeded(7);
  const bytes = new TextEncoder().encode(sound);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i += 1) {
    const changed = bytes.slice();
    for (let change = 0; change <= i % 3; change += 1) changed[Math.floor(random.next().value * changed.length)] = Math.floor(random.next().value * 256);
    seen.add(outcome(changed));
  }
  expect([...seen].sort()).toEqual(["read", "reader/bad-encoding"]);
});

it.each<[string, string, string]>([
  ["elements in elements in elements",      "<div>".repeat(1_000_000),                                              "reader/too-large"],
  ["formatting that is never closed",       "<b><i><p>".repeat(300_000),                                            "reader/too-large"],
  ["tables in tables",                      "<table><tr><td>".repeat(100_000),                                      "reader/too-large"],
  ["tables in tables, as deep as is read",  `${"<table><tr><td>1<tr><td>2<td>3".repeat(70)}`,                       "read"],
  ["lists in lists, as deep as is read",    "<ul><li>1".repeat(250),                                                "read"],
  ["three million elements",                "<i></i>".repeat(1_200_000) + "<br>".repeat(1_000_000),                 "reader/too-large"],
  ["a tag of a million attributes",         `<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(" ")}>1`, "read"],
  ["a tag that never ends",                 `<p ${"a".repeat(3_000_000)}`,                                          "read"],
  ["a comment that never ends",             "<!--".repeat(500_000),                                                 "read"],
  ["a million end tags",                    "</p></td></table>".repeat(200_000),                                    "read"],
  ["a million entities",                    "&amp;".repeat(1_000_000),                                              "read"],
  ["a line of a million letters",           `<p>${"x".repeat(1_000_000)}`,                                          "read"],
  ["a million spaces",                      `<p>${" x  ".repeat(250_000)}`,                                         "read"],
  ["cells that claim a million columns",    `<table>${"<tr><td colspan=1000000>1<td>2".repeat(2_000)}</table>`,     "reader/too-large"],
  ["cells that claim a million rows",       `<table>${`<tr>${"<td rowspan=65534>1".repeat(300)}`.repeat(300)}</table>`, "reader/too-large"],
  ["one wide row over a million",           `<table><tr><td colspan=1000>1<td>2${"<tr><td>1".repeat(20_000)}</table>`, "reader/too-large"],
  ["links that lead to themselves",         "<a id=fn1 href=#fn1>[1]</a>".repeat(20_000),                           "read"],
])("ends in time: %s", (_, page, expected) => {
  const before = worked();
  expect(outcome(page)).toBe(expected);
  expect(worked() - before).toBeLessThan(20_000);
});
