import { fit, hundredFits, isOneSlipOff, near, type Quantity, quantity, relations, sumExceeds, sumFits } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isMultiple, isPercent, isRate, sizeOf, type Token } from "../figures.ts";
import { overlapping } from "../lexicon/overlap.ts";
import { isCompared } from "./compared.ts";
import { type Listing, listingsOf } from "./listings.ts";
import { areOpposite } from "./pairs.ts";
import { alike, amountsBefore, type Hypothesis, type Option, type Sight, sameNature } from "./sight.ts";

/** Totals with their parts, from wordings that open a list, from parentheses, and from items under a line. */
export function discoverLists(sight: Sight): void {
  for (const passage of sight.passages) for (const listing of listingsOf(sight, passage)) propose(sight, listing);
}

function propose(sight: Sight, listing: Listing): void {
  const all = members(listing);
  if (all.length === 0) return;
  const total = listing.totals.find((one) => addsUp(sight, listing, all, one));
  if (total === undefined) {
    if (fartherTotals(sight, listing).some((one) => addsUp(sight, listing, all, one))) return;
    if (listing.prior > 0) accuse(sight, listing, all);
    return;
  }
  // "1.245 vụ/2.310 bị can (án cũ 245 vụ/410 bị can; …)": the other half of the pair adds up by itself.
  const { twin } = total;
  if (twin && isLevelFigure(twin) && !addsUp(sight, listing, all, twin) && listing.prior > 0)
    accuse(sight, { ...listing, totals: [twin] }, all);
  const others = listing.totals.filter((other) => !alike(other, total) && !(twin && alike(other, twin)));
  for (const other of others) besides(sight, listing, all, total, other);
}

const FARTHER = 3;

/** `Tiếp nhận 1.864 hồ sơ … Đã trả 1.878 hồ sơ … Theo lĩnh vực tiếp nhận: …`: figures farther back, one of which a whole list may make. */
function fartherTotals(sight: Sight, { passage, totals, from, figures }: Listing): readonly Fig[] {
  const first = figures[0];
  if (first === undefined || figures.length <= 2) return [];
  return sight
    .between(first.order - 2 * LONG, first.order - 1)
    .filter(
      (fig) =>
        isLevelFigure(fig) &&
        fig.depth === 0 &&
        passage.index - fig.blockIndex <= FARTHER &&
        (fig.blockIndex !== passage.index || fig.token < from) &&
        sizeOf(fig) >= 20 &&
        !totals.includes(fig),
    )
    .reverse();
}

/** `120 vụ cháy, làm 15 người chết. Trong đó, A 60 vụ, 8 người chết; B …`: what else the items tell adds up beside the first. */
function besides(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig, other: Fig): void {
  if (sight.totalled.has(other) || addsUp(sight, listing, all, other)) return;
  const rows = all.filter((fig) => fig !== total && alike(fig, total)).length;
  const parts = all.filter((fig) => fig !== other && alike(fig, other));
  if (parts.length !== rows || parts.some((fig) => alike(fig, total))) return;
  if (rows >= 3) accuse(sight, { ...listing, totals: [other] }, parts);
  // Two items of so many things each: one slip off is no accident where the first thing adds up.
  else if (rows === 2 && isOneSlipOff([{ kind: relations.total, places: { total: other.cell, parts: parts.map(({ cell }) => cell) } }]))
    sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total: other, parts } }, 0.75), pattern: "list:beside" });
}

/** Whether the list, or a run of it from the first, makes this total. */
function addsUp(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig): boolean {
  const alikes = all.filter((fig) => fig !== total && alike(fig, total));
  const shared = distributed(total, alikes);
  if (shared) {
    sight.add(hypothesis(listing, shared, 0.95));
    return true;
  }
  const loose = listing.prior === 0 ? alikes : all.filter((fig) => fig !== total && sameNature(fig, total));
  for (const parts of [
    alikes,
    untilNested(listing, alikes),
    headsOfClauses(alikes),
    firstOfItems(alikes),
    loose,
    untilNested(listing, loose),
  ]) {
    const run = fitting(total, parts);
    if (run === null) continue;
    for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
    const option: Option = { kind: relations.total, seats: { total, parts: run }, verdict: "holds" };
    sight.add(hypothesis(listing, option, Math.max(listing.prior, 0.95)));
    return true;
  }
  return false;
}

