import { sumFits } from "@khop/core";
import { type Fig, isAmount, isIntensive, isLevelFigure, isRate, type Token } from "../../figures.ts";
import { isCompared } from "../compared.ts";
import type { Listing } from "../listings.ts";
import { alike, sameNature } from "../sight.ts";

/** The figures that count as parts: one an item, at the depth of the list, or alone in parentheses behind a name. */
export function members(listing: Listing): Fig[] {
  const { figures, depth, passage } = listing;
  const change = listing.totals[0]?.change;
  return figures.filter((fig) => {
    const level = change === undefined || listing.pattern === "list:(" ? isLevelFigure(fig) : isAmount(fig) && fig.change === change;
    if (!level || fig.under !== undefined || isIntensive(fig) || isCompared(fig) || isToDate(fig) || isOrigin(fig) || isWithin(fig))
      return false;
    if (fig.depth === depth || (listing.cue === "-" && fig.depth === 0)) return true;
    return fig.depth === depth + 1 && passage.spans[fig.group]?.amounts === 1 && !isBesideAmount(fig);
  });
}

/** `lúa 3.518,4 ha, hoa màu 942,7 ha; trong diện tích lúa có 1.207,9 ha mất trắng`: some of one of the parts. */
const isWithin = ({ before }: Fig): boolean => before[0] === "trong" && before.length > 2 && before.at(-1) === "có";

/** `trong đó 8 dự án cấp mới, nâng tổng số dự án lên 40`: what there is by now, and no part. */
const isToDate = ({ cues }: Fig): boolean =>
  cues.some(({ cue, near }) => near && cue.kind === "sum" && /^(?:nâng|đưa|lũy)/.test(cue.words));

