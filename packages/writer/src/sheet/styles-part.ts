import { escapeXml } from "@khop/ooxml";
import { spreadsheet } from "./parts.ts";

/** How a cell looks. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points; 12 unless given. */
  readonly size?: number;
  readonly align?: "left" | "center" | "right";
  readonly wraps?: boolean;
  readonly indent?: number;
  readonly boxed?: boolean;
  /** `head`: a heading; `made`: worked out by a formula. */
  readonly ground?: "head" | "made";
  /** Crossed out: there is no such figure. */
  readonly crossed?: boolean;
  /** A number format; General unless given. */
  readonly format?: string;
  /** Text that a person who edits it must not turn into a formula. */
  readonly quoted?: boolean;
}

const font = "Times New Roman";
const grounds = { head: "FFD9D9D9", made: "FFEDEDED" } as const;

/** The looks of a workbook, each kept once. */
export class Styles {
  readonly #looks = [JSON.stringify({} satisfies Look)];

  /** The number by which cells name the look. */
  of(look: Look): number {
    const key = JSON.stringify(look);
    const at = this.#looks.indexOf(key);
    return at >= 0 ? at : this.#looks.push(key) - 1;
  }

  xml(): string {
    const looks = this.#looks.map((key) => JSON.parse(key) as Look);
    const fonts = new Kept();
    const fills = new Kept('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
    const borders = new Kept("<border><left/><right/><top/><bottom/><diagonal/></border>");
    const formats = new Kept();
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
    const cells = looks.map(({ bold, italic, size = 12, align, wraps, indent, boxed, crossed, ground, format, quoted }) => {
      const face = fonts.at(
        `<font>${bold === true ? "<b/>" : ""}${italic === true ? "<i/>" : ""}<sz val="${size}"/><name val="${font}"/><family val="1"/></font>`,
      );
      const fill =
        ground === undefined
          ? 0
          : fills.at(
              `<fill><patternFill patternType="solid"><fgColor rgb="${grounds[ground]}"/><bgColor indexed="64"/></patternFill></fill>`,
            );
      const sides = ["left", "right", "top", "bottom"].map(side).join("");
      const crossing = '<diagonal style="thin"><color rgb="FF808080"/></diagonal>';
      const border =
        boxed !== true
          ? 0
          : borders.at(crossed === true ? `<border diagonalUp="1">${sides}${crossing}</border>` : `<border>${sides}<diagonal/></border>`);
      const number = format === undefined ? 0 : firstFormat + formats.at(format);
      const alignment = `<alignment${align === undefined ? "" : ` horizontal="${align}"`} vertical="center"${wraps === true ? ' wrapText="1"' : ""}${indent === undefined ? "" : ` indent="${indent}"`}/>`;
      return `<xf numFmtId="${number}" fontId="${face}" fillId="${fill}" borderId="${border}" xfId="0"${quoted === true ? ' quotePrefix="1"' : ""} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    });
    const list = (name: string, all: readonly string[]): string =>
      all.length === 0 ? "" : `<${name} count="${all.length}">${all.join("")}</${name}>`;
    return `<styleSheet ${spreadsheet}>${[
      list(
        "numFmts",
        formats.all.map((format, i) => `<numFmt numFmtId="${firstFormat + i}" formatCode="${escapeXml(format)}"/>`),
      ),
      list("fonts", fonts.all),
      list("fills", fills.all),
      list("borders", borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list("cellXfs", cells),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    ].join("")}</styleSheet>`;
  }
}

/** Formats below this number are Excel's own. */
const firstFormat = 164;

class Kept {
  readonly all: string[];

  constructor(...first: string[]) {
    this.all = first;
  }

  at(one: string): number {
    const at = this.all.indexOf(one);
    return at >= 0 ? at : this.all.push(one) - 1;
  }
}
