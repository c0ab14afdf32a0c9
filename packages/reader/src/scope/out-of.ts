import { type Quantity, quantity } from "@khop/core";
import { type Fig, isRate, type Token } from "../figures.ts";
import { inUnitOf } from "../lent-units.ts";

export function slash(tokens: readonly Token[], fig: Fig, last: Fig | undefined): void {
  if (last === undefined || fig.role !== "quantity") return;
  if (isOutOf(tokens, last, fig)) {
    last.over = fig;
    fig.under = last;
    // "trên" said what it is out of, and not that there are more.
    if (fig.hedge === "over" && tokens[fig.token - 1]?.text === "trên") fig.quantity = withoutHedge(fig.quantity);
    return;
  }
  const sign = tokens[fig.token - 1];
  if (sign?.text !== "/") return;
  const before = tokens[fig.token - 2]?.text === ")" ? ownerOf(tokens, fig.token - 2) : undefined;
  const own = tokens[fig.token - 2]?.figure !== last && isUnitBetween(tokens, last, fig) ? last : before;
  if (
    own?.quantity &&
    fig.quantity &&
    own.quantity.unit.id === fig.quantity.unit.id &&
    (own !== last || own.quantity.unit.kind !== "count")
  ) {
    own.over = fig;
    fig.under = own;
  } else if (before?.quantity && fig.quantity && before.quantity.unit.id === fig.quantity.unit.id) {
    before.over = fig;
    fig.under = before;
  } else if (tokens[fig.token - 2]?.figure === last) {
    last.over = fig;
    fig.under = last;
    if (last.quantity && fig.quantity && last.quantity.unit.id === "") last.quantity = inUnitOf(last.quantity, fig.quantity);
  } else if (fig.token - last.token <= 5 && tokens.slice(last.token + 1, fig.token - 1).every(({ type }) => type === "word")) {
    last.twin = fig;
    fig.twin = last;
  }
}

export const withoutHedge = (of: Quantity | null): Quantity | null =>
  of &&
  quantity({
    value: of.value,
    unit: of.unit,
    exponent: of.exponent,
    decimals: of.decimals,
    exact: of.unit.kind === "count" && of.decimals === 0,
  });

/** `593.803,20 ha/617.708,50 ha`: only the unit stands between a figure and the slash. */
const isUnitBetween = (tokens: readonly Token[], last: Fig, fig: Fig): boolean =>
  fig.token - last.token <= 4 && tokens.slice(last.token + 1, fig.token - 1).every(({ type }) => type === "word");

/** `726 trường trong tổng số 2.813 trường`: so many of so many, in words. */
function isOutOf(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (isOnTopOf(tokens, last, fig)) return true;
  const cue = tokens[fig.token - 1]?.cue;
  if (cue?.kind !== "whole" || isRate(last) || isRate(fig) || last.sentence !== fig.sentence || last.group !== fig.group) return false;
  // "791 hồ sơ (1,25%) trong tổng số 57.585 hồ sơ": its share may stand between, in brackets.
  const at = tokens.findIndex(({ text }, i) => i > last.token && text === "(");
  const inside = at > 0 && at < fig.token ? tokens.slice(at + 1, fig.token - 1) : [];
  const isShareOnly = inside.length === 3 && inside[0]?.figure !== undefined && isRate(inside[0].figure) && inside[2]?.text === ")";
  if (isShareOnly) return at - last.token <= UNIT_WORDS && tokens.slice(last.token + 1, at).every(({ type }) => type === "word");
  // "622 vụ, việc trong tổng số 698 vụ": nouns may be listed between.
  return (
    fig.token - last.token <= 12 && tokens.slice(last.token + 1, fig.token - 1).every(({ type, text }) => type === "word" || text === ",")
  );
}

const UNIT_WORDS = 5;

/** `2.430 người hài lòng trên 2.650 người được hỏi`: "trên" between two counts of one unit, the larger behind, with nothing but words between. */
function isOnTopOf(tokens: readonly Token[], last: Fig, fig: Fig): boolean {
  if (tokens[fig.token - 1]?.text !== "trên" || last.group !== fig.group || last.sentence !== fig.sentence) return false;
  const [part, whole] = [last.quantity, fig.quantity];
  if (!part?.exact || !whole || part.unit.id === "" || part.unit.id !== whole.unit.id || part.approximate > whole.approximate) return false;
  return fig.token - last.token <= 8 && tokens.slice(last.token + 1, fig.token).every(({ type }) => type === "word");
}

/** `176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn`: the figure that the parentheses explain. */
function ownerOf(tokens: readonly Token[], close: number): Fig | undefined {
  const { depth } = tokens[close] as Token;
  let at = close;
  while (at >= 0 && (tokens[at] as Token).depth >= depth) at -= 1;
  for (; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (token.figure) return token.figure.role === "quantity" ? token.figure : undefined;
    if (token.type !== "word") return undefined;
  }
  return undefined;
}
