import { type Miss, placeOf } from "./finding.ts";
import type { MeasuredLayout, MeasuredLine } from "./measured.ts";
import { type Part, partNames } from "./part.ts";
import type { Demand, Said } from "./rule.ts";
import { quoted, same } from "./say.ts";

type On<K extends Demand["on"]> = Extract<Demand, { on: K }>;

interface Ranked {
  readonly rank: number;
  readonly line: MeasuredLine;
}

/**
 * Parts that stand elsewhere than the law puts them: the fewest that must move so that the rest is in order, neighbours told once. What
 * follows an appendix has an order of its own.
 */
export function orderMisses({ sequence }: On<"order">, { lines }: MeasuredLayout): Miss[] {
  const rankOf = new Map<Part, number>(sequence.flatMap((group, rank) => group.map((part) => [part, rank] as const)));
  const first = new Map<Part, Ranked>();
  for (const line of lines) {
    if (line.part === "appendixNumber") break;
    const rank = rankOf.get(line.part);
    if (rank !== undefined && !first.has(line.part)) first.set(line.part, { rank, line });
  }
  const parts = [...first.values()];
  const kept = longestInOrder(parts);
  return parts.flatMap((one, i) => {
    if (kept.has(i) || (i > 0 && !kept.has(i - 1))) return [];
    const [own, part] = [partNames[one.line.part], one.line.part];
    const place = placeOf(one.line);
    const about = { vi: `Thứ tự của ${own.vi}`, en: `Order of ${own.en}` };
    const behind = parts.findLast((other, at) => at < i && kept.has(at) && other.rank > one.rank);
    const other = partNames[(behind ?? parts.find((each, at) => at > i && each.rank < one.rank) ?? one).line.part];
    const [after, before] = [
      { vi: `đứng sau ${other.vi}`, en: `behind ${other.en}` },
      { vi: `đứng trước ${other.vi}`, en: `before ${other.en}` },
    ];
    return [{ about, measured: behind ? after : before, required: behind ? before : after, part, place }];
  });
}

/** Places of the longest run of parts, others left out, whose ranks never fall. */
function longestInOrder(parts: readonly Ranked[]): ReadonlySet<number> {
  const best: number[][] = [];
  parts.forEach(({ rank }, i) => {
    const before = best.filter((_, at) => (parts[at] as Ranked).rank <= rank);
    const longest = before.reduce<number[]>((most, one) => (one.length > most.length ? one : most), []);
    best.push([...longest, i]);
  });
  return new Set(best.reduce<number[]>((most, one) => (one.length > most.length ? one : most), []));
}

/** A part that a document of its kind has, in a document whose other parts were found. */
export function presenceMisses({ part, given, least, titles }: On<"presence">, { lines }: MeasuredLayout): Miss[] {
  const found = new Set(lines.map((line) => line.part));
  if (found.has(part) || given.filter((one) => found.has(one)).length < least) return [];
  if (titles !== undefined && !lines.some((line) => line.part === "title" && titles.includes(line.text.toUpperCase().trim()))) return [];
  return [{ about: partNames[part], measured: { vi: "không thấy", en: "not found" }, required: { vi: "có", en: "there" }, part }];
}

export const absenceMisses = ({ part }: On<"absence">, { lines }: MeasuredLayout, required: Said): Miss[] =>
  lines
    .filter((line) => line.part === part)
    .map((line) => ({ about: partNames[part], measured: same(quoted(line.text, 12)), required, part, place: placeOf(line) }));
