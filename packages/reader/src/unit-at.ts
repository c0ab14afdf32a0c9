import { measureOf, multipliers, noUnit, type Unit } from "@khop/core";
import type { Token } from "./figures.ts";
import { abbreviations, notUnits } from "./lexicon/units.ts";
import { oneTonePlace } from "./tone.ts";
import { cuePhrases, nouns } from "./vocabulary.ts";

const COUNT_UNITS = new Map<string, Unit>();

/** Units are one object each, so that comparing them is cheap. The cache is emptied when some odd text fills it. */
function countUnit(id: string): Unit {
  let unit = COUNT_UNITS.get(id);
  if (unit === undefined) {
    if (COUNT_UNITS.size > 5000) COUNT_UNITS.clear();
    unit = { id, kind: "count" };
    COUNT_UNITS.set(id, unit);
  }
  return unit;
}

const OF_FILES = new Set(["hạn", "tuyến", "thủ"]);
const OF_PUPILS = new Set(["lớp", "trường", "học"]);

/** `tiếp nhận 6.590 hs, trực tuyến 5.473 hs, trễ hạn 64`: files, by the words about them; pupils otherwise. */
const areFiles = (raws: readonly Token[]): boolean =>
  raws.some(({ text }) => OF_FILES.has(text)) && !raws.some(({ text }) => OF_PUPILS.has(text));

/** The unit that begins at word `k`. */
export function unitAt(
  text: string,
  raws: readonly Token[],
  k: number,
  word: (k: number) => string | undefined,
): { unit: Unit; length: number } {
  const first = word(k);
  if (first === undefined) return { unit: noUnit, length: 0 };
  // "giảm 265 số vụ khám phá": the number of what is named behind.
  const behind = first === "số" ? word(k + 1) : undefined;
  if (behind !== undefined && behind !== first && !notUnits.has(behind)) {
    const { unit, length } = unitAt(text, raws, k + 1, word);
    return { unit, length: length + 1 };
  }
  const short = first === "hs" && areFiles(raws) ? "hồ sơ" : abbreviations.get(first);
  if (short !== undefined) return { unit: countUnit(short), length: 1 };
  // "488 đ/c": comrades, and no dong.
  if (first === "đ" && raws[k + 1]?.text === "/" && word(k + 2) === "c") return { unit: countUnit("đồng chí"), length: 3 };
  const second = word(k + 1);
  const measure = (second !== undefined && measureOf(`${first} ${second}`)) || null;
  if (measure) return { unit: measure, length: 2 };
  const noun = nouns.at(k, word);
  if (noun) return { unit: countUnit(noun.value), length: noun.length };
  const single = measureOf(first === "usd" || first === "vnđ" ? first.toUpperCase() : first);
  if (single && !(first === "m" && raws[k]?.capital)) return { unit: single, length: 1 };
  if (
    notUnits.has(first) ||
    (raws[k]?.capital && !isAcronym(raws[k] as Token, first)) ||
    multipliers.has(first) ||
    (cuePhrases.at(k, word) && !unitLike.has(first))
  )
    return { unit: noUnit, length: 0 };
  return { unit: countUnit(oneTonePlace(text.slice((raws[k] as Token).start, (raws[k] as Token).end))), length: 1 };
}

/** DVCTT, TTHC: an abbreviated noun, not a name. */
const isAcronym = (raw: Token, lower: string): boolean => lower.length >= 3 && raw.shout;

/** `thuê bao/100 dân`, `người/1 điểm`: a rate, rounded as it is printed, and no count. */
export function perUnit(raws: readonly Token[], k: number, unit: Unit, sign: (k: number) => string | undefined): Unit {
  const base = raws[k + 1];
  const per = sign(k) === "/" && base?.type === "number" && /^10{0,5}$/.test(base.numeral?.digits ?? "") && raws[k + 2]?.type === "word";
  return per ? { id: unit.id, kind: "ratio" } : unit;
}

/** Nouns that also open a cue. */
const unitLike: ReadonlySet<string> = new Set(["chỉ", "kế"]);