/** A list that adds up to none of its totals: broken if it was meant to be complete, else only parts of a whole. */
function accuse(sight: Sight, listing: Listing, all: readonly Fig[]): void {
  // "Văn bản đi theo cấp: … Văn bản đến theo cấp: …": what was a part a sentence ago is no total of the next list.
  const isPartBefore = (head: Fig): boolean => listing.cue === ":" && sight.parents.has(head) && head.sentence !== all[0]?.sentence;
  const concluded = concludedBy(listing);
  if (concluded) {
    sight.add({ ...hypothesis(listing, concluded, 0.75), pattern: "list:concluded" });
    return;
  }
  const heads = listing.totals.filter((head) => all.some((fig) => fig !== head && alike(fig, head)) && !isPartBefore(head));
  const partsOf = (head: Fig): readonly Fig[] => {
    const named = untilOtherMatter(
      head,
      all,
      untilNested(
        listing,
        all.filter((fig) => fig !== head && alike(fig, head)),
      ),
    );
    const every = eachOfItsKind(listing, all, head);
    if (every.length > named.length && isPlausible(listing, head, every)) return every;
    // "huyện 1.176, xã 7.741; (3) hợp đồng 5.236 việc": two parts between commas, and then another matter.
    const close = named.filter((fig) => fig.clause === named[0]?.clause && fig.blockIndex === named[0]?.blockIndex);
    return close.length >= 2 && close.length < named.length && !isPlausible(listing, head, named) && isPlausible(listing, head, close)
      ? close
      : named;
  };
  const total = heads.find((head) => isPlausible(listing, head, partsOf(head))) ?? heads[0];
  if (total === undefined) {
    underOtherName(sight, listing, all);
    return;
  }
  const only = all.length === 1 ? otherPart(sight, total, all[0] as Fig) : undefined;
  if (only) sight.add({ ...hypothesis(listing, only, 0.85), pattern: "list:known", confirm: true });
  const named = partsOf(total);
  const firsts = listing.pattern === "list:items" ? firstOfItems(named) : [];
  const whole = firsts.length > 0 && isPlausible(listing, total, firsts) ? firsts : named;
  // "trong đó đã giải quyết 238/316 vụ": the pair has a whole of its own.
  const parts = untilOwnList(isMixed(whole) ? firstClause(whole) : whole).filter((fig) => fig.over === undefined);
  for (const part of parts) if (!sight.parents.has(part)) sight.parents.set(part, total);
  const doubtful =
    parts.length < 2 ||
    isPartial(listing, all) ||
    isRoughlySo(total, parts) ||
    isMixed(parts) ||
    !isPlausible(listing, total, parts) ||
    saysLess(sight, total, parts) ||
    leavesUncounted(listing, total, parts) ||
    overlapping(parts.map((fig) => [...fig.before, ...fig.after]));
  if (!doubtful) {
    sight.add(hypothesis(listing, { kind: relations.total, seats: { total, parts } }, completeness(listing, total, parts)));
    return;
  }
  for (const part of parts) {
    const option: Option = { kind: relations.part, seats: { part, whole: total } };
    if (part.start > total.start) sight.add({ ...hypothesis(listing, option, 0.8), pattern: `${listing.pattern}:part`, confirm: true });
  }
}

