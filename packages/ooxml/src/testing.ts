import { zipSync } from "fflate";

const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const types = (overrides: readonly (readonly [part: string, kind: string])[], family = word): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part, kind]) => `<Override PartName="/${part}" ContentType="${family}.${kind}+xml"/>`)
    .join("")}</Types>`;

const ties = (targets: readonly (readonly [target: string, kind: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${relationships}">${targets
    .map(([target, kind], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A small package for tests: a main document of Word, and whatever other parts are given. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const all = {
    "[Content_Types].xml": types([["word/document.xml", "document.main"]]),
    "_rels/.rels": ties([["word/document.xml", "officeDocument"]]),
    "word/document.xml": "<w:document/>",
    ...parts,
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [name, typeof content === "string" ? encoder.encode(content) : content]),
    ),
  );
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

const kinds = ["styles", "numbering", "footnotes", "endnotes", "comments", "settings"] as const;

/** What a Word file may have beside its body: the XML inside the root of each part, without its namespaces. */
export type WordParts = Partial<Record<(typeof kinds)[number], string>>;

/** A Word file for tests, made of the XML inside its body: `<w:p><w:r><w:t>19 hồ sơ</w:t></w:r></w:p>`. */
export function wordFile(body: string, more: WordParts = {}): Uint8Array {
  const given = kinds.filter((kind) => more[kind] !== undefined);
  const parts = given.map((kind) => [`word/${kind}.xml`, `<w:${kind} ${namespaces}>${more[kind]}</w:${kind}>`] as const);
  return packed({
    "[Content_Types].xml": types([["word/document.xml", "document.main"], ...given.map((kind) => [`word/${kind}.xml`, kind] as const)]),
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(given.length === 0 ? {} : { "word/_rels/document.xml.rels": ties(given.map((kind) => [`${kind}.xml`, kind] as const)) }),
    ...Object.fromEntries(parts),
  });
}

const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`;

/** What an Excel file may have beside its sheets: the XML inside the root of each part. */
export interface WorkbookParts {
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Before the list of sheets: `<workbookPr date1904="1"/>`. */
  readonly workbook?: string;
}

/** An Excel file for tests, made of the XML inside each worksheet; a name that begins with "!" is of a hidden sheet. */
export function excelFile(sheets: Readonly<Record<string, string>>, more: WorkbookParts = {}): Uint8Array {
  const names = Object.keys(sheets);
  const shared = (["sharedStrings", "styles"] as const).filter((kind) => more[kind] !== undefined);
  const roots = { sharedStrings: "sst", styles: "styleSheet" };
  const list = names.map(
    (name, at) =>
      `<sheet name="${name.replace(/^!/, "")}" sheetId="${at + 1}" r:id="rId${at + 1}"${name.startsWith("!") ? ' state="hidden"' : ""}/>`,
  );
  return packed({
    "[Content_Types].xml": types(
      [
        ["xl/workbook.xml", "sheet.main"],
        ...names.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, "worksheet"] as const),
        ...shared.map((kind) => [`xl/${kind}.xml`, kind] as const),
      ],
      sheet,
    ),
    "_rels/.rels": ties([["xl/workbook.xml", "officeDocument"]]),
    "word/document.xml": "<none/>",
    "xl/workbook.xml": `<workbook ${spreadsheet}>${more.workbook ?? ""}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": ties([
      ...names.map((_, at) => [`worksheets/sheet${at + 1}.xml`, "worksheet"] as const),
      ...shared.map((kind) => [`${kind}.xml`, kind] as const),
    ]),
    ...Object.fromEntries(
      names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${spreadsheet}>${sheets[name]}</worksheet>`]),
    ),
    ...Object.fromEntries(shared.map((kind) => [`xl/${kind}.xml`, `<${roots[kind]} ${spreadsheet}>${more[kind]}</${roots[kind]}>`])),
  });
}

/** How long this process has worked, in milliseconds: what a test measures where a busy machine must not make it fail. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
