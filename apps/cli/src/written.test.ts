import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { decree30, decree30Styles } from "@khop/catalog";
import { checkLayout, Decimal, examine, formatVi, quantity, type Report, type Span, unitOf } from "@khop/core";
import { openPackage, type XmlElement } from "@khop/ooxml";
import { type ReadDocument, readText } from "@khop/reader";
import { readDocx } from "@khop/reader/docx";
import { readHtml } from "@khop/reader/html";
import { measureDocx, measureText } from "@khop/reader/layout";
import { type PdfDocument, readPdf } from "@khop/reader/pdf";
import { writePdf } from "@khop/writer/print";
import { writeDocx, writeHtml, writeMarkdown } from "@khop/writer/report";
import { exampleFacts, exampleReport } from "@khop/writer/testing";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

const options = { facts: exampleFacts, layout: decree30Styles };
const filling = { is: "passage", origin: "written", spans: [{ is: "text", text: "Các phòng thực hiện đầy đủ nhiệm vụ được giao, bảo đảm chất lượng và thời hạn." }] } as const;
const [firstSection, ...others] = exampleReport.sections;
const long: Report = {
  ...exampleReport,
  sections: [{ ...firstSection!, blocks: Array.from({ length: 150 }, () => ({ ...filling, spans: [...filling.spans] })) }, ...others],
};

const fonts = import.meta.resolve("@expo-google-fonts/tinos/package.json");
const fontPaths = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) => decodeURIComponent(new URL(face, fonts).pathname));
const engine = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
const pdf = (report: Report): Promise<PdfDocument> => readPdf(writePdf(engine, report, options));

describe("a report that we wrote, held against the decree", () => {
  it.each<[string, Report]>([
    ["as it is", exampleReport],
    ["over many pages", long],
    ["a draft without number and day", { ...exampleReport, draft: true, date: null, docNumber: { number: null, symbol: "BC-SSL" } }],
    ["to one body, without appendix, tasks and notes of its own", { ...exampleReport, addressedTo: ["Ủy ban nhân dân tỉnh Hòa An"], appendices: [], tasks: [] }],
    ["with two appendices", { ...exampleReport, appendices: [...exampleReport.appendices!, ...exampleReport.appendices!] }],
    ["with numbers of its own", { ...exampleReport, sections: [{ title: "Kết quả", blocks: [], sections: [{ title: "Chung", blocks: exampleReport.opening!, sections: [{ title: "Thư", number: "1.1.", blocks: [] }] }] }, ...exampleReport.sections] }],
    ["signed on behalf of all", { ...exampleReport, body: "Ủy ban nhân dân tỉnh Hòa An", signatureBlock: { authority: "TM. Ủy ban nhân dân", position: "Chủ tịch", name: "Trần Thị Mẫu" } }],
  ])("has no finding: %s", (_, report) => {
    const shown = (findings: ReturnType<typeof checkLayout>) => findings.map(({ rule, measured }) => `${rule}: ${measured.vi}`);
    expect(shown(checkLayout(measureDocx(writeDocx(report, options)), decree30))).toEqual([]);
    expect(shown(checkLayout(measureText(writeMarkdown(report, options), "markdown"), decree30))).toEqual([]);
  });

  it("has every part that the decree names, each recognised as itself", () => {
    const found = new Set(measureDocx(writeDocx(exampleReport, options)).lines.map(({ part }) => part));
    const wanted = "nationalName motto parentBody body docNumber placeDate title summary addressedTo legalBasis section clause point text item recipientsTitle recipient authority position signer appendixNumber appendixTitle appendixReference table footnote";
    expect(wanted.split(" ").filter((part) => !found.has(part as never))).toEqual([]);
  });
});

