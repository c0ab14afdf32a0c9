import { isNumber } from "../writing/numbers.ts";
import { type Field, parseCsv } from "./parse.ts";

/** What parts fields, those that are never typed in a text first. */
const delimiters = ["\t", ";", "|", ","] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file writes its table. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** The sign before decimals. */
  readonly decimal: "," | ".";
}

const sampled = 200;

/** `sep=;` in the first line, for Excel. */
const said = /^sep=([\t;|,])\r?\n/i;

/** Where the records begin, and the delimiter that most of the first ones agree on. */
export function delimiterOf(text: string): { delimiter: Delimiter; start: number } {
  const told = said.exec(text);
  if (told !== null) return { delimiter: told[1] as Delimiter, start: told[0].length };
  const head = text.slice(0, 100_000);
  const scores = delimiters.map((delimiter) => agreement(parseCsv(head, delimiter, sampled)));
  const best = Math.max(...scores);
  return {
    delimiter: best === 0 ? "," : (delimiters[scores.findIndex((score) => score >= best - 0.1 && score > 0)] as Delimiter),
    start: 0,
  };
}

/** The share of records that have as many fields as most have, if that is more than one. */
function agreement(records: readonly (readonly Field[])[]): number {
  const counts = new Map<number, number>();
  const filled = records.filter((fields) => fields.some(({ text }) => text.trim() !== ""));
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return filled.length === 0 ? 0 : Math.max(0, ...counts.values()) / filled.length;
}

/** Only a decimal point can stand so: 1234.5, 0.5, 1.23, 1,234.5. */
const point = /^\d+\.(?:\d{1,2}|\d{4,})$|^0\d*\.\d+$|^\d{4,}\.\d+$|^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
/** Only a decimal comma can. */
const comma = /^\d+,(?:\d{1,2}|\d{4,})$|^0\d*,\d+$|^\d{4,},\d+$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
/** Either: 1.234 is 1234 as Vietnamese writes it, and 1 and a bit as programs do. */
const either = /^\d{1,3}[.,]\d{3}$/;

/**
 * The sign before decimals, for a whole file.
 *
 * What can only be read one way decides. Where nothing does, the delimiter speaks: a program that parts fields with commas writes
 * decimals with a dot, unless every number looks like thousands, as in a table that was typed and not exported.
 */
export function decimalOf(records: readonly (readonly Field[])[], delimiter: Delimiter): "," | "." {
  let points = 0;
  let commas = 0;
  let ungrouped = false;
  let dotted = false;
  for (const fields of records) {
    for (const { text } of fields) {
      if (!isNumber(text)) continue;
      const number = text.replace(/[^\d.,]/g, "");
      if (point.test(number)) points += 1;
      else if (comma.test(number)) commas += 1;
      else if (either.test(number)) dotted ||= number.includes(".");
      else ungrouped ||= number.length > 4 || (number.length === 4 && !/^(?:19|20)/.test(number));
    }
  }
  if (points !== commas) return points > commas ? "." : ",";
  return delimiter === "," && (ungrouped || !dotted) ? "." : ",";
}
