import { hundredFits, isOneSlipOff, near, type Quantity, quantity, relations, sumExceeds, sumFits } from "@khop/core";
import { digitsOf, type Fig, isPercent, type Token, telling } from "../../figures.ts";
import type { Listing } from "../listings.ts";
import { areOpposite } from "../pairs.ts";
import type { Sight } from "../sight.ts";
import { isDividedWhole } from "./divided.ts";
import { endsWithAnd, LONG } from "./parts.ts";

/** Says of itself that it is not complete: "nhiều nhất", "chủ yếu", "…". */
export function isPartial({ passage, from, to }: Listing, all: readonly Fig[]): boolean {
  const end = all.at(-1) as Fig;
  if (namesTheUtmost(passage.tokens, all[0] as Fig)) return true;
  // "ba huyện nhiều nhất là A …, các địa phương khác cộng lại …": with the rest it is all.
  const rest = [...end.before, ...end.after].includes("khác");
  // "trẻ mồ côi 812; nuôi dưỡng tập trung 284": behind its last clause it says nothing of the list any more.
  const isIn = ({ place }: Token): boolean => end.tokens !== passage.tokens || place.clause <= end.clause;
  for (let i = from; i < Math.min(to, passage.tokens.length); i++)
    if (!rest && passage.tokens[i]?.cue?.kind === "partial" && isIn(passage.tokens[i] as Token)) return true;
  const last = all.at(-1) as Fig;
  for (let i = last.token + 1; i < Math.min(last.tokens.length, last.token + 14); i++) {
    const token = last.tokens[i] as Token;
    if (token.text === "…" || (token.text === "." && last.tokens[i + 1]?.text === ".")) return true;
    if (token.sentence !== last.sentence) return false;
  }
  return false;
}

/** `Địa phương có số mắc cao: A 1.204 ca, B 866 ca`: those that have much or little of it, and not all. */
function namesTheUtmost(tokens: readonly Token[], first: Fig): boolean {
  if (first.tokens !== tokens) return false;
  const colon = tokens.findLastIndex(({ text, place }, i) => i < first.token && text === ":" && place.sentence === first.sentence);
  return colon > 0 && UTMOST.has(tokens[colon - 1]?.text ?? "");
}

const UTMOST: ReadonlySet<string> = new Set("cao thấp nhiều ít lớn nhỏ mạnh nhanh chậm".split(" "));

/**
 * A list far below its total is partial, and one far above is of something else; unless one slip of a key would mend it. In
 * parentheses right behind a figure a list is rarely partial.
 */
export function isPlausible({ pattern, cue }: Listing, total: Fig, parts: readonly Fig[]): boolean {
  if (parts.length > LONG) return false;
  const places = { total: total.cell, parts: parts.map((fig) => fig.cell) };
  // "9 tỷ đồng", "7,7 tỷ đồng", "gần 6.000 tỷ đồng": of so few digits that tell, anything is soon a slip away.
  const large =
    (total.quantity?.approximate ?? 0) >= 100 && (telling(total) >= TELLING || (total.hedge === undefined && digitsOf(total) >= TELLING));
  if (pattern === "list:(" && parts.length >= MANY && tooMuch(total, parts) && near(relations.total, places, "some")) return true;
  // What makes more than its total is no list of some of its parts, if a person may have slipped so far.
  const enough = parts.length >= (pattern === "list:items" ? MANY - 1 : MANY) || cue === ":" || cue.includes("theo");
  if (enough && tooMuch(total, parts) && (near(relations.total, places, "double") || isOneSlipOff([{ kind: relations.total, places }])))
    return true;
  if (isMultiplierOff(total, parts)) return true;
  if (isDividedWhole(parts, total) && near(relations.total, places, "double") && isOneSlipOff([{ kind: relations.total, places }]))
    return true;
  if (((/gồm|chia/.test(cue) && endsWithAnd(parts)) || namesRest(parts)) && leavesOneOut(total, parts)) return true;
  if (leavesLastOut(total, parts) && (pattern === "list:items" || pattern === "list:(" || /gồm|chia|theo|:/.test(cue))) return true;
  if (pattern === "list:(" && parts.length > MANY && near(relations.total, places, "tenth")) return true;
  // "19 lớp, gồm 06 lớp cấp tỉnh, 14 lớp cấp huyện và 09 lớp cấp xã": more than their total, or brought to an end, each under its noun.
  const isSaidWhole = (/^(?:gồm|bao gồm|chia)/.test(cue) || pattern === "list:(") && parts.length >= 2 && areOfOneNoun(total, parts);
  if (isSaidWhole && (tooMuch(total, parts) || endsWithAnd(parts)) && isOneSlipOff([{ kind: relations.total, places }])) return true;
  const isClosed = pattern === "list:(" || (cue === ":" && parts.length >= MANY - 1 && (total.quantity?.approximate ?? 0) >= TWO_DIGITS);
  if (isClosed && !large && isOneSlipOff([{ kind: relations.total, places }])) return true;
  // Of a small number some are soon a slip away from all: "74 vụ, trong đó sét 31, cây cối 18, thiết bị 14".
  if (!large && cue.startsWith("trong") && !tooMuch(total, parts) && !namesRest(parts) && !endsWithAnd(parts)) return false;
  return near(relations.total, places, large ? "slip" : pattern === "list:(" ? "double" : "some");
}

