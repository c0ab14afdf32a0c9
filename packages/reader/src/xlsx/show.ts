import { Decimal, formatStored } from "@khop/core";
import { type DateParts, parseFormat, type Section } from "./format-code.ts";

/** A number as Excel stores it; longer ones, or larger, are of no program. */
const stored = /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:e[+-]?\d{1,3})?$/i;

/** Shows numbers as a workbook's formats say, in Vietnamese writing. */
export class Shown {
  readonly #sections = new Map<string, readonly Section[]>();
  readonly #from1904: boolean;

  constructor(from1904: boolean) {
    this.#from1904 = from1904;
  }

  /** What a cell shows of the number in it; the text itself where that is no number. */
  number(text: string, code: string): string {
    if (!stored.test(text) || Math.abs(Number(text)) > 1e300) return text;
    let sections = this.#sections.get(code);
    if (sections === undefined) {
      sections = parseFormat(code);
      this.#sections.set(code, sections);
    }
    const value = new Decimal(text);
    const section = chosen(sections, value);
    if (section.kind === "general") return formatStored(text);
    if (section.kind === "date") return this.#date(value.toNumber(), section.parts) ?? formatStored(text);
    const { before, after, format, digits } = section;
    const size = formatStored(value.abs().toString(), { ...format, whole: 1 });
    const none = !/[1-9]/.test(size);
    // "#" and "?" show no zero; "-" stands for it in tables of money.
    const blank = !digits || (none && format.whole === 0 && format.decimals?.least === 0);
    const number = blank ? "" : formatStored(value.abs().toString(), { ...format, whole: Math.max(1, format.whole ?? 1) });
    const [lead, tail] = value.isNegative() && !none ? [before.replace(/[-−(]/, ""), after.replace(")", "")] : [before, after];
    return `${lead.trimStart()}${value.isNegative() && !none && number !== "" ? "-" : ""}${number}${tail}`.trim();
  }

  /** A day as Vietnamese writes it; undefined for a number that is no day. */
  #date(serial: number, { day, month, year, time, seconds, elapsed }: DateParts): string | undefined {
    if (!(serial >= 0 && serial < 2_958_466)) return undefined;
    const moment = Math.round(serial * 86_400);
    const two = (number: number): string => String(number).padStart(2, "0");
    const hours = elapsed ? Math.floor(moment / 3600) : Math.floor(moment / 3600) % 24;
    const clock = [two(hours), two(Math.floor(moment / 60) % 60), ...(seconds ? [two(moment % 60)] : [])].join(":");
    if (elapsed) return clock;
    const days = Math.floor(moment / 86_400);
    // Excel counts from 1900 as if that year had a 29 February.
    const date = new Date(Date.UTC(1899, 11, this.#from1904 ? 30 + 1462 : days < 60 ? 31 : 30) + days * 86_400_000);
    const parts = [
      ...(day ? [two(date.getUTCDate())] : []),
      ...(month ? [two(date.getUTCMonth() + 1)] : []),
      ...(year ? [String(date.getUTCFullYear())] : []),
    ];
    return [...(parts.length > 0 ? [parts.join("/")] : []), ...(time ? [clock] : [])].join(" ");
  }
}

/** The section that a number is shown by: the first whose condition it meets, or by its sign. */
function chosen(sections: readonly Section[], value: Decimal): Section {
  const first = sections[0] as Section;
  if (sections.some(({ condition }) => condition !== undefined))
    return sections.find(({ condition }) => condition === undefined || meets(value, condition)) ?? { kind: "general" };
  if (value.isNegative() && !value.isZero()) return sections[1] ?? first;
  return value.isZero() ? (sections[2] ?? first) : first;
}

function meets(value: Decimal, { sign, bound }: NonNullable<Section["condition"]>): boolean {
  const order = value.comparedTo(bound);
  return (order < 0 && /^<[=>]?$/.test(sign)) || (order > 0 && /^>=?$|^<>$/.test(sign)) || (order === 0 && sign.includes("="));
}

/** ISO 8601, as strict workbooks keep dates: 2024-10-15T00:00:00 as 15/10/2024. */
export function shownIso(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  if (year === undefined) return text;
  return `${day}/${month}/${year}${time === undefined || time === "00:00" ? "" : ` ${time}`}`;
}
