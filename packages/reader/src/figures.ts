import type { Cell, Hedge, LevelId, Numeral, Quantity } from "@khop/core";
import type { Block } from "./blocks.ts";
import type { Role } from "./document.ts";
import type { Cue } from "./lexicon/cues.ts";
import { intensive } from "./lexicon/units.ts";
import { keyWords, phraseBefore, wordsAfter, wordsBefore } from "./words.ts";

/** Where a token stands in the scope tree. */
export interface Place {
  /** How many parentheses are open, and which is the innermost; 0 outside. */
  readonly depth: number;
  readonly group: number;
  readonly sentence: number;
  /** Counts up at `;` and sentence ends. */
  readonly clause: number;
  /** Counts up at every separator of a list. */
  readonly item: number;
}

const NOWHERE: Place = { depth: 0, group: 0, sentence: 0, clause: 0, item: 0 };

/** A word, a number, a sign or a cue, where it stands in the scope tree. */
export class Token {
  type: "word" | "number" | "figure" | "sign" | "cue";
  /** Offsets in the clean text. */
  readonly start: number;
  readonly end: number;
  /** Small letters. */
  readonly text: string;
  readonly capital: boolean;
  /** All capitals: an abbreviation. */
  readonly shout: boolean;
  figure: Fig | undefined = undefined;
  cue: Cue | undefined = undefined;
  /** What a number is by its shape, and how it reads; until it is made a figure. */
  number: { readonly role: Role | null; readonly numeral: Numeral | null; readonly negative: boolean } | undefined = undefined;
  /** What a number was found to be that names a thing: "lớp 10, 11", where the next may go on naming. */
  named: Role | undefined = undefined;
  /** One object for all tokens of an item: a long text has more tokens than anything else. */
  place: Place = NOWHERE;

  constructor(type: Token["type"], start: number, end: number, text: string, capital = false, shout = false) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.text = text;
    this.capital = capital;
    this.shout = shout;
  }

  get role(): Role | null {
    return this.number?.role ?? null;
  }

  get numeral(): Numeral | null {
    return this.number?.numeral ?? null;
  }

  get depth(): number {
    return this.place.depth;
  }

  get group(): number {
    return this.place.group;
  }

  get sentence(): number {
    return this.place.sentence;
  }
}

/** A number while relations are being sought: what it is, and what stands about it. */
export class Fig {
  /** Place among the document's figures, in the order of the text. */
  index = -1;
  readonly start: number;
  readonly end: number;
  readonly block: Block;
  readonly blockIndex: number;
  /** The tokens of its block, and its place among them. */
  readonly tokens: readonly Token[];
  readonly token: number;
  role: Role;
  quantity: Quantity | null;
  hedge: Hedge | undefined;
  depth = 0;
  group = 0;
  sentence = 0;
  clause = 0;
  item = 0;
  /** Cues between the figure before and this one, last first. */
  cues: readonly NearCue[] = [];
  level: LevelId | undefined = undefined;
  /** The period last named before it in its block, as written. */
  period: string | undefined = undefined;
  /** rise, fall: the figure is a change, not a level. */
  change: "rise" | "fall" | undefined = undefined;
  /** `82/82`: the figure behind the slash, and before it. */
  over: Fig | undefined = undefined;
  under: Fig | undefined = undefined;
  /** `1.245 vụ/2.310 bị can`: the figure of another unit that stands for the same thing, on the other side of the slash. */
  twin: Fig | undefined = undefined;
  /** The figure that a share or a change is of. */
  subject: Fig | undefined = undefined;
  /** A limit in words ("dưới 80%"), not a share of anything. */
  threshold = false;
  /** For how many names it counts: 3 for "A, B và C mỗi tỉnh có 2 ca". */
  each = 1;
  /** Those names are things that were counted right before, "02 lô, mỗi lô 60 chiếc", and it tells of each as well. */
  perCounted = false;
  /** Its column in a row of a table, and what its row and heading call it. */
  column = -1;
  named: string | undefined = undefined;
  /** In a cell of running text, which is read as prose is. */
  prose = false;
  /** Place among the document's quantities. */
  order = -1;
  cell: Cell | null = null;
  #before: readonly string[] | undefined;
  #after: readonly string[] | undefined;
  #phrase: readonly string[] | undefined;
  #keys: ReadonlySet<string> | undefined;

  constructor(input: Pick<Fig, "start" | "end" | "block" | "blockIndex" | "tokens" | "token" | "role" | "quantity" | "hedge">) {
    this.start = input.start;
    this.end = input.end;
    this.block = input.block;
    this.blockIndex = input.blockIndex;
    this.tokens = input.tokens;
    this.token = input.token;
    this.role = input.role;
    this.quantity = input.quantity;
    this.hedge = input.hedge;
  }

  /** Words of its own phrase before it, small letters. */
  get before(): readonly string[] {
    this.#before ??= wordsBefore(this);
    return this.#before;
  }

  /** Words of its own phrase behind it. */
  get after(): readonly string[] {
    this.#after ??= wordsAfter(this);
    return this.#after;
  }

  /** Words of its clause before it, over commas: "tổng vốn cấp mới, tăng thêm … đạt". */
  get phrase(): readonly string[] {
    this.#phrase ??= phraseBefore(this);
    return this.#phrase;
  }

  /** Words that tell it apart: its phrase and what follows, without its unit and small words. */
  get keys(): ReadonlySet<string> {
    this.#keys ??= keyWords(this);
    return this.#keys;
  }
}