/** `08 cuộc thanh tra (an toàn 05 cuộc, bảo hiểm 02 cuộc)`: the noun of the total, or the head of it, stands behind every part, in its sentence. */
export const areOfOneNoun = (total: Fig, parts: readonly Fig[]): boolean =>
  parts.length > 0 &&
  parts.every(({ tokens, sentence }) => tokens === total.tokens && sentence === total.sentence) &&
  [total, ...parts].every(({ quantity: one, hedge }) => hedge === undefined && (one?.unit.id ?? "") !== "") &&
  parts.every((part) => isOfNoun(total, part));

function isOfNoun({ quantity: whole }: Fig, { quantity: part }: Fig): boolean {
  if (whole === null || part === null || whole.exponent !== part.exponent) return false;
  return whole.unit.id === part.unit.id || whole.unit.id.startsWith(`${part.unit.id} `);
}

/** `59.980 trường hợp, gồm 38.417, 21.563 và lưu động 6.948`: the last part came later, and the total was not added up again. */
export const leavesLastOut = (total: Fig, parts: readonly Fig[]): boolean =>
  parts.length >= 3 &&
  digitsOf(total) >= 4 &&
  total.quantity !== null &&
  sumFits(
    total.quantity,
    parts.slice(0, -1).flatMap(({ quantity: one }) => one ?? []),
  );

/** `9.280.455 triệu đồng: cấp tỉnh 5.318.642 triệu đồng, cấp xã 3.961.813 tỷ đồng`: with another multiplier behind one of them, they add up to the last digit. */
function isMultiplierOff(total: Fig, parts: readonly Fig[]): boolean {
  const { quantity: whole } = total;
  const [odd, ...others] = parts.filter(({ quantity: one }) => one?.exponent !== whole?.exponent);
  const said = odd?.quantity;
  if (digitsOf(total) < TELLING || parts.length < 2 || whole === null || !said || others.length > 0) return false;
  const meant = quantity({ value: said.value, unit: said.unit, exponent: whole.exponent, decimals: said.decimals });
  return sumFits(
    whole,
    parts.flatMap((one) => (one === odd ? meant : (one.quantity ?? []))),
  );
}

/** `còn 314,44 tỷ đồng, gồm 96,40 tỷ đồng …, 143,85 tỷ đồng … và 170,59 tỷ đồng`: the last was worked out as if one of the others were not. */
const leavesOneOut = (total: Fig, parts: readonly Fig[]): boolean =>
  parts.length >= 3 &&
  digitsOf(total) >= 4 &&
  total.quantity !== null &&
  parts.some((gone) =>
    sumFits(
      total.quantity as Quantity,
      parts.flatMap((part) => (part === gone ? [] : (part.quantity ?? []))),
    ),
  );

/** "khác", "còn lại": the last of them is the rest. */
const namesRest = (parts: readonly Fig[]): boolean => {
  const last = parts.at(-1);
  const words = last === undefined ? [] : [...last.before, ...last.after];
  return words.includes("khác") || (words.includes("còn") && words.includes("lại"));
};

const MANY = 4;
const TWO_DIGITS = 20;
const TELLING = 3;