/** `tăng từ 251 triệu USD lên 504 triệu USD`: what it was before. */
function isOrigin({ tokens, token: at, quantity }: Fig): boolean {
  if (tokens[at - 1]?.text !== "từ") return false;
  const unit = new Set(quantity?.unit.id.split(" "));
  let i = at + 1;
  while (i < at + 5 && unit.has(tokens[i]?.text ?? "")) i += 1;
  return /^(?:lên|xuống|còn)$/.test(tokens[i]?.text ?? "");
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
export function headsOfClauses(parts: readonly Fig[]): readonly Fig[] {
  const heads = parts.filter((fig, i) => i === 0 || fig.clause !== parts[i - 1]?.clause || fig.blockIndex !== parts[i - 1]?.blockIndex);
  return heads.length >= 2 && heads.length < parts.length ? heads : [];
}

/** `2) Chi thường xuyên 10.817 tỷ đồng; riêng giáo dục 4.366 tỷ đồng`: the first figure of each item below a line. */
export function firstOfItems(parts: readonly Fig[]): readonly Fig[] {
  const firsts = parts.filter((fig, i) => fig.blockIndex !== parts[i - 1]?.blockIndex);
  return firsts.length >= 2 && firsts.length < parts.length ? firsts : [];
}

/** Where a further opener at the same depth begins a list of its own. */
export function untilNested({ passage, depth, pattern }: Listing, parts: readonly Fig[]): readonly Fig[] {
  const first = parts[0];
  if (first === undefined || first.blockIndex !== passage.index) return parts;
  // "(nam: 383.123 người, nữ: 405.906 người)": a colon that leads to one figure opens nothing.
  const isLabel = ({ cue, group }: Token): boolean => pattern === "list:(" && cue?.words === ":" && group === first.group;
  const nested = passage.openers.find(
    (at) => at > first.token && (passage.tokens[at] as Token).depth <= depth && !isLabel(passage.tokens[at] as Token),
  );
  if (nested === undefined) return parts;
  const { clause } = (passage.tokens[nested] as Token).place;
  // "huyện 1.176, xã 7.741; (3) hợp đồng 5.236 việc, trong đó …": what a further list is of is no part of this one.
  return parts.filter(
    (fig) => fig.blockIndex !== passage.index || (fig.token < nested && (fig.clause === first.clause || fig.clause !== clause)),
  );
}

/** `7.382 lao động, trong đó nữ 3.964 người; xây mới 9.150 công trình; hỗ trợ 318 học sinh`: another clause that counts something else ends the list. */
export function untilOtherMatter(head: Fig, all: readonly Fig[], parts: readonly Fig[]): readonly Fig[] {
  const [first] = parts;
  const other = all.find((fig) => first !== undefined && fig.order > first.order && fig.clause !== first.clause && !alike(fig, head));
  return other === undefined ? parts : parts.filter((fig) => fig.order < other.order || fig.blockIndex !== other.blockIndex);
}

/** `trong đó hư hại 4.568 ha ở A và 173 ha ở B; hoa màu 2.504 ha (A 159 ha, …)`: a figure with a list of its own, where those before have none, heads the next thing. */
export function untilOwnList(parts: readonly Fig[]): readonly Fig[] {
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

/** `97.633 văn bản, trong đó 22.108 đi và 75.525 đến; cấp tỉnh …`: the list proper ends where the rows of a table begin. */
export function firstClause(parts: readonly Fig[]): readonly Fig[] {
  const first = parts[0] as Fig;
  const own = parts.filter((fig) => fig.blockIndex === first.blockIndex && fig.clause === first.clause);
  const next = parts[own.length];
  return own.length >= 2 && next?.level !== undefined && next.level !== first.level ? own : parts;
}

/** `41 huy chương: 09 vàng, 13 bạc, 19 đồng; kỳ trước được 34 huy chương`: each part by a noun of its own, and then in another clause the noun of all. */
function untilAllOnceMore(head: Fig, parts: readonly Fig[]): readonly Fig[] {
  const unitOf = ({ quantity }: Fig): string | undefined => quantity?.unit.id;
  const isAll = (fig: Fig): boolean => unitOf(head) !== "" && unitOf(fig) === unitOf(head);
  const at = parts.findIndex((fig) => isAll(fig) && fig.clause !== parts[0]?.clause);
  return at >= 2 && !parts.slice(0, at).some(isAll) ? parts.slice(0, at) : parts;
}

/** `96 cơ sở y tế (5 bệnh viện; 11 phòng khám; 68 trạm y tế; 12 cơ sở khác)`: one figure an item, each of a kind of what the total counts. */
export function eachOfItsKind(listing: Listing, all: readonly Fig[], head: Fig): readonly Fig[] {
  const own = untilAllOnceMore(head, all);
  const parts = untilNested(
    listing,
    own.filter((fig) => fig !== head && sameNature(fig, head)),
  );
  const items = new Set(parts.map((fig) => `${fig.blockIndex}:${fig.item}`));
  const kinds = new Set(parts.map(({ quantity }) => quantity?.unit.id));
  const least = listing.pattern === "list:(" ? 2 : 3;
  const differ = kinds.size === parts.length || (kinds.size >= 2 && /gồm|chia/.test(listing.cue) && endsWithAnd(parts));
  return parts.length >= least && differ && items.size === parts.length && parts.length === own.length ? parts : [];
}

export const LONG = 60;

/** All parts, else the longest run from the first that adds up, of two or more. */
export function fitting(total: Fig, parts: readonly Fig[]): readonly Fig[] | null {
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

/** `4. CT nhà: 1.260/1.450 trđ`, `5. CT chợ: 763/1.000 trđ`: two items in a row that tell the same of the same things. */
function isNextOfItems(last: Fig, next: Fig): boolean {
  const isItem = last.block.kind === "item" && next.block.kind === "item" && next.blockIndex === last.blockIndex + 1;
  const [one, other] = [last, next].map(({ tokens }) => tokens.find(({ type }) => type === "word")?.text);
  return isItem && one !== undefined && one === other && last.over !== undefined && next.over !== undefined && alike(last, next);
}

/** The figure after the run stands in the same clause or the same parentheses, with no list of its own opened between: the list cannot end before it. */
function cutsOff(last: Fig, next: Fig): boolean {
  if (next.blockIndex !== last.blockIndex) return isNextOfItems(last, next);
  if (next.depth !== last.depth) return false;
  // "các nước châu Âu 143 người, thị trường khác 75 người": what is other still belongs to it.
  if (next.sentence === last.sentence && next.order === last.order + 1 && next.before.at(-1) === "khác" && alike(next, last)) return true;
  if (last.group > 0 && next.group === last.group && next.item !== last.item)
    return !last.tokens.slice(last.token + 1, next.token).some(({ cue }) => cue?.kind === "opener");
  if (next.clause !== last.clause) return false;
  return !last.tokens
    .slice(last.token + 1, next.token)
    .some(({ cue, type, text }) => cue?.kind === "opener" || (type === "sign" && text === ";"));
}

/** Several figures in each item ("tháng 8 đạt …, 8 tháng đạt …"): the items are rows of a table, not parts of one total. */
export function isMixed(parts: readonly Fig[]): boolean {
  const clauses = new Map<string, number>();
  for (const fig of parts) {
    const key = `${fig.blockIndex}:${fig.clause}`;
    clauses.set(key, (clauses.get(key) ?? 0) + 1);
  }
  return clauses.size >= 2 && [...clauses.values()].filter((size) => size > 1).length >= 2;
}

/** "và" stands between the last part and the one before it. */
export function endsWithAnd(parts: readonly Fig[]): boolean {
  const [before, last] = parts.slice(-2);
  if (before === undefined || last === undefined || before.tokens !== last.tokens) return false;
  return last.tokens.slice(before.token + 1, last.token).some(({ text, depth }) => text === "và" && depth === last.depth);
}