/** `7.382 lao động, trong đó nữ 3.964 người; xây mới 9.150 công trình; hỗ trợ 318 học sinh`: another clause that counts something else ends the list. */
function untilOtherMatter(head: Fig, all: readonly Fig[], parts: readonly Fig[]): readonly Fig[] {
  const [first] = parts;
  const other = all.find((fig) => first !== undefined && fig.order > first.order && fig.clause !== first.clause && !alike(fig, head));
  return other === undefined ? parts : parts.filter((fig) => fig.order < other.order || fig.blockIndex !== other.blockIndex);
}

/** `Phân theo nhà máy: Sợi 842 người, Dệt 617 người, …; tổng cộng 6.493 người`: the list has a total of its own, at its end, that it nearly makes. */
function concludedBy({ figures, depth }: Listing): Option | undefined {
  const total = figures.find(
    (fig) =>
      isLevelFigure(fig) &&
      fig.depth === depth &&
      fig.cues.some(({ cue, near: beside }) => beside && /^(?:tổng cộng|cộng)$/.test(cue.words)),
  );
  if (total === undefined) return undefined;
  const parts = figures.filter((fig) => fig.order < total.order && isLevelFigure(fig) && fig.depth === depth && alike(fig, total));
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  return parts.length >= 2 && near(relations.total, places, "slip") ? { kind: relations.total, seats: { total, parts } } : undefined;
}

/** `681 em đạt giải, gồm: 38 giải Nhất, 121 giải Nhì, 204 giải Ba và 318 giải Khuyến khích`: counted under one name, summed up under another, a slip off. */
function underOtherName(sight: Sight, listing: Listing, all: readonly Fig[]): void {
  const [first] = all;
  if (all.length <= 2 || first === undefined || !all.every((fig) => alike(fig, first)) || isPartial(listing, all)) return;
  const total = listing.totals.find(
    (head) =>
      sameNature(head, first) &&
      head.sentence === first.sentence &&
      sizeOf(head) >= 100 &&
      isOneSlipOff([{ kind: relations.total, places: { total: head.cell, parts: all.map(({ cell }) => cell) } }]),
  );
  if (total) sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts: all } }, 0.7), pattern: "list:named" });
}

/** `96 cơ sở y tế (5 bệnh viện; 11 phòng khám; 68 trạm y tế; 12 cơ sở khác)`: one figure an item, each of a kind of what the total counts. */
function eachOfItsKind(listing: Listing, all: readonly Fig[], head: Fig): readonly Fig[] {
  const parts = untilNested(
    listing,
    all.filter((fig) => fig !== head && sameNature(fig, head)),
  );
  const items = new Set(parts.map((fig) => `${fig.blockIndex}:${fig.item}`));
  const kinds = new Set(parts.map(({ quantity }) => quantity?.unit.id));
  const least = listing.pattern === "list:(" ? 2 : 3;
  const differ = kinds.size === parts.length || (kinds.size >= 2 && /gồm|chia/.test(listing.cue) && endsWithAnd(parts));
  return parts.length >= least && differ && items.size === parts.length && parts.length === all.length ? parts : [];
}

function hypothesis({ passage, pattern, cue }: Listing, option: Option, prior: number): Hypothesis {
  return { options: [option], prior, pattern, cue, confirm: false, passage: passage.index };
}

/** The figures that count as parts: one an item, at the depth of the list, or alone in parentheses behind a name. */
function members(listing: Listing): Fig[] {
  const { figures, depth, passage } = listing;
  const change = listing.totals[0]?.change;
  return figures.filter((fig) => {
    const level = change === undefined || listing.pattern === "list:(" ? isLevelFigure(fig) : isAmount(fig) && fig.change === change;
    if (!level || fig.under !== undefined || isMultiple(fig) || isCompared(fig)) return false;
    if (fig.depth === depth || (listing.cue === "-" && fig.depth === 0)) return true;
    return fig.depth === depth + 1 && passage.spans[fig.group]?.amounts === 1 && !isBesideAmount(fig);
  });
}

const BESIDE = 24;

