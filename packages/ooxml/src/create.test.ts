import { expect, it } from "vitest";
import { createPackage, openPackage } from "./index.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const made = (): Uint8Array =>
  createPackage(
    [
      { name: "word/document.xml", contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", content: "<a>19 hồ sơ</a>", relationships: [["rId1", `${office}/image`, "media/dấu.png"]] },
      { name: "word/media/dấu.png", contentType: "image/png", content: new Uint8Array([1, 2, 3]) },
    ],
    [["rId1", `${office}/officeDocument`, "word/document.xml"]],
  );

it("a new package is read back as it was given", () => {
  const opened = openPackage(made());
  expect(opened.parts).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/media/dấu.png"]);
  expect(opened.isWord).toBe(true);
  expect(opened.xml(opened.main).text).toBe("19 hồ sơ");
  expect(opened.related("image", opened.main)).toBe("word/media/dấu.png");
  expect([...opened.bytes("word/media/dấu.png")]).toEqual([1, 2, 3]);
});

it("is the same bytes whenever it is made", () => {
  expect(made()).toEqual(made());
});