/** `hơn 12,15 tỷ … và 10,24 tỷ` of 22,41: what hedged figures miss by little is no news. */
export function isRoughlySo(total: Fig, parts: readonly Fig[]): boolean {
  // "ước đạt 9.237,6 tỷ đồng": estimated as closely as its parts are, it adds up as any other.
  const [least = 0, ...others] = [total, ...parts].map(({ quantity: one }) => one?.decimals ?? 0);
  const isClose = others.every((decimals) => decimals === least) && digitsOf(total) > TELLING;
  const hedged = [total, ...parts].some(({ hedge }) => hedge !== undefined && !(isClose && hedge === "estimate"));
  return hedged && near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "tenth");
}

/** `455 vụ (49,2%), trong đó 299 vụ (32,4%); 79 vụ (8,5%)`: the parts' own shares do not make the whole's, so they are not all. */
export function saysLess(sight: Sight, total: Fig, parts: readonly Fig[]): boolean {
  const shareOf = (fig: Fig): Fig | undefined => {
    const next = sight.quantities[fig.order + 1];
    return next !== undefined && isPercent(next) && !next.change && next.blockIndex === fig.blockIndex && next.sentence === fig.sentence
      ? next
      : undefined;
  };
  const shares = parts.map(shareOf);
  if (shares.some((share) => share === undefined)) return false;
  const quantities = shares.map((share) => share?.quantity).filter((one) => one !== null && one !== undefined);
  const own = shareOf(total)?.quantity;
  return !hundredFits(quantities) && (own === null || own === undefined || (!sumFits(own, quantities) && !sumExceeds(own, quantities)));
}

/** `23 người, gồm: Chủ tịch, 3 phó chủ tịch và 19 ủy viên`: names without a number are one each. */
export function leavesUncounted({ passage, from, to }: Listing, total: Fig, parts: readonly Fig[]): boolean {
  const first = parts[0] as Fig;
  const last = parts.at(-1) as Fig;
  if (first.blockIndex !== passage.index || last.blockIndex !== passage.index) return false;
  const given = new Set(parts.map(({ item }) => item));
  const items = new Set<number>();
  for (let i = Math.max(from, total.token + 1); i < Math.min(to, last.token); i++) {
    const token = passage.tokens[i] as Token;
    if (token.type === "word" && token.depth === last.depth && !given.has(token.place.item) && token.capital) items.add(token.place.item);
  }
  const counted = parts.map(({ quantity: one }) => one).filter((one) => one !== null);
  const ones = Array.from({ length: items.size }, (_, i) => quantity({ value: String(i + 1) }));
  return total.quantity !== null && ones.some((one) => sumFits(total.quantity as Quantity, [...counted, one]));
}

/** Names in brackets that make more than their total: no list of some of its parts does. */
const tooMuch = (total: Fig, parts: readonly Fig[]): boolean =>
  total.quantity !== null &&
  sumExceeds(
    total.quantity,
    parts.map(({ quantity }) => quantity).filter((one) => one !== null),
  );

/**
 * A partial list is one slip from its total only by chance, and the rarer the more digits the total has (CHECK 2.3): about 1 in 20
 * for three, 1 in 140 for four, 1 in 1,100 for five. A complete list with a slip in it always is.
 */
function surprise(total: Fig): number {
  const size = total.quantity?.approximate ?? 0;
  return size >= 10_000 ? 8 : size >= 1000 ? 3 : 1;
}

/** How sure it is that a list which misses its total by a slip names every part. */
export function completeness(listing: Listing, total: Fig, parts: readonly Fig[]): number {
  let odds = (listing.prior / (1 - listing.prior)) * surprise(total);
  const last = parts.at(-1) as Fig;
  const words = [...last.before, ...last.after];
  if (words.includes("khác") || (words.includes("còn") && words.includes("lại"))) odds *= 6;
  if (new Set(parts.map((fig) => fig.level)).size === parts.length && parts.every((fig) => fig.level)) odds *= 8;
  if (parts.length >= 3) odds *= 1.5;
  // What makes more than the whole is no list of some of its parts.
  if (tooMuch(total, parts) && near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "double")) odds *= 4;
  // "gồm 369 chi bộ và 386 đảng bộ": the list is brought to its end.
  if (/gồm|chia/.test(listing.cue) && endsWithAnd(parts)) odds *= 4;
  if (parts.length > 2 && isDividedWhole(parts, total)) odds *= 3;
  if (parts.length === 2) odds *= areOpposite(parts[0] as Fig, last) ? 10 : 0.7;
  return odds / (1 + odds);
}
