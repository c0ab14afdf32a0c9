import type { TextFormat } from "@khop/reader";
import { type Anew, readerOf } from "./anew.ts";
import { mistyped, type Way, ways } from "./ways.ts";

/** A text with stretches of it that are figures of a relation which holds. */
export interface Field {
  readonly text: string;
  readonly format: TextFormat;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export interface Tally {
  of: number;
  detected: number;
  located: number;
  accused: number;
}

const none = (): Tally => ({ of: 0, detected: 0, located: 0, accused: 0 });

/** Mistypes each figure of each text in every way, reads the text anew, and counts what is said of it. */
export function mistypeAll(fields: readonly Field[]): Record<Way, Tally> {
  const tallies = Object.fromEntries(ways.map((way) => [way, none()])) as Record<Way, Tally>;
  for (const { text, format, spans } of fields) {
    const anew = readerOf(text, format);
    for (const { start, end } of spans) {
      const before = text.slice(start, end);
      for (const way of ways) {
        const after = mistyped(before, way);
        if (after !== null) add(tallies[way], anew({ start, before, after }));
      }
    }
  }
  return tallies;
}

function add(tally: Tally, { isNew, isUnique, isWrong }: Anew): void {
  tally.of += 1;
  tally.detected += Number(isNew);
  tally.located += Number(isUnique);
  tally.accused += Number(isWrong);
}

export function table(tallies: Record<Way, Tally>): string {
  const all = Object.values(tallies).reduce(
    (sum, one) => ({
      of: sum.of + one.of,
      detected: sum.detected + one.detected,
      located: sum.located + one.located,
      accused: sum.accused + one.accused,
    }),
    none(),
  );
  const rows = [...Object.entries(tallies), ["together", all] as const].map(([way, { of, detected, located, accused }]) => [
    way,
    String(of),
    share(detected, of),
    share(located, of),
    share(accused, of),
  ]);
  const lines = [["mistyped", "figures", "detected", "located alone, right value", "another accused"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "))
    .join("\n");
}

const share = (part: number, of: number): string => `${of === 0 ? "–" : ((100 * part) / of).toFixed(1)} %`;