describe("what was written, read back", () => {
  const read: Record<string, ReadDocument> = {
    Markdown: readText(writeMarkdown(exampleReport, options), "markdown"),
    HTML: readHtml(new TextEncoder().encode(writeHtml(exampleReport, options))),
    Word: readDocx(writeDocx(exampleReport, options)),
  };
  beforeAll(async () => {
    read.PDF = await pdf(exampleReport);
  });
  const figuresOf = ({ figures }: ReadDocument) => figures.filter(({ role }) => role === "quantity").map(({ text, quantity }) => [text, quantity?.value.toFixed(), quantity?.unit.id]).sort();

  it.each(["Markdown", "HTML", "Word", "PDF"])("%s: the figures of all formats are the same, and all facts are among them", (format) => {
    const figures = figuresOf(read[format]!);
    expect(figures).toEqual(figuresOf(read.Markdown!));
    const values = new Set(figures.map(([, value]) => value));
    expect([...exampleFacts.values()].filter(({ value }) => !values.has(value.toFixed()))).toEqual([]);
  });

  it.each(["Markdown", "HTML", "Word", "PDF"])("%s: every relation holds", (format) => {
    const { checked, findings } = examine(read[format]!.network);
    expect(findings).toEqual([]);
    expect(checked.filter(({ verdict }) => verdict !== "holds")).toEqual([]);
    expect(checked.length).toBeGreaterThan(15);
  });
});

it("every figure of the Word file is a content control that names its fact", () => {
  const opened = openPackage(writeDocx(exampleReport, options));
  const within = (element: XmlElement): XmlElement[] => element.elements().flatMap((child) => (child.name === "w:sdt" ? [child] : within(child)));
  const controls = [opened.main, "word/footnotes.xml"].flatMap((part) => within(opened.xml(part)));
  const listed = opened.xml(opened.related("customXml", opened.main)!).elements().map(({ attributes }) => attributes);
  const shown = controls.map((control) => {
    const properties = control.child("w:sdtPr")!;
    return { id: properties.child("w:id")!.attributes["w:val"], tag: properties.child("w:tag")!.attributes["w:val"], text: control.child("w:sdtContent")!.text };
  });
  expect(shown).toEqual(listed.map(({ id, tag, text }) => ({ id, tag, text })));
  expect(shown.length).toBeGreaterThan(25);
  expect(shown.filter(({ tag }) => tag!.length > 64)).toEqual([]);
  expect(new Set(listed.map(({ fact }) => fact))).toEqual(new Set(exampleFacts.keys()));
});

/** Where the first words like these stand, in millimetres. */
const places = (document: PdfDocument, text: string) => {
  const at = document.text.indexOf(text);
  const [box] = document.source.boxes(at, at + text.length);
  const mm = (points: number): number => (points / 72) * 25.4;
  return { page: box!.page, left: mm(box!.x), right: mm(box!.x + box!.width), top: 297 - mm(box!.y + box!.height) };
};

