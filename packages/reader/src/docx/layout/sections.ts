import type { MeasuredSection } from "@khop/core";
import type { OoxmlPackage, XmlElement } from "@khop/ooxml";
import type { RawLine } from "../../layout/raw-line.ts";
import type { SectionEnd } from "./lines.ts";
import { type Looks, millimetres } from "./looks.ts";
import { type FoundNumber, pageNumberIn } from "./page-number.ts";
import { twips } from "./properties.ts";

type Place = "header" | "footer";
type Pages = "default" | "first" | "even";

const isTrue = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes["w:val"] ?? "1");

/** The sections of a document. A header that a section does not name is that of the section before. */
export function measuredSections(
  opened: OoxmlPackage,
  main: string,
  ends: readonly SectionEnd[],
  lines: readonly RawLine[],
  looks: Looks,
  length: number,
): MeasuredSection[] {
  const targets = new Map(opened.relationships(main).map(({ id, target, external }) => [id, external ? "" : target]));
  const found = new Map<string, FoundNumber | null>();
  const named = new Map<string, string>();
  let tables = 0;
  let first = 0;
  return ends.map((end) => {
    const { properties } = end;
    for (const place of ["header", "footer"] as const) {
      for (const reference of properties.elements(`w:${place}Reference`)) {
        const target = targets.get(reference.attributes["r:id"] ?? "");
        if (target !== undefined && opened.has(target)) named.set(`${place} ${reference.attributes["w:type"] ?? "default"}`, target);
      }
    }
    const numberIn = (place: Place, pages: Pages): FoundNumber | null => {
      const part = named.get(`${place} ${pages}`);
      if (part === undefined) return null;
      if (!found.has(part)) found.set(part, pageNumberIn(opened.xml(part), looks));
      return found.get(part) ?? null;
    };
    const place = (["header", "footer"] as const).find((one) => numberIn(one, "default") !== null);
    const number = place === undefined ? null : numberIn(place, "default");
    const differs = isTrue(properties.child("w:titlePg"));
    const type = properties.child("w:pgNumType")?.attributes ?? {};
    const start = type["w:start"];
    const section: MeasuredSection = {
      start: lines[first]?.start ?? 0,
      end: lines[end.lines - 1]?.end ?? length,
      ...pageOf(properties),
      hasTable: end.tables > tables,
      pageNumber:
        place === undefined || number === null
          ? null
          : {
              ...number,
              place,
              format: number.format ?? type["w:fmt"] ?? "decimal",
              start: start !== undefined && Number.isInteger(Number(start)) ? Number(start) : null,
              onFirstPage: !differs || numberIn("header", "first") !== null || numberIn("footer", "first") !== null,
            },
    };
    tables = end.tables;
    first = end.lines;
    return section;
  });
}

function pageOf(properties: XmlElement): Pick<MeasuredSection, "paper" | "margins"> {
  const size = properties.child("w:pgSz")?.attributes ?? {};
  const edge = properties.child("w:pgMar")?.attributes ?? {};
  const [width, height] = [twips(size["w:w"]), twips(size["w:h"])];
  const [top, bottom] = [twips(edge["w:top"]), twips(edge["w:bottom"])];
  const [left, right] = [twips(edge["w:left"] ?? edge["w:start"]), twips(edge["w:right"] ?? edge["w:end"])];
  const gutter = twips(edge["w:gutter"]) ?? 0;
  const known = top !== undefined && bottom !== undefined && left !== undefined && right !== undefined;
  return {
    paper: width !== undefined && height !== undefined ? { width: millimetres(width), height: millimetres(height) } : null,
    // A negative top says that the header may not push the text down; a gutter for binding widens the left.
    margins: known
      ? {
          top: millimetres(Math.abs(top)),
          bottom: millimetres(Math.abs(bottom)),
          left: millimetres(left + gutter),
          right: millimetres(right),
        }
      : null,
  };
}