/** In parentheses behind another amount of the same item: it explains that amount and is no part of its own. */
function isBesideAmount(fig: Fig): boolean {
  const { tokens } = fig;
  let i = fig.token - 1;
  while (i >= 0 && (tokens[i] as Token).group === fig.group) i -= 1;
  for (const last = Math.max(0, i - BESIDE); i >= last; i--) {
    const token = tokens[i] as Token;
    if (token.figure) return isAmount(token.figure) || isRate(token.figure);
    if (token.text === "và" || (token.type === "sign" && /[,;:.)]/.test(token.text))) return false;
  }
  return false;
}

/** `18 trường mầm non, gồm 9 … và 6 …; 23 trường tiểu học, gồm 14 …`: the first figure of each clause, where each has a list of its own. */
function headsOfClauses(parts: readonly Fig[]): readonly Fig[] {
  const heads = parts.filter((fig, i) => i === 0 || fig.clause !== parts[i - 1]?.clause || fig.blockIndex !== parts[i - 1]?.blockIndex);
  return heads.length >= 2 && heads.length < parts.length ? heads : [];
}

/** `2) Chi thường xuyên 10.817 tỷ đồng; riêng giáo dục 4.366 tỷ đồng`: the first figure of each item below a line. */
function firstOfItems(parts: readonly Fig[]): readonly Fig[] {
  const firsts = parts.filter((fig, i) => fig.blockIndex !== parts[i - 1]?.blockIndex);
  return firsts.length >= 2 && firsts.length < parts.length ? firsts : [];
}

/** Where a further opener at the same depth begins a list of its own. */
function untilNested({ passage, depth }: Listing, parts: readonly Fig[]): readonly Fig[] {
  const first = parts[0];
  if (first === undefined || first.blockIndex !== passage.index) return parts;
  const nested = passage.openers.find((at) => at > first.token && (passage.tokens[at] as Token).depth <= depth);
  if (nested === undefined) return parts;
  const { clause } = (passage.tokens[nested] as Token).place;
  // "huyện 1.176, xã 7.741; (3) hợp đồng 5.236 việc, trong đó …": what a further list is of is no part of this one.
  return parts.filter(
    (fig) => fig.blockIndex !== passage.index || (fig.token < nested && (fig.clause === first.clause || fig.clause !== clause)),
  );
}

/** `A, B và C mỗi tỉnh có n` counts n once a name, or once less when the first name has a figure of its own. */
function distributed(total: Fig, parts: readonly Fig[]): Option | null {
  if (parts.every((fig) => fig.each === 1)) return null;
  for (const less of [0, 1]) {
    const weights = ["-1", ...parts.map((fig) => String(Math.max(1, fig.each - (fig.each > 1 ? less : 0))))];
    const seats = { terms: [total, ...parts], weights, is: "=", constant: "0" };
    if (fit(relations.linear, { ...seats, terms: seats.terms.map((fig) => fig.cell) }) === "holds")
      return { kind: relations.linear, seats, verdict: "holds" };
  }
  return null;
}

/** `trong đó hư hại 4.568 ha ở A và 173 ha ở B; hoa màu 2.504 ha (A 159 ha, …)`: a figure with a list of its own, where those before have none, heads the next thing. */
function untilOwnList(parts: readonly Fig[]): readonly Fig[] {
  const at = parts.findIndex(
    (fig, i) => i >= 2 && fig.clause !== parts[i - 1]?.clause && opensOwnList(fig) && !parts.slice(0, i).some(opensOwnList),
  );
  return at < 0 ? parts : parts.slice(0, at);
}

/** Parentheses with two amounts or more stand right behind the figure and its unit. */
function opensOwnList({ tokens, token: at, depth }: Fig): boolean {
  let open = at + 1;
  while (open < tokens.length && open < at + 5 && tokens[open]?.type === "word") open += 1;
  if (tokens[open]?.text !== "(" || (tokens[open] as Token).depth !== depth + 1) return false;
  const { group } = tokens[open] as Token;
  return tokens.filter((token) => token.group === group && token.figure && isAmount(token.figure)).length >= 2;
}

