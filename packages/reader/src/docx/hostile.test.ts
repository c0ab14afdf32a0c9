import { isKhopError } from "@khop/core";
import { isOoxmlError, openPackage } from "@khop/ooxml";
import { packed, wordFile, worked } from "@khop/ooxml/testing";
import { expect, it } from "vitest";
import { seeded } from "../testing/seeded.ts";
import { readDocx } from "./read.ts";

const p = (inside: string): string => `<w:p><w:r><w:t>${inside}</w:t></w:r></w:p>`;
const sound = wordFile(
  `${p("Xã có 412 đơn, trong đó 38 đơn trễ hạn.")}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("Đơn vị")}</w:tc></w:tr><w:tr><w:tc>${p("Xã A")}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p("12")}</w:tc></w:tr></w:tbl><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
  { footnotes: `<w:footnote w:id="1">${p("12 hộ")}</w:footnote>`, styles: '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>', numbering: "" },
);

function outcome(bytes: Uint8Array): string {
  try {
    const { text, figures } = readDocx(bytes);
    for (const { start, end, text: printed } of figures) expect(text.slice(start, end)).toBe(printed);
    return "read";
  } catch (error) {
    if (isOoxmlError(error) || isKhopError(error)) return error.code;
    throw error;
  }
}

it("a Word file with a byte changed is read, or refused with one clear error", () => {
  const random = seeded(7);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i += 1) {
    const bytes = sound.slice();
    for (let change = 0; change <= i % 3; change += 1) bytes[Math.floor(random.next().value * bytes.length)] = Math.floor(random.next().value * 256);
    seen.add(outcome(bytes));
  }
  expect(seen).toContain("ooxml/broken-zip");
});

it("a Word file with its XML cut up is read, or refused with one clear error", () => {
  const random = seeded(11);
  const opened = openPackage(sound);
  const parts = Object.fromEntries(opened.parts.map((part) => [part, opened.text(part)]));
  const names = Object.keys(parts);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i += 1) {
    const name = names[Math.floor(random.next().value * names.length)] as string;
    // Elements are taken out, doubled or swapped: most of what comes of it is well-formed and makes no sense.
    const pieces = (parts[name] as string).split(/(?=<)/);
    const at = Math.floor(random.next().value * pieces.length);
    const from = Math.floor(random.next().value * pieces.length);
    pieces.splice(at, i % 2, pieces[from] as string);
    seen.add(outcome(packed({ ...parts, [name]: pieces.join("") })));
  }
  expect(seen).toContain("read");
  expect(seen).toContain("ooxml/bad-xml");
});

it.each<[string, string]>([
  ["a span of a million columns", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${p("1")}</w:tc></w:tr></w:tbl>`],
  ["a row that begins a million columns in", `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000"/></w:trPr><w:tc>${p("1")}</w:tc></w:tr></w:tbl>`],
  ["tables in tables", `${"<w:tbl><w:tr><w:tc>".repeat(160)}${p("1")}${"</w:tc></w:tr></w:tbl>".repeat(160)}`],
  ["text boxes in text boxes", `${"<w:p><w:r><w:pict><w:txbxContent>".repeat(120)}${p("1")}${"</w:txbxContent></w:pict></w:r></w:p>".repeat(120)}`],
  ["ten thousand open fields", `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(10_000)}</w:p>`],
  ["a line of a million letters", p("x".repeat(1_000_000))],
  ["ten thousand empty rows", `<w:tbl>${"<w:tr/>".repeat(10_000)}</w:tbl>`],
])("ends in time: %s", (_, body) => {
  const before = worked();
  expect(outcome(wordFile(body))).toBe("read");
  expect(worked() - before).toBeLessThan(10_000);
});
