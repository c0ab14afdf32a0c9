import type { Cell, Hedge, LevelId, Quantity } from "@khop/core";
import type { Block } from "./blocks.ts";
import type { Role } from "./document.ts";
import type { Cue } from "./lexicon/cues.ts";

/** A word, a number, a sign or a cue, where it stands in the scope tree. */
export interface Token {
  readonly type: "word" | "figure" | "sign" | "cue";
  /** Offsets in the clean text. */
  readonly start: number;
  readonly end: number;
  /** Small letters. */
  readonly text: string;
  readonly capital: boolean;
  readonly figure?: Fig;
  readonly cue?: Cue;
  /** How many parentheses are open. */
  depth: number;
  /** Which parenthesis; 0 outside. */
  group: number;
  sentence: number;
  /** Counts up at `;` and sentence ends. */
  clause: number;
  /** Counts up at every separator of a list. */
  item: number;
}

/** A number while relations are being sought: what it is, and what stands about it. */
export interface Fig {
  readonly index: number;
  readonly start: number;
  end: number;
  role: Role;
  quantity: Quantity | null;
  hedge: Hedge | undefined;
  readonly block: Block;
  readonly blockIndex: number;
  /** Place among the block's tokens. */
  token: number;
  depth: number;
  group: number;
  sentence: number;
  clause: number;
  item: number;
  /** Cues between the figure before and this one, last first; `near` when no separator stands between. */
  cues: readonly { readonly cue: Cue; readonly near: boolean; readonly distance: number }[];
  /** Words of its own phrase before and behind it, small letters. */
  before: readonly string[];
  after: readonly string[];
  /** Words of its clause before it, over commas: "tổng vốn cấp mới, tăng thêm … đạt". */
  phrase: readonly string[];
  level: LevelId | undefined;
  /** rise, fall: the figure is a change, not a level. */
  change: "rise" | "fall" | undefined;
  /** `82/82`: the figure behind the slash, and before it. */
  over: Fig | undefined;
  under: Fig | undefined;
  /** A limit in words ("dưới 80%"), not a share of anything. */
  threshold: boolean;
  /** For how many names it counts: 3 for "A, B và C mỗi tỉnh có 2 ca". */
  each: number;
  /** Its text in a row of a table: the column. */
  column: number;
  label: string;
  /** Place among the document's quantities. */
  order: number;
  /** Words that tell it apart, worked out when asked. */
  keys: ReadonlySet<string> | undefined;
  cell: Cell | null;
}

/** A block with its tokens and figures. */
export interface Passage {
  readonly block: Block;
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly figures: readonly Fig[];
}

export const isPercent = (fig: Fig): boolean => fig.quantity?.unit.kind === "percent";
export const isRate = (fig: Fig): boolean => fig.quantity?.unit.kind === "percent" || fig.quantity?.unit.kind === "point";
/** A count, an amount of money, a measure: what totals are made of. */
export const isAmount = (fig: Fig): boolean => fig.role === "quantity" && fig.quantity !== null && !isRate(fig);
export const isLevelFigure = (fig: Fig): boolean => isAmount(fig) && fig.change === undefined && !fig.threshold;