const LONG = 60;

/** All parts, else the longest run from the first that adds up, of two or more. */
function fitting(total: Fig, parts: readonly Fig[]): readonly Fig[] | null {
  if (parts.length < 2 || !total.quantity) return null;
  const quantities = parts.map((fig) => fig.quantity).filter((quantity) => quantity !== null);
  if (sumFits(total.quantity, quantities)) return parts;
  if (parts.length > LONG) return null;
  for (let length = parts.length - 1; length >= 2; length--) {
    const run = parts.slice(0, length);
    const isEnded = endsWithAnd(run) && !endsWithAnd(parts.slice(0, length + 1));
    if (sumFits(total.quantity, quantities.slice(0, length)) && (isEnded || !cutsOff(run.at(-1) as Fig, parts[length] as Fig))) return run;
  }
  return null;
}

/** The figure after the run stands in the same clause or the same parentheses, with no list of its own opened between: the list cannot end before it. */
function cutsOff(last: Fig, next: Fig): boolean {
  if (next.blockIndex !== last.blockIndex || next.depth !== last.depth) return false;
  if (last.group > 0 && next.group === last.group && next.item !== last.item)
    return !last.tokens.slice(last.token + 1, next.token).some(({ cue }) => cue?.kind === "opener");
  if (next.clause !== last.clause) return false;
  return !last.tokens
    .slice(last.token + 1, next.token)
    .some(({ cue, type, text }) => cue?.kind === "opener" || (type === "sign" && text === ";"));
}

/** Says of itself that it is not complete: "nhiều nhất", "chủ yếu", "…". */
function isPartial({ passage, from, to }: Listing, all: readonly Fig[]): boolean {
  const end = all.at(-1) as Fig;
  // "ba huyện nhiều nhất là A …, các địa phương khác cộng lại …": with the rest it is all.
  const rest = [...end.before, ...end.after].includes("khác");
  for (let i = from; i < Math.min(to, passage.tokens.length); i++) if (!rest && passage.tokens[i]?.cue?.kind === "partial") return true;
  const last = all.at(-1) as Fig;
  for (let i = last.token + 1; i < Math.min(last.tokens.length, last.token + 14); i++) {
    const token = last.tokens[i] as Token;
    if (token.text === "…" || (token.text === "." && last.tokens[i + 1]?.text === ".")) return true;
    if (token.sentence !== last.sentence) return false;
  }
  return false;
}

/** Several figures in each item ("tháng 8 đạt …, 8 tháng đạt …"): the items are rows of a table, not parts of one total. */
function isMixed(parts: readonly Fig[]): boolean {
  const clauses = new Map<string, number>();
  for (const fig of parts) {
    const key = `${fig.blockIndex}:${fig.clause}`;
    clauses.set(key, (clauses.get(key) ?? 0) + 1);
  }
  return clauses.size >= 2 && [...clauses.values()].filter((size) => size > 1).length >= 2;
}

/** `còn 358.260 việc, trong đó có điều kiện 215.010 việc`: what is left of the total was printed before. */
function otherPart(sight: Sight, total: Fig, part: Fig): Option | undefined {
  if (!total.quantity || !part.quantity || total.quantity.approximate < 1000) return undefined;
  const first = total.order < part.order ? total : part;
  for (const other of [...amountsBefore(sight, first, 1)].slice(0, 8)) {
    if (!alike(other, total) || !other.quantity || !sumFits(total.quantity, [part.quantity, other.quantity])) continue;
    return { kind: relations.total, seats: { total, parts: [part, other] }, verdict: "holds" };
  }
  return undefined;
}

