import { excelFile, wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv/read.ts";
import type { ReadDocument } from "./document.ts";
import { readDocx } from "./docx/read.ts";
import { readHtml } from "./html/read.ts";
import { readText } from "./read.ts";
import { readXlsx } from "./xlsx/read.ts";

const said = "Đã nhận tổng số 12 hồ sơ, trong đó 7 hồ sơ đúng hạn và 5 hồ sơ trễ hạn.";
const bytes = new TextEncoder();

const formats: [string, (text: string) => ReadDocument][] = [
  ["Markdown", (text) => readText(text)],
  ["plain text", (text) => readText(text, "text")],
  ["HTML", (text) => readHtml(`<p>${text}</p>`)],
  ["HTML by bytes", (text) => readHtml(bytes.encode(`<p>${text}</p>`))],
  ["HTML, a letter and its tone in two elements", (text) => readHtml(`<p>${text.replace(/(\p{L})(\p{M})/u, "<b>$1</b>$2")}</p>`)],
  ["HTML, tones by number", (text) => readHtml(`<p>${text.replace(/\p{M}/gu, (mark) => `&#${mark.charCodeAt(0)};`)}</p>`)],
  ["CSV", (text) => readCsv(`"${text}"`)],
  ["Word", (text) => readDocx(wordFile(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`))],
  ["Word, a letter and its tone in two runs", (text) => readDocx(wordFile(`<w:p><w:r><w:t>${text.replace(/(\p{L})(\p{M})/u, "$1</w:t></w:r><w:r><w:t>$2")}</w:t></w:r></w:p>`))],
  ["Excel", (text) => readXlsx(excelFile({ a: `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>` }))],
  ["Excel, a letter and its tone in two runs", (text) => readXlsx(excelFile({ a: `<sheetData><row><c t="inlineStr"><is><r><t>${text.replace(/(\p{L})(\p{M})/u, "$1</t></r><r><t>$2")}</t></r></is></c></row></sheetData>` }))],
];

const found = ({ figures, network }: ReadDocument) => ({
  figures: figures.map(({ text, label, quantity }) => [text, label, quantity?.unit.id]),
  relations: network.relations.map(({ kind }) => kind.kind),
});

describe.each(formats)("letters in pieces are one in %s", (_, read) => {
  const whole = found(readText(said));
  it.each([
    ["composed",                             said],
    ["apart, as some systems keep them",     said.normalize("NFD")],
    ["whole letters with their tones apart", said.normalize("NFD").replace(/(\p{L})(\p{M})(\p{M})/gu, (all) => (all.normalize("NFC").length === 1 && /[\u0302\u0306\u031b]/.test(all) ? withTone(all) : all))],
  ])("%s", (_form, text) => {
    const document = read(text);
    expect(whole.relations).toEqual(["total"]);
    expect(found(document)).toEqual(whole);
    for (const { start, end, text: printed } of document.figures) expect(document.text.slice(start, end)).toBe(printed);
  });
});

/** ế as ê and its tone, as Windows-1258 has it. */
function withTone(letter: string): string {
  const apart = letter.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? "";
  return apart.replace(tone, "").normalize("NFC") + tone;
}
