import { type Fig, figuresFrom, firstAfter, isAmount, isLevelFigure, type Passage, type Span, type Token } from "../figures.ts";
import { comparesAfter } from "./change/promised.ts";
import { isCompared } from "./compared.ts";
import { alike, type Sight } from "./sight.ts";

/** A stretch of text that lists the parts of a total. */
export interface Listing {
  readonly passage: Passage;
  /** Totals it may be of, the likeliest first. */
  readonly totals: readonly Fig[];
  /** Figures in the stretch, and the depth of its items. */
  readonly figures: readonly Fig[];
  readonly depth: number;
  readonly prior: number;
  readonly cue: string;
  readonly pattern: string;
  /** Its first and last token. */
  readonly from: number;
  readonly to: number;
}

/** Every stretch of a passage that may list parts: behind an opener, in parentheses, in the items below a line. */
export function listingsOf(sight: Sight, passage: Passage): Listing[] {
  if (passage.figures.length === 0) return [];
  const labelled = labelledGroups(passage);
  const opened = passage.openers.flatMap((at) => {
    const token = passage.tokens[at] as Token;
    if (labelled.has(token.group)) return [];
    if (token.cue?.kind === "whole") return farTotals(sight, passage, token, at);
    return token.cue?.kind === "opener" ? opener(sight, passage, token, at) : [];
  });
  return [...opened, ...parentheses(passage, labelled), ...under(sight, passage)];
}

