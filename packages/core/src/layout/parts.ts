import { type Miss, placeOf } from "./finding.ts";
import type { MeasuredLayout } from "./measured.ts";
import { type Part, partNames } from "./part.ts";
import type { Demand, Said } from "./rule.ts";
import { quoted, same } from "./say.ts";

type On<K extends Demand["on"]> = Extract<Demand, { on: K }>;

/** Parts that stand behind one that the law puts after them; what follows an appendix has an order of its own. */
export function orderMisses({ sequence }: On<"order">, { lines }: MeasuredLayout): Miss[] {
  const rankOf = new Map<Part, number>(sequence.flatMap((group, rank) => group.map((part) => [part, rank] as const)));
  const misses: Miss[] = [];
  const told = new Set<Part>();
  let last: { rank: number; part: Part } | undefined;
  for (const line of lines) {
    if (line.part === "appendixNumber") break;
    const rank = rankOf.get(line.part);
    if (rank === undefined) continue;
    if (last === undefined || rank >= last.rank) {
      last = { rank, part: line.part };
      continue;
    }
    if (told.has(line.part)) continue;
    told.add(line.part);
    const [own, other] = [partNames[line.part], partNames[last.part]];
    misses.push({
      about: { vi: `Thứ tự của ${own.vi}`, en: `Order of ${own.en}` },
      measured: { vi: `đứng sau ${other.vi}`, en: `behind ${other.en}` },
      required: { vi: `đứng trước ${other.vi}`, en: `before ${other.en}` },
      part: line.part,
      place: placeOf(line),
    });
  }
  return misses;
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