/** `97.633 văn bản, trong đó 22.108 đi và 75.525 đến; cấp tỉnh …`: the list proper ends where the rows of a table begin. */
function firstClause(parts: readonly Fig[]): readonly Fig[] {
  const first = parts[0] as Fig;
  const own = parts.filter((fig) => fig.blockIndex === first.blockIndex && fig.clause === first.clause);
  const next = parts[own.length];
  return own.length >= 2 && next?.level !== undefined && next.level !== first.level ? own : parts;
}

/**
 * A list far below its total is partial, and one far above is of something else; unless one slip of a key would mend it. In
 * parentheses right behind a figure a list is rarely partial.
 */
function isPlausible({ pattern, cue }: Listing, total: Fig, parts: readonly Fig[]): boolean {
  if (parts.length > LONG) return false;
  const places = { total: total.cell, parts: parts.map((fig) => fig.cell) };
  const large = (total.quantity?.approximate ?? 0) >= 100;
  if (pattern === "list:(" && parts.length >= MANY && tooMuch(total, parts) && near(relations.total, places, "some")) return true;
  // What makes more than its total is no list of some of its parts, if a person may have slipped so far.
  const enough = parts.length >= (pattern === "list:items" ? MANY - 1 : MANY) || cue === ":" || cue.includes("theo");
  if (enough && tooMuch(total, parts) && (near(relations.total, places, "double") || isOneSlipOff([{ kind: relations.total, places }])))
    return true;
  if (pattern === "list:(" && parts.length > MANY && near(relations.total, places, "tenth")) return true;
  const isClosed = pattern === "list:(" || (cue === ":" && parts.length >= MANY - 1 && (total.quantity?.approximate ?? 0) >= TWO_DIGITS);
  if (isClosed && !large && isOneSlipOff([{ kind: relations.total, places }])) return true;
  return near(relations.total, places, large ? "slip" : pattern === "list:(" ? "double" : "some");
}

const MANY = 4;
const TWO_DIGITS = 20;

/** `hơn 12,15 tỷ … và 10,24 tỷ` of 22,41: what hedged figures miss by little is no news. */
function isRoughlySo(total: Fig, parts: readonly Fig[]): boolean {
  const hedged = [total, ...parts].some(({ hedge }) => hedge !== undefined);
  return hedged && near(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }, "tenth");
}

/** `455 vụ (49,2%), trong đó 299 vụ (32,4%); 79 vụ (8,5%)`: the parts' own shares do not make the whole's, so they are not all. */
function saysLess(sight: Sight, total: Fig, parts: readonly Fig[]): boolean {
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
function leavesUncounted({ passage, from, to }: Listing, total: Fig, parts: readonly Fig[]): boolean {
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

/** "và" stands between the last part and the one before it. */
function endsWithAnd(parts: readonly Fig[]): boolean {
  const [before, last] = parts.slice(-2);
  if (before === undefined || last === undefined || before.tokens !== last.tokens) return false;
  return last.tokens.slice(before.token + 1, last.token).some(({ text, depth }) => text === "và" && depth === last.depth);
}

/** How sure it is that a list which misses its total by a slip names every part. */
function completeness(listing: Listing, total: Fig, parts: readonly Fig[]): number {
  let odds = (listing.prior / (1 - listing.prior)) * surprise(total);
  const last = parts.at(-1) as Fig;
  const words = [...last.before, ...last.after];
  if (words.includes("khác") || (words.includes("còn") && words.includes("lại"))) odds *= 6;
  if (new Set(parts.map((fig) => fig.level)).size === parts.length && parts.every((fig) => fig.level)) odds *= 8;
  if (parts.length >= 3) odds *= 1.5;
  // What makes more than the whole is no list of some of its parts.
  if (tooMuch(total, parts)) odds *= 4;
  // "gồm 369 chi bộ và 386 đảng bộ": the list is brought to its end.
  if (/gồm|chia/.test(listing.cue) && endsWithAnd(parts)) odds *= 4;
  if (parts.length === 2) odds *= areOpposite(parts[0] as Fig, last) ? 10 : 0.7;
  return odds / (1 + odds);
}