/** `789.029 người (số cử tri nam: 383.123 người, số cử tri nữ: 405.906 người)`: brackets in which colons only lead from each name to its figure. */
function labelledGroups({ openers, tokens }: Passage): ReadonlySet<number> {
  const opened = new Set(openers.map((at) => (tokens[at] as Token).group).filter((group) => group !== 0));
  const labels = new Map<number, number>();
  for (const [at, { text, group, cue }] of tokens.entries()) {
    if (!opened.has(group) || (text !== ":" && cue?.kind !== "opener")) continue;
    const isLabel = text === ":" && tokens[at + 1]?.figure !== undefined;
    labels.set(group, isLabel ? (labels.get(group) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  }
  return new Set([...labels].flatMap(([group, many]) => (many >= 2 ? [group] : [])));
}

function opener(sight: Sight, passage: Passage, token: Token, at: number): Listing[] {
  const heads = changeBefore(passage, token, at) ?? headsBefore(sight, passage, token, at);
  const totals = token.cue?.words === ":" ? withoutLabelled(passage, heads, at) : heads;
  if (totals.length === 0) return [];
  const close = token.depth > 0 ? (passage.spans[token.group] as Span).close : passage.tokens.length;
  const inside = figuresFrom(passage, at, (fig) => fig.token > close || fig.sentence !== token.sentence).filter(
    ({ role }) => role === "quantity",
  );
  const figures = endsOpen(passage, at, token) ? [...inside, ...itemsUnder(sight, passage)] : inside;
  if (figures.length === 0) return [];
  const { words, prior: usual } = token.cue as NonNullable<Token["cue"]>;
  const prior =
    (words !== ":" && speaksAlone(passage, token, at, totals)) ||
    (words === ":" && isOfBlockBefore(passage, at, totals)) ||
    (words.startsWith("trong") && narrows(passage, at, figures[0] as Fig))
      ? 0
      : usual;
  const pattern = `list:${words.split(" ").slice(0, 2).join(" ")}:${token.depth > 0 ? "in" : "out"}`;
  return [
    {
      passage,
      totals,
      figures,
      depth: token.depth,
      prior,
      cue: words,
      pattern,
      from: Math.max(0, at - 3),
      to: (inside.at(-1)?.token ?? at) + 12,
    },
  ];
}

/** `tăng huyết áp: 4.290, tiểu đường: 4.149, bệnh khác: 2.222`: a colon behind each name, and what stands behind the ones before is a part as well. */
function withoutLabelled({ tokens }: Passage, heads: readonly Fig[], at: number): readonly Fig[] {
  const labelled = heads.filter((head) => head.tokens === tokens && tokens[head.token - 1]?.text === ":");
  return labelled.length >= 2 || tokens[at + 1]?.figure !== undefined ? heads.filter((head) => !labelled.includes(head)) : heads;
}

const FAR = 8;

/** "Trong tổng số dân nói trên thì …": parts of a figure that stands farther back. */
function farTotals(sight: Sight, passage: Passage, token: Token, at: number): Listing[] {
  const figures = figuresFrom(passage, at, (fig) => fig.sentence !== token.sentence).filter(({ role }) => role === "quantity");
  const first = figures[0];
  if (first === undefined || figures.length < 2) return [];
  const totals = sight
    .between(first.order - 40, first.order - 1)
    .filter((fig) => isLevelFigure(fig) && fig.depth === 0 && fig.blockIndex >= passage.index - 1)
    .reverse()
    .slice(0, FAR);
  return [{ passage, totals, figures, depth: token.depth, prior: 0, cue: token.cue?.words ?? "", pattern: "list:far", from: at, to: at }];
}

/** `Số hồ sơ đang xử lý gồm 7.172 hồ sơ`: the opener has a subject of its own, and no total in another sentence is meant. */
function speaksAlone({ tokens }: Passage, token: Token, at: number, totals: readonly Fig[]): boolean {
  const total = totals[0];
  if (total === undefined || (total.tokens === tokens && total.sentence === token.sentence)) return false;
  let words = 0;
  for (let i = at - 1; i >= 0 && tokens[i]?.sentence === token.sentence; i--) if (tokens[i]?.type === "word") words += 1;
  return words > 2;
}

/** `Nguyên nhân: …`, `- Huyện Đại Minh: …`: a colon alone divides nothing that another block tells, unless the words before it say so. */
function isOfBlockBefore({ tokens, block }: Passage, at: number, [total]: readonly Fig[]): boolean {
  if (total === undefined || total.tokens === tokens) return false;
  const words = tokens.slice(0, at).map(({ text }) => text);
  return !DIVIDES.test(words.join(" ")) && (block.kind === "item" || words.length <= LABEL);
}

const DIVIDES = /(?:^| )(?:chia|phân|theo|cụ thể|gồm|cơ cấu|trong đó|trong số)(?: |$)/;
const LABEL = 3;

/** `81.000 chuyến bay. Trong đó, số chuyến cất cánh đúng giờ của hãng A là 30.000 …`: the list is of something narrower than the total. */
function narrows({ tokens }: Passage, at: number, first: Fig): boolean {
  const words = tokens.slice(at + 1, first.tokens === tokens ? first.token : at + 1).filter(({ type }) => type === "word");
  const of = words.findIndex(({ text }) => text === "của");
  return words[0]?.text === "số" && of >= 4;
}

/** `tăng 215 dịch vụ, trong đó tăng 148 … và tăng 67 …`: a change and the changes that make it. */
function changeBefore({ figures }: Passage, token: Token, at: number): Fig[] | null {
  const next = firstAfter(figures, at);
  const head = figures[next - 1];
  const first = figures[next];
  const both =
    head !== undefined &&
    first !== undefined &&
    isAmount(head) &&
    isAmount(first) &&
    head.change !== undefined &&
    head.change === first.change;
  return both && head.sentence === token.sentence && first.sentence === token.sentence ? [head] : null;
}

const HEADS = 4;

/** Totals that an opener may speak of: level figures before it in its sentence, else in the sentence before. */
function headsBefore(sight: Sight, passage: Passage, token: Token, at: number): Fig[] {
  const own: Fig[] = [];
  const earlier: Fig[] = [];
  for (let i = firstAfter(passage.figures, at) - 1; i >= 0; i--) {
    const fig = passage.figures[i] as Fig;
    if (!isLevelFigure(fig)) continue;
    if (fig.sentence === token.sentence) {
      if (fig.depth <= token.depth && own.length < HEADS) own.push(fig);
      if (own.length === HEADS) break;
    } else if (own.length > 0 || (earlier[0] && earlier[0].sentence !== fig.sentence)) break;
    else if (fig.depth === 0) earlier.push(fig);
  }
  const meant = own.filter((fig) => !isCompared(fig));
  if (meant.length > 0 && meant.length < own.length) return meant;
  if (own.length > 0) return [...own, ...inBrackets(passage, own[0] as Fig, at)];
  const bracketed = token.cue?.words === ":" ? aloneInBrackets(passage, token, at) : undefined;
  if (bracketed) return [bracketed];
  if (earlier.length > 0) {
    // "Chia theo lĩnh vực quản lý:": a line of its own divides what was said anywhere before it in its block.
    const opensIt = token.cue?.words === ":" || endsOpen(passage, at, token);
    const alone = opensIt ? passage.figures.filter((fig) => fig.token < at && fig.depth === 0 && isLevelFigure(fig)) : [];
    const above = opensIt ? (sight.passages[passage.index - 1]?.figures ?? []).filter((fig) => fig.depth === 0 && isLevelFigure(fig)) : [];
    if (opensIt === false && earlier.some(isCompared) && !earlier.every(isCompared))
      return earlier.filter((fig) => !isCompared(fig)).slice(0, HEADS);
    return [...new Set([earlier.at(-1) as Fig, ...earlier, ...alone.reverse(), ...above.reverse()])].slice(0, opensIt ? 3 * HEADS : HEADS);
  }
  const heads = sight.passages[passage.index - 1]?.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0) ?? [];
  return heads.length === 0 ? [] : [...new Set([...heads.slice(-2).reverse(), heads[0] as Fig, ...heads.reverse()])].slice(0, 3 * HEADS);
}

/** Fewer are no list. */
const FEWEST = 3;

/** `Trung học phổ thông (30.165 học sinh), kết quả học tập: tốt 7.318 học sinh, …`: the only figure before the colon of its sentence, alone in brackets. */
function aloneInBrackets({ figures, spans }: Passage, token: Token, at: number): Fig | undefined {
  const before = figures.slice(0, firstAfter(figures, at)).filter((fig) => fig.sentence === token.sentence && fig.role === "quantity");
  const [only] = before;
  const isAlone = before.length === 1 && only?.depth === token.depth + 1 && spans[only.group]?.amounts === 1;
  if (!isAlone || !isLevelFigure(only) || isCompared(only)) return undefined;
  const parts = figures.filter((fig) => fig.sentence === token.sentence && fig.token > at && isLevelFigure(fig) && alike(fig, only));
  return parts.length >= FEWEST ? only : undefined;
}

/** `37 lượt đoàn (436 người): …`: alone in brackets between the head and what opens its list. */
function inBrackets({ figures, spans }: Passage, head: Fig, at: number): Fig[] {
  const from = firstAfter(figures, head.token);
  return figures
    .slice(from, Math.min(firstAfter(figures, at), from + HEADS))
    .filter((fig) => fig.depth === head.depth + 1 && isLevelFigure(fig) && spans[fig.group]?.amounts === 1);
}

/** The list goes on in items below: the opener or its sentence ends in a colon and says no more. */
function endsOpen(passage: Passage, at: number, token: Token): boolean {
  const last = passage.tokens.at(-1);
  return (
    last?.type === "sign" && (last.text === ":" || last.text === ";") && last.sentence === token.sentence && at > passage.tokens.length - 12
  );
}

const NOTES = 6;
const ITEMS = 200;

/** `Điều chỉnh: 27 lượt dự án, tăng thêm 301,7 triệu USD, chiếm 41,0%`: what came is told as a rise, of nothing that it is compared with. */
const isAddition = (fig: Fig): boolean =>
  isAmount(fig) && fig.change === "rise" && fig.cues.some(({ cue, near }) => near && cue.words === "tăng thêm") && !comparesAfter(fig);

/** The first figures of the items that stand below a block. */
function itemsUnder(sight: Sight, passage: Passage): Fig[] {
  const items: Fig[] = [];
  const base = passage.block.depth;
  let depth = -1;
  let notes = 0;
  for (let i = passage.index + 1; i < sight.passages.length && items.length < ITEMS; i++) {
    const next = sight.passages[i] as Passage;
    if (next.block.kind === "footnote" && notes++ < NOTES) continue;
    if (next.block.kind !== "item" || next.block.depth <= base) break;
    if (depth < 0) depth = next.block.depth;
    if (next.block.depth > depth) continue;
    const own = next.figures.filter((fig) => (isLevelFigure(fig) || isAddition(fig)) && fig.depth === 0);
    const first = own[0];
    if (first) {
      const kinds = new Set<string>();
      for (const fig of own) {
        const unit = fig.quantity?.unit.id ?? "";
        // All that an item says in the unit of its first figure, and the first in every other.
        if (fig === first || (fig.sentence === first.sentence && (unit === first.quantity?.unit.id || !kinds.has(unit)))) items.push(fig);
        kinds.add(unit);
      }
    }
  }
  return items;
}

/** `55 người (Khánh An: 53; 02 người ở B)`: two amounts or more in parentheses right behind one. */
function parentheses(passage: Passage, labelled: ReadonlySet<number>): Listing[] {
  const found: Listing[] = [];
  passage.spans.forEach(({ open, close, amounts, opener }, group) => {
    if (group === 0 || amounts < 2) return;
    const token = passage.tokens[open] as Token;
    if (opener && !labelled.has(group) && !isInTurn(passage, open, close)) return;
    const figures = figuresFrom(passage, open, (fig) => fig.token > close).filter(({ role }) => role === "quantity");
    if (figures.filter((fig) => fig.group === group && isLevelFigure(fig)).length < 2) return;
    const totals: Fig[] = [];
    for (let i = firstAfter(passage.figures, open) - 1; i >= 0 && totals.length < 2; i--) {
      const fig = passage.figures[i] as Fig;
      if (fig.sentence !== token.sentence) break;
      if (isAmount(fig) && !fig.threshold && fig.depth === token.depth - 1) totals.push(fig);
    }
    if (totals.length > 0)
      found.push({
        passage,
        totals,
        figures,
        depth: token.depth,
        prior: 0.9,
        cue: "(",
        pattern: "list:(",
        from: Math.max(0, open - 2),
        to: close + 1,
      });
  });
  return found;
}

/** `tâm thần và động kinh 295 người (lần lượt 164 và 131)`: brackets that open with "lần lượt", behind the one amount of their clause, and tell of no other time. */
function isInTurn({ tokens, openers, figures }: Passage, open: number, close: number): boolean {
  const own = openers.filter((at) => at > open && at < close);
  const before = figures.filter(
    (fig) => fig.token < open && isLevelFigure(fig) && fig.clause === tokens[open]?.place.clause && fig.item === itemBefore(tokens, open),
  );
  return own.length === 1 && own[0] === open + 1 && tokens[open + 1]?.cue?.kind === "respectively" && before.length === 1;
}

const itemBefore = (tokens: readonly Token[], open: number): number | undefined => tokens[open - 1]?.place.item;

/** `3. Quản lý nợ thuế.` below a paragraph: the next of what is counted farther up, and no first item of a list. */
function goesOnCounting(sight: Sight, index: number): boolean {
  const first = sight.passages[index]?.figures[0];
  return first?.role === "ordinal" && first.token <= 2 && first.tokens[first.token]?.text.replace(/^0/, "") !== "1";
}

/** A line with a figure, and items one step deeper below it. */
function under(sight: Sight, passage: Passage): Listing[] {
  const next = sight.passages[passage.index + 1]?.block;
  if (next === undefined || (next.kind !== "item" && next.kind !== "footnote") || goesOnCounting(sight, passage.index + 1)) return [];
  // An opener that the colon at the end belongs to has its own listing.
  const last = passage.tokens.at(-1);
  if (passage.openers.some((at) => last?.text !== ":" || endsOpen(passage, at, passage.tokens[at] as Token))) return [];
  const level = passage.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0);
  const heads = level.some((fig) => !isCompared(fig)) ? level.filter((fig) => !isCompared(fig)) : level;
  const figures = heads.length === 0 ? [] : itemsUnder(sight, passage);
  if (figures.length < 2) return [];
  const nearest = [heads.at(-1) as Fig, ...heads.slice(0, -1).reverse()].slice(0, 3);
  const totals = [...new Set([...nearest, heads[0] as Fig])];
  return [{ passage, totals, figures, depth: 0, prior: 0.6, cue: "-", pattern: "list:items", from: 0, to: passage.tokens.length }];
}
