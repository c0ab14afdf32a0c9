import { appended, escapeXml, type OoxmlPackage, type PackageEdit, type XmlElement } from "@khop/ooxml";
import { namingOf } from "./markers.ts";

/** A comment to be added. */
export interface Comment {
  readonly id: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

const all = (element: XmlElement): XmlElement[] => [element, ...element.elements().flatMap(all)];

/** The first id that no comment has, in the list of comments or in the text. */
export function firstFreeId(opened: OoxmlPackage, main: string): number {
  const list = opened.related("comments", main);
  const used = [main, ...(list === undefined ? [] : [list])].flatMap((part) =>
    all(opened.xml(part)).filter(({ name }) => name.startsWith("w:comment")),
  );
  return used.reduce((next, { attributes }) => Math.max(next, (Number(attributes["w:id"]) || 0) + 1), 0);
}

/** Fonts of before Unicode, in which the letters of a comment would be others. */
const hasOldFonts = (opened: OoxmlPackage, main: string): boolean =>
  ["styles", "theme"].some((kind) => {
    const part = opened.related(kind, main);
    return part !== undefined && /["'](?:\.vn|vni[- ])/i.test(opened.text(part));
  });

const unicodeFont = (w: string): string =>
  `<${w}rFonts ${["ascii", "hAnsi", "cs"].map((name) => `${w}${name}="Times New Roman"`).join(" ")}/>`;

/** Adds comments to the list of the document, and makes the list where there is none. Those that are there stay as they are. */
export function addComments(
  edit: PackageEdit,
  opened: OoxmlPackage,
  main: string,
  comments: readonly Comment[],
  by: { author: string; initials: string; date: string },
): void {
  const part = opened.related("comments", main);
  const font = hasOldFonts(opened, main) ? unicodeFont : () => "";
  const written = (root: XmlElement): string => {
    const { prefix: w, declaration } = namingOf(root);
    return comments
      .map(({ id, title, paragraphs }) => {
        const looks = (bold: boolean): string => `${font(w)}${bold ? `<${w}b/>` : ""}`;
        const run = (text: string, bold: boolean): string =>
          `<${w}r>${looks(bold) === "" ? "" : `<${w}rPr>${looks(bold)}</${w}rPr>`}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`;
        const body = paragraphs.map(
          (text, i) =>
            `<${w}p>${i === 0 ? `<${w}r><${w}annotationRef/></${w}r>${run(`${title}: `, true)}` : ""}${run(text, false)}</${w}p>`,
        );
        return `<${w}comment${declaration} ${w}id="${id}" ${w}author="${escapeXml(by.author)}" ${w}date="${escapeXml(by.date)}" ${w}initials="${escapeXml(by.initials)}">${body.join("")}</${w}comment>`;
      })
      .join("");
  };
  if (part !== undefined) {
    const root = opened.xml(part);
    edit.put(part, appended(opened.text(part), root, written(root)));
    return;
  }
  const document = opened.xml(main);
  const uri =
    document.scope.uri(document.rawName.includes(":") ? (document.rawName.split(":")[0] as string) : "") ??
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const naming = namingOf(document);
  const name = naming.prefix;
  const list = edit.freeName(`${main.slice(0, main.lastIndexOf("/") + 1)}comments.xml`);
  const strict = uri.includes("purl.oclc.org");
  edit.put(
    list,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name}comments xmlns:${name.slice(0, -1)}="${uri}">${written(document).replaceAll(naming.declaration || "\0", "")}</${name}comments>`,
  );
  edit.setContentType(list, contentType);
  edit.addRelationship(
    main,
    `${strict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org"}/officeDocument${strict ? "" : "/2006"}/relationships/comments`,
    list,
  );
}
