import type { Alignment, MeasuredPageNumber } from "@khop/core";
import type { XmlElement } from "@khop/ooxml";
import type { Looks } from "./looks.ts";

/** A page number as a header or footer shows it. `format` is null where the field leaves it to the section. */
export type FoundNumber = Pick<MeasuredPageNumber, "alignment" | "font" | "size" | "bold" | "italic"> & { readonly format: string | null };

const pageField = /^\s*PAGE\b(?:[\s\S]*?\\\*\s*(arabic|roman|alphabetic)\b)?/i;

const formats: Readonly<Record<string, string>> = {
  arabic: "decimal",
  roman: "lowerRoman",
  Roman: "upperRoman",
  ROMAN: "upperRoman",
  alphabetic: "lowerLetter",
  ALPHABETIC: "upperLetter",
};

/** The first page number in a header or footer; null when it shows none. */
export function pageNumberIn(root: XmlElement, looks: Looks): FoundNumber | null {
  for (const paragraph of paragraphsIn(root)) {
    const found = numberRun(paragraph);
    if (found === undefined) continue;
    const { run, instruction, tabs } = found;
    const resolved = looks.paragraph(paragraph, undefined);
    const { font, size, bold, italic } = resolved.lookOf(run, "1");
    const format = pageField.exec(instruction)?.[1];
    return {
      alignment: alignmentOf(paragraph, resolved.properties, tabs),
      font,
      size,
      bold,
      italic,
      format: (format && formats[format]) ?? null,
    };
  }
  return null;
}

function* paragraphsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of element.elements()) {
    // The fallback repeats a text box for older programs.
    if (child.name === "mc:Fallback") continue;
    if (child.name === "w:p") yield child;
    yield* paragraphsIn(child);
  }
}

/** The run that shows the number, and the tabs before it. */
function numberRun(paragraph: XmlElement): { run: XmlElement; instruction: string; tabs: number } | undefined {
  let tabs = 0;
  let instruction = "";
  let found: { run: XmlElement; instruction: string; tabs: number } | undefined;
  const visit = (element: XmlElement): void => {
    for (const child of element.elements()) {
      if (found !== undefined || /^w:(?:pPr|rPr|del|moveFrom|txbxContent)$/.test(child.name) || child.name === "mc:Fallback") continue;
      if (child.name === "w:tab" || child.name === "w:ptab") tabs += 1;
      if (child.name === "w:fldSimple" && pageField.test(child.attributes["w:instr"] ?? ""))
        found = { run: child.child("w:r") ?? child, instruction: child.attributes["w:instr"] ?? "", tabs };
      if (child.name === "w:fldChar" && child.attributes["w:fldCharType"] === "begin") instruction = "";
      if (child.name === "w:instrText") {
        instruction += child.text;
        if (pageField.test(instruction) && child.parent !== null) found = { run: child.parent, instruction, tabs };
      }
      visit(child);
    }
  };
  visit(paragraph);
  return found;
}

/** Old headers centre by a frame or by the tab stop in the middle, new ones by the paragraph. */
function alignmentOf(
  paragraph: XmlElement,
  { alignment = "left", tabs: stops = [] }: { alignment?: Alignment; tabs?: readonly number[] },
  tabs: number,
): Alignment {
  const frame = paragraph.child("w:pPr")?.child("w:framePr")?.attributes["w:xAlign"];
  if (frame === "center" || frame === "right" || frame === "left") return frame;
  for (let element = paragraph.parent; element !== null; element = element.parent) {
    const align = element.name === "wp:anchor" ? element.child("wp:positionH")?.child("wp:align")?.text : undefined;
    if (align === "center" || align === "right" || align === "left") return align;
  }
  if (tabs > 0 && alignment === "left") {
    if (tabs === 1 && stops.length !== 1) return "center";
    return stops.length === 1 && tabs === 1 ? "center" : "right";
  }
  return alignment;
}