describe("where things stand in the PDF, in millimetres", () => {
  it("the parts keep the margins, the indents and the columns of the style sheet", async () => {
    const document = await pdf(exampleReport);
    const { margins, paper, leftColumn, parts } = decree30Styles;
    const width = paper.width - margins.left - margins.right;
    const middleOf = ({ left, right }: ReturnType<typeof places>): number => (left + right) / 2;
    expect(middleOf(places(document, "SỞ SỐ LIỆU"))).toBeCloseTo(margins.left + (width * leftColumn.head) / 2, 0);
    expect(middleOf(places(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))).toBeCloseTo(margins.left + width * (1 + leftColumn.head) / 2, 0);
    expect(places(document, "Số: 05/BC-SSL").top).toBeCloseTo(places(document, "Hòa An, ngày 05").top, 0);
    expect(middleOf(places(document, "BÁO CÁO"))).toBeCloseTo(margins.left + width / 2, 0);
    for (const text of ["Trong tháng, lãnh đạo", "I. KẾT QUẢ", "1. Công tác chỉ đạo", "- Các trạm gửi"]) {
      expect([text, places(document, text).left]).toEqual([text, expect.closeTo(margins.left + parts.text.firstLine!, 0)]);
    }
    expect(Math.abs(places(document, "Nơi nhận:").top - places(document, "KT. GIÁM ĐỐC").top)).toBeLessThan(1);
    expect(middleOf(places(document, "Trần Thị Mẫu"))).toBeCloseTo(margins.left + width * (1 + leftColumn.end) / 2, 0);
  });

  const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"].find(existsSync);
  it.skipIf(soffice === undefined)("LibreOffice opens the Word file and puts everything where our PDF has it (not run where there is none)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "khop-written-"));
    try {
      writeFileSync(join(folder, "r.docx"), writeDocx(exampleReport, options));
      // The font that our PDF is set in, whatever this machine has: not every font of the measures of Times has all Vietnamese letters.
      writeFileSync(join(folder, "fonts.conf"), `<fontconfig><include>/etc/fonts/fonts.conf</include>${fontPaths.map((path) => `<dir>${dirname(path)}</dir>`).join("")}<match><test name="family"><string>Times New Roman</string></test><edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>`);
      const { status } = spawnSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "pdf", "--outdir", folder, join(folder, "r.docx")], { cwd: folder, timeout: 60_000, env: { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") } });
      expect(status).toBe(0);
      const [theirs, ours] = [await readPdf(new Uint8Array(readFileSync(join(folder, "r.pdf")))), await pdf(exampleReport)];
      expect(theirs.pages.count).toBe(ours.pages.count);
      for (const text of ["UBND TỈNH", "SỞ SỐ LIỆU", "CỘNG HÒA", "Độc lập", "Số: 05", "BÁO CÁO", "- Ủy ban", "I. KẾT QUẢ", "Trong tháng, lãnh đạo", "Cấp tỉnh", "1.190", "KT. GIÁM ĐỐC", "Nơi nhận:", "Phụ lục"]) {
        const [their, our] = [places(theirs, text), places(ours, text)];
        expect([text, their.page, their.left]).toEqual([text, our.page, expect.closeTo(our.left, 0)]);
        expect(Math.abs(their.top - our.top), text).toBeLessThan(4);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 90_000);

  it("an appendix begins on a page of its own, and the signature stays with the last words", async () => {
    const document = await pdf(exampleReport);
    const ending = places(document, "Trên đây là báo cáo");
    expect(places(document, "Trần Thị Mẫu").page).toBe(ending.page);
    expect(places(document, "SỐ LIỆU VĂN BẢN ĐIỆN TỬ").page).toBe(ending.page + 1);
  });
});

describe("any facts", () => {
  const anyFact = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom("hồ sơ", "tỷ đồng", "xã"));

  it("come back as they were written, through every format", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 2, maxLength: 12 }), (drawn) => {
        const values = drawn.map(([digits, scale, unit]) => ({ value: new Decimal(digits).times(new Decimal(10).pow(-scale)), scale, unit }));
        const facts = new Map(values.map(({ value, scale }, i) => [`fact ${i}`, quantity({ value: value.toFixed(scale), unit: unitOf("hồ sơ") })]));
        const figure = (i: number): Span => ({ is: "figure", fact: `fact ${i}` });
        const passages = values.map(({ unit }, i) => ({ is: "passage" as const, origin: "computed" as const, spans: [{ is: "text" as const, text: "Trong kỳ thực hiện được " }, figure(i), { is: "text" as const, text: ` ${unit}.` }] }));
        const table = { is: "table" as const, header: ["Đơn vị", "Số lượng"], rows: values.map((_, i) => ({ label: [{ is: "text" as const, text: "Phòng Mẫu" }], cells: [[figure(i)]] })) };
        const report: Report = { ...exampleReport, opening: [...passages, table], sections: [], footnotes: [], appendices: [], tasks: [], closing: [], legalBases: [] };
        const written = { facts, layout: decree30Styles };
        const texts = ({ figures }: ReadDocument) => figures.filter(({ role }) => role === "quantity").map(({ text }) => text);
        const expected = values.map(({ value, scale }) => `${scale === 0 && value.gt(0) && value.lt(10) ? "0" : ""}${formatVi(value, scale)}`);
        for (const document of [
          readText(writeMarkdown(report, written), "markdown"),
          readHtml(new TextEncoder().encode(writeHtml(report, written))),
          readDocx(writeDocx(report, written)),
        ]) {
          expect(texts(document).slice(-2 * expected.length)).toEqual([...expected, ...expected]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
