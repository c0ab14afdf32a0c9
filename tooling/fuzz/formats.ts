import { excelFile, wordFile } from "@khop/ooxml/testing";
import { unzipSync, zipSync } from "fflate";
import { htmlOf, type NoteStyle } from "../../packages/reader/src/testing/html.ts";
import { pagePdf, shows } from "../../packages/reader/src/testing/pdf.ts";
import { piecesOf } from "../../packages/reader/src/testing/report.ts";
import { changed, changedElements, changedMarkup } from "./bytes.ts";
import type { Random } from "./random.ts";

export type FileFormat = "docx" | "xlsx" | "pdf" | "html" | "csv" | "markdown";

/** A file that nobody wrote, and how it is to be read. */
export interface FuzzedFile {
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

const report = `## I. Tiếp nhận

Huyện có 2.311 hồ sơ, trong đó 2.273 hồ sơ đúng hạn chiếm 98,36%, 38 hồ sơ trễ hạn chiếm 1,64%<sup>[1]</sup>.

- Xã A: 12 hồ sơ;
- Xã B: 8 hồ sơ.

| Đơn vị | Nhận | Trả |
| --- | --- | --- |
| Xã A | 12 | 10 |
| Xã B | 8 | 8 |
| Cộng | 20 | 18 |

<sup>1</sup> Trong đó 1.000 hồ sơ nộp trực tuyến và 1.311 hồ sơ nộp trực tiếp.
`;

const run = (text: string, properties = ""): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = ""): string => `<w:p>${properties}${inside}</w:p>`;
const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;

const word = wordFile(
  [
    paragraph(run("I. Tiếp nhận"), '<w:pPr><w:pStyle w:val="H"/></w:pPr>'),
    paragraph(
      `${run("Huyện có 2.")}${run("311 hồ sơ, gồm 2.273 hồ sơ đúng hạn", "<w:rPr><w:b/></w:rPr>")}<w:ins>${run(" và 38 hồ sơ")}</w:ins><w:del><w:r><w:delText>39</w:delText></w:r></w:del>${run("1", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')}<w:r><w:footnoteReference w:id="1"/></w:r>`,
    ),
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:pict><v:shape><w:txbxContent>${paragraph(run("Hộp có 5 hồ sơ"))}</w:txbxContent></v:shape></w:pict></w:r>`,
    ),
    paragraph(run("Xã A: 12 hồ sơ"), '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Đơn vị")}${cell("Số", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("Xã A", '<w:vMerge w:val="restart"/>')}${cell("12")}${cell("10")}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("8")}${cell("8")}</w:tr></w:tbl>`,
  ].join(""),
  {
    footnotes: `<w:footnote w:id="1">${paragraph(run("Trong đó 12 hộ nghèo."))}</w:footnote>`,
    styles: '<w:style w:styleId="H" w:type="paragraph"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  },
);

const textCell = (name: string, text: string): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const excel = excelFile(
  {
    "Biểu 1": `<cols><col min="4" max="4" hidden="1"/></cols><sheetData><row r="1">${textCell("A1", "Biểu 1. Kết quả")}</row><row r="2"><c r="A2" t="s"><v>0</v></c>${textCell("B2", "Nhận")}${textCell("C2", "Tỷ lệ")}</row><row r="3">${textCell("A3", "Xã A")}<c r="B3" s="1"><v>1200</v></c><c r="C3" s="2"><f>B3/B5</f><v>0.6</v></c><c r="D3"><v>7</v></c></row><row r="4" hidden="1">${textCell("A4", "Xã B")}<c r="B4" s="1"><v>800</v></c></row><row r="5">${textCell("A5", "Cộng")}<c r="B5" s="1"><f>SUM(B3:B4)</f><v>2000</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
    "!Ẩn": `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`,
  },
  {
    sharedStrings: "<si><r><t>Đơn </t></r><r><t>vị</t></r></si>",
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="#,##0;[Red]-#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>',
  },
);

const rule =
  "0.5 w 60 600 m 500 600 l S 60 580 m 500 580 l S 60 560 m 500 560 l S 60 560 m 60 600 l S 200 560 m 200 600 l S 500 560 m 500 600 l S";
const pdf = pagePdf(
  `${shows([85, 780, "I. Files", 14], [85, 760, "The district has 2.311 files: 2.273 on time and 38 late"], [430, 764, "1", 7], [85, 745, "- Commune A: 12 files;"], [70, 585, "Commune"], [210, 585, "Files"], [70, 565, "A"], [210, 565, "12"], [85, 80, "1", 6], [92, 77, "Of which 1.000 online.", 9])} ${rule} /X Do`,
  {
    resources: "/XObject << /X 6 0 R >>",
    page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] >>]",
    more: [
      {
        dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 0 0] /Resources << /Font << /F1 5 0 R >> >>",
        stream: shows([85, 500, "In a form: 20 = 12 + 8"]),
      },
    ],
  },
);

const csv = '\ufeffBiểu 1. Kết quả;;\nĐơn vị;"Nhận";Trả\n"Xã ""A""";1.200;10,5\nXã B;800;8\nCộng;2.000;18,5\n';

const notes: readonly NoteStyle[] = ["pandoc", "libreoffice", "word", "typed"];

/** A sound file of each format, small, with something of all that its reader looks for. */
export const soundFiles: Readonly<Record<FileFormat, readonly Uint8Array[]>> = {
  docx: [word],
  xlsx: [excel],
  pdf: [pdf],
  html: notes.map((style) => encoder.encode(htmlOf(piecesOf(report), style).replace("<td>", "<td rowspan=2 colspan=2>"))),
  csv: [encoder.encode(csv)],
  markdown: [encoder.encode(report)],
};

const formats = Object.keys(soundFiles) as FileFormat[];

/** A file that was sound, changed in its bytes, or in the parts of its zip, its tags or its objects, so that faults lie deep. */
export function fileOf(random: Random): FuzzedFile {
  const format = random.one(formats);
  const sound = random.one(soundFiles[format]);
  const isPackage = format === "docx" || format === "xlsx";
  if (random.below(4) === 0) return { format, bytes: changed(sound, random) };
  return {
    format,
    bytes: isPackage
      ? withChangedPart(sound, random)
      : changedMarkup(sound, random, format === "pdf" ? /(?=<<|>>|\[|\]|\/| \d|obj|stream)/ : /(?=<)|(?<=>)|(?=[;|\n])/),
  };
}

/** A zip whose parts are whole again after one or two of them, or the list of them, were changed. */
function withChangedPart(zip: Uint8Array, random: Random): Uint8Array {
  const parts: Record<string, Uint8Array<ArrayBuffer>> = Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, part]) => [name, new Uint8Array(part)]),
  );
  const names = Object.keys(parts);
  for (let left = 1 + random.below(2); left > 0; left -= 1) {
    const name = random.one(names);
    const part = parts[name] as Uint8Array<ArrayBuffer>;
    const turn = random.below(12);
    if (turn === 0) delete parts[name];
    else if (turn === 1) parts[name] = parts[random.one(names)] ?? part;
    else if (turn < 4) parts[name] = changed(part, random);
    else parts[name] = turn < 6 ? changedMarkup(part, random, /(?=<)|(?= \w+:?\w*=")|(?<==")|(?=")/) : changedElements(part, random);
    names.splice(names.indexOf(name), 1);
  }
  return zipSync(parts, { level: 1 });
}
