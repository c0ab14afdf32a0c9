import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A figure as an annotator wrote it down. */
export interface Noted {
  readonly text: string;
  /** From 1; counts the occurrences that stand alone. Absent: any of them. */
  readonly nth?: number;
  /** In the unit in which the relation was checked. */
  readonly value: string;
  readonly label?: string;
  readonly approx?: "~" | ">" | "<";
}

/** A relation as an annotator wrote it down. */
export interface Row {
  readonly kind: string;
  readonly figures: readonly Noted[];
  readonly holds: boolean;
  readonly computed?: string;
  readonly err_class?: string;
  /** Looks like a relation and is none. */
  readonly trap?: boolean;
  /** Needs another text. */
  readonly outside?: boolean;
  readonly note?: string;
}

export interface Passage {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** Every passage of a folder, sorted by name. */
export function passagesOf(folder: string): Passage[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && existsSync(join(folder, name.replace(/json$/, "txt"))))
    .map((name) => name.slice(0, -".json".length))
    .sort();
  return names.map((name) => ({
    name,
    text: readFileSync(join(folder, `${name}.txt`), "utf8"),
    rows: readFileSync(join(folder, `${name}.json`), "utf8")
      .split("\n")
      .flatMap((line, index) => (line.trim() === "" ? [] : [rowOf(line, `${name}.json:${index + 1}`)])),
  }));
}

function rowOf(line: string, place: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch (cause) {
    throw new Error(`${place} is no JSON object. Write one relation on each line.`, { cause });
  }
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a noted figure stands in the text: its nth occurrence that stands alone, or every one when no nth is given. */
export function spansOf(text: string, noted: Noted): Span[] {
  const wanted = noted.text.trim();
  const spans: Span[] = [];
  if (wanted === "") return spans;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (standsAlone(text, start, end)) spans.push({ start, end });
  }
  return noted.nth === undefined ? spans : spans.slice(noted.nth - 1, noted.nth);
}

/** False inside a longer number ("13" in "1.13" or "130") or a longer word ("ba" in "bao"). */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/^\d/.test(text.slice(start, end))) {
    if (/\d[.,]?$/.test(before)) return false;
  } else if (/[\p{L}\p{M}]$/u.test(before)) return false;
  return /\d$/.test(text.slice(start, end)) ? !/^[.,]?\d/.test(after) : !/^[\p{L}\p{M}]/u.test(after);
}
