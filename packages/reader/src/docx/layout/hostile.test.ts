import { isKhopError } from "@khop/core";
import { isOoxmlError, openPackage } from "@khop/ooxml";
import { packed, wordFile, worked } from "@khop/ooxml/testing";
import { expect, it } from "vitest";
import { measureDocx } from "./measure.ts";

const p = (inside: string): string => `<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="567"/></w:pPr><w:r><w:rPr><w:rStyle w:val="c"/><w:sz w:val="28"/></w:rPr><w:t>${inside}</w:t></w:r></w:p>`;
const sound = wordFile(`${p("I. KẾT QUẢ")}${p("Xã có 412 đơn.")}<w:tbl><w:tr><w:tc>${p("Số: 5/BC-SSL")}</w:tc></w:tr></w:tbl>`, {
  styles: '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style><w:style w:type="character" w:styleId="c"><w:rPr><w:b/></w:rPr></w:style>',
  numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
});

function* seeded(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function outcome(bytes: Uint8Array): string {
  try {
    const { text, lines } = measureDocx(bytes);
    for (const { start, end } of lines) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    return "measured";
  } catch (error) {
    if (isOoxmlError(error) || isKhopError(error)) return error.code;
    throw error;
  }
}

it("a Word file with its XML cut up is measured, or refused with one clear error", () => {
  const random = seeded(13);
  const opened = openPackage(sound);
  const parts = Object.fromEntries(opened.parts.map((part) => [part, opened.text(part)]));
  const names = Object.keys(parts);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i += 1) {
    const name = names[Math.floor(random.next().value * names.length)] as string;
    const pieces = (parts[name] as string).split(/(?=<)/);
    const at = Math.floor(random.next().value * pieces.length);
    const from = Math.floor(random.next().value * pieces.length);
    pieces.splice(at, i % 2, pieces[from] as string);
    seen.add(outcome(packed({ ...parts, [name]: pieces.join("") })));
  }
  expect(seen).toContain("measured");
  expect(seen).toContain("ooxml/bad-xml");
});

it.each<[string, string]>([
  ["sizes and lengths that are none", p("Xã").replace('"28"', '"-9e99"').replace('"567"', '"99999999999"')],
  ["tables in tables", `${"<w:tbl><w:tr><w:tc>".repeat(160)}${p("1")}${"</w:tc></w:tr></w:tbl>".repeat(160)}`],
  ["a line of a million letters", p("x".repeat(1_000_000))],
  ["a line of a million spaces", p(`x${" ".repeat(1_000_000)}x`)],
  ["a line of a million dashes", p("- ".repeat(500_000))],
  ["ten thousand tabs", `<w:p><w:r>${"<w:tab/>".repeat(10_000)}<w:t>Xã</w:t></w:r></w:p>`],
  ["ten thousand short lines", p("1. Xã").repeat(10_000)],
])("ends in time: %s", (_, body) => {
  const before = worked();
  expect(outcome(wordFile(body))).toBe("measured");
  expect(worked() - before).toBeLessThan(4_000);
});

it("Excel is refused", () => {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  expect(outcome(packed({ "[Content_Types].xml": types }))).toBe("reader/not-word");
});
