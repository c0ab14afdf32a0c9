import { deflateSync } from "node:zlib";
import { isKhopError } from "@khop/core";
import { worked } from "@khop/ooxml/testing";
import { expect, it } from "vitest";
import { pagePdf, pdfFile, shows } from "../testing/pdf.ts";
import { seeded } from "../testing/seeded.ts";
import type { PdfLimits } from "./limits.ts";
import { readPdf } from "./read.ts";

const sentence = "Commune A has 412 files: 374 on time and 38 late.";
const content = shows([85, 700, sentence], [85, 680, "412 = 374 + 38"]);
const sound = pagePdf(content);

async function outcome(bytes: Uint8Array, limits: Partial<PdfLimits> = {}): Promise<string> {
  try {
    const { text, figures } = await readPdf(bytes, limits);
    for (const { start, end, text: printed } of figures) expect(text.slice(start, end)).toBe(printed);
    return text === "" ? "empty" : "read";
  } catch (error) {
    if (isKhopError(error)) return error.code;
    throw error;
  }
}

const form = (number: number): { dictionary: string; stream: string } => ({
  dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X ${number} 0 R >> >>`,
  stream: `${content} /X Do`,
});

it.each<[string, Uint8Array, string]>([
  ["no bytes",                                     new Uint8Array(),                                            "reader/pdf-damaged"],
  ["no PDF",                                       new TextEncoder().encode("Có 12 hồ sơ."),                    "reader/pdf-damaged"],
  ["its first half",                               sound.slice(0, 300),                                         "reader/pdf-damaged"],
  ["without its last line",                        sound.slice(0, -12),                                         "read"],
  ["a password",                                   pagePdf(content, { trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>` }), "reader/pdf-password"],
  ["no text at all",                               pagePdf("0 0 100 100 re f"),                                 "reader/pdf-no-text"],
  ["a picture of a page",                          pagePdf("595 0 0 842 0 0 cm /I Do", { resources: "/XObject << /I 6 0 R >>", more: [{ dictionary: "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", stream: "a" }] }), "reader/pdf-no-text"],
  ["a script that runs on opening",                pagePdf(content, { catalogue: "/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >>" }), "read"],
  ["links to elsewhere",                           pagePdf(content, { page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/x) >> >>]" }), "read"],
  ["a form that holds itself",                     pagePdf("/X Do", { resources: "/XObject << /X 6 0 R >>", more: [form(6)] }), "read"],
  ["forms in forms, a hundred deep",               pagePdf("/X Do", { resources: "/XObject << /X 6 0 R >>", more: Array.from({ length: 100 }, (_, i) => form(7 + i)) }), "read"],
  ["ten thousand saved states",                    pagePdf(`${"q ".repeat(10_000)}${content}`),                 "read"],
  ["brackets in brackets",                         pagePdf(`${"[".repeat(50_000)} ${content}`),                 "reader/pdf-no-text"],
  ["a page that is its own parent",                pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]), "reader/pdf-damaged"],
  ["ten thousand pages claimed, one there",        pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 10000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", { dictionary: "", stream: content }, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]), "read"],
  ["one page ten thousand times",                  pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${"3 0 R ".repeat(10_000)}] /Count 10000 >>`, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", { dictionary: "", stream: content }, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]), "read"],
  ["a stream that unpacks to fifty megabytes",     pagePdf({ dictionary: "/Filter /FlateDecode", stream: deflateSync(`${content}${" ".repeat(50_000_000)}`) }), "read"],
  ["a hundred thousand lines drawn",               pagePdf(`${content} ${Array.from({ length: 100_000 }, (_, i) => `0 ${i % 800} m 500 ${i % 800} l S`).join("\n")}`), "read"],
  ["text at impossible places",                    pagePdf("BT /F1 1e30 Tf 1e30 0 0 1e30 1e30 -1e30 Tm (12) Tj /F1 0 Tf (13) Tj ET"), "read"],
])("ends in time with what can be read, or one clear error: %s", async (_, bytes, expected) => {
  const before = worked();
  expect(await outcome(bytes, { milliseconds: 20_000 })).toBe(expected);
  expect(worked() - before).toBeLessThan(20_000);
}, 60_000);

it("a PDF with bytes changed is read, or refused with one clear error", async () => {
  const random = seeded(7);
  const seen = new Set<string>();
  for (let i = 0; i < 120; i += 1) {
    const bytes = sound.slice();
    for (let change = 0; change <= i % 6; change += 1) bytes[Math.floor(random.next().value * bytes.length)] = Math.floor(random.next().value * 256);
    seen.add(await outcome(bytes, { milliseconds: 20_000 }));
  }
  expect(seen).toContain("read");
});

it("reads no further than its limits, and says so", async () => {
  const kids = (count: number) => pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${Array.from({ length: count }, () => "3 0 R").join(" ")}] /Count ${count} >>`, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", { dictionary: "", stream: content }, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]);
  expect((await readPdf(kids(5), { pages: 2 })).pages).toEqual({ count: 5, read: 2, withoutText: [] });
  expect((await readPdf(kids(5), { characters: 200 })).pages.read).toBe(3);
  expect(await outcome(sound, { bytes: 100 })).toBe("reader/pdf-limit");
  expect(await outcome(kids(300), { milliseconds: 1 })).toBe("reader/pdf-limit");
});