/** A cue before a figure; `near` when no separator stands between, `distance` the words between. */
export interface NearCue {
  readonly cue: Cue;
  readonly near: boolean;
  readonly distance: number;
}

/** A pair of parentheses: the tokens that open and close it. */
export interface Span {
  readonly open: number;
  close: number;
  /** Amounts that stand directly in it, not deeper. */
  amounts: number;
  opener: boolean;
}

/** A block with its tokens and figures. */
export interface Passage {
  readonly block: Block;
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly figures: readonly Fig[];
  /** By number of the group; 0 is what stands outside. */
  readonly spans: readonly Span[];
  /** Tokens whose cue opens a list, or names a total farther back. */
  readonly openers: readonly number[];
}

/** Figures of a passage from a token on, until `until` says to stop or `most` were seen. */
export function figuresFrom(passage: Passage, token: number, until: (fig: Fig) => boolean, most = 400): Fig[] {
  const found: Fig[] = [];
  for (let i = firstAfter(passage.figures, token); i < passage.figures.length && found.length < most; i++) {
    const fig = passage.figures[i] as Fig;
    if (until(fig)) break;
    found.push(fig);
  }
  return found;
}

/** The index of the first figure behind a token. */
export function firstAfter(figures: readonly Fig[], token: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as Fig).token > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

export const isPercent = (fig: Fig): boolean => fig.quantity?.unit.kind === "percent";
export const isRate = (fig: Fig): boolean => fig.quantity?.unit.kind === "percent" || fig.quantity?.unit.kind === "point";
/** A count, an amount of money, a measure: what totals are made of. */
export const isAmount = (fig: Fig): boolean => fig.role === "quantity" && fig.quantity !== null && !isRate(fig);
export const isLevelFigure = (fig: Fig): boolean => isAmount(fig) && fig.change === undefined && !fig.threshold;

/** `thu hồi ít nhất 1 tỷ đồng`: any share may be of so much or more, and any parts may make it, so it tells of none. */
export const isBoundless = ({ quantity: said }: Fig): boolean => said?.hedge !== undefined && said.interval().high === null;

/** `62,2 tạ/ha`: so much of each, which neither adds up with nor rises by what is of all. */
export function isPerOther({ tokens, token: at }: Fig): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i] as Token;
    if (token.text === "/") return tokens[i + 1]?.type === "word";
    if (token.type !== "word") return false;
  }
  return false;
}

/** `tăng 3,4 lần`: a multiple, which never adds up with others. */
export const isMultiple = ({ quantity }: Fig): boolean => quantity?.unit.id === "lần";

/** Times of which amounts add up: so much a year here and so much a year there is so much a year in all. */
const TIMES: ReadonlySet<string> = new Set(["năm", "tháng", "quý", "tuần", "ngày", "vụ", "lượt"]);

/** `1.290 đồng/kg`, `110 kV`, `31 độ`, `tăng 3,4 lần`: what is of each thing, or no amount of anything, and never adds up with others. */
export function isIntensive(fig: Fig): boolean {
  const unit = fig.quantity?.unit;
  if (unit === undefined || isMultiple(fig) || intensive.has(unit.id)) return true;
  return (unit.kind === "money" || unit.kind === "measure") && isPerOther(fig) && !TIMES.has(perWord(fig));
}

/** The word behind the slash. */
function perWord({ tokens, token: at }: Fig): string {
  let i = at + 1;
  while (i < at + 4 && tokens[i]?.text !== "/") i += 1;
  return tokens[i + 1]?.text ?? "";
}

/** What is printed, with its multiplier, for comparing figures that say the same: 3,1 tỷ is not 3,1 triệu. */
export const printedAs = ({ quantity }: Pick<Fig, "quantity">): string | undefined =>
  quantity === null ? undefined : `${quantity.stated}e${quantity.exponent}`;

/** `chiếm`, `chiếm tỷ lệ`: the words right before a percentage that call it a share of all. */
export const takesUp = ({ cues }: Pick<Fig, "cues">): string | undefined =>
  cues.find(({ cue, near }) => near && cue.words.startsWith("chiếm"))?.cue.words;

const PLAN_REACH = 5;

/** `đạt 90% dự toán`, `đạt 23% so với dự toán giao`, `bằng 28,4% kế hoạch`: the rate is of a plan, whose figure stands elsewhere or nowhere. */
export function isOfPlan({ tokens, token: at }: Fig): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 1 + PLAN_REACH); i++) {
    const token = tokens[i] as Token;
    if (token.cue?.kind === "plan") return true;
    if (token.cue ? token.cue.kind !== "versus" : token.type !== "word") return false;
  }
  return false;
}

/** `đóng góp 0,85 điểm phần trăm`: what something adds to the growth of a whole, and no level of its own. */
export const contributes = ({ phrase }: Fig): boolean => phrase.some((word, i) => word === "đóng" && phrase[i + 1] === "góp");

/** About how much it is, in units without a multiplier: to compare with, never to reckon with. */
export const sizeOf = (fig: Fig | undefined): number => fig?.quantity?.approximate ?? 0;

/** How many digits a figure was written with, without separators. */
export const digitsOf = ({ quantity }: Fig): number => String(quantity?.stated.n ?? "").length;

/** Those of its digits that tell: without the zeros at its end, which rounding leaves. */
export function telling({ quantity }: Fig): number {
  const digits = String(quantity?.stated.n ?? "");
  let length = digits.length;
  while (length > 0 && digits.charCodeAt(length - 1) === 48) length -= 1;
  return length;
}
