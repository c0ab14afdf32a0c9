import { fit, relations } from "@khop/core";
import { type Fig, isAmount, printedAs, type Token } from "../figures.ts";
import type { Sight } from "./sight.ts";

/** Which way things of a kind went. */
type Way = "rise" | "fall" | "still";

const MOST = 4;
const REACH = 10;

/**
 * `Trong 11 nhóm hàng, có 7 nhóm tăng giá, 2 nhóm giảm giá và 2 nhóm giữ ổn định`, `7/11 nhóm tăng, 3/11 nhóm giảm, 1/11 nhóm không đổi`: all of one noun, by
 * the way they went. What rose, what fell and what stood still are all there are; without the last it only confirms.
 */
export function discoverWays(sight: Sight): void {
  for (const passage of sight.passages) {
    const told = passage.figures.filter((fig) => isAmount(fig) && fig.under === undefined);
    told.forEach((first, at) => {
      if (wayOf(first) === undefined || isMember(told[at - 1], first)) return;
      const run = [first];
      while (run.length < MOST && isMember(run.at(-1), told[at + run.length])) run.push(told[at + run.length] as Fig);
      const total = ofPairs(run) ?? opening(told[at - 1], first);
      if (total) propose(sight, total, run);
    });
  }
}

function propose(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const ways = new Set(parts.map(wayOf));
  if (ways.size < parts.length || !ways.has("rise") || !ways.has("fall") || sight.totalled.has(total)) return;
  const holds = fit(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }) === "holds";
  if (!holds && !ways.has("still")) return;
  sight.add({
    options: [{ kind: relations.total, seats: { total, parts }, ...(holds ? { verdict: "holds" } : {}) }],
    prior: 0.8,
    pattern: "ways",
    cue: "trong",
    confirm: holds,
    passage: total.blockIndex,
  });
}

/** The next of a run: of one noun, in one sentence, and told to have gone some way. */
const isMember = (before: Fig | undefined, fig: Fig | undefined): boolean =>
  before !== undefined &&
  fig !== undefined &&
  before.sentence === fig.sentence &&
  before.tokens === fig.tokens &&
  wayOf(before) !== undefined &&
  wayOf(fig) !== undefined &&
  nounOf(before) === nounOf(fig);

/** All are out of one number. */
function ofPairs(run: readonly Fig[]): Fig | undefined {
  const whole = run[0]?.over;
  return whole && run.every(({ over }) => over !== undefined && printedAs(over) === printedAs(whole)) ? whole : undefined;
}

/** "Trong 11 nhóm hàng": right before the run, of its noun. */
function opening(total: Fig | undefined, first: Fig): Fig | undefined {
  if (total === undefined || total.sentence !== first.sentence || total.tokens !== first.tokens || first.over) return undefined;
  const before = total.tokens.slice(Math.max(0, total.token - 2), total.token);
  return nounOf(total) === nounOf(first) && before.some(({ text }) => text.startsWith("trong")) ? total : undefined;
}

/** The first word of what is counted. */
const nounOf = ({ over, quantity, after }: Fig): string =>
  (over?.quantity?.unit.id || over?.after[0] || quantity?.unit.id || after[0] || "").split(" ")[0] as string;

const STILL = /ổn định|không đổi|giữ nguyên|đứng giá|bình ổn|không biến động|không tăng|bằng cùng kỳ|bằng tháng trước/;

/** The words behind a count, up to the next separator or figure. */
function wayOf({ tokens, token: at, over }: Fig): Way | undefined {
  const from = over?.token ?? at;
  const words: string[] = [];
  for (let i = from + 1; i < Math.min(tokens.length, from + 1 + REACH); i++) {
    const { type, text, figure } = tokens[i] as Token;
    if (figure || type === "sign" || text === "và") break;
    words.push(text);
  }
  const said = words.join(" ");
  if (STILL.test(said)) return "still";
  const [rises, falls] = [words.includes("tăng"), words.includes("giảm")];
  return rises === falls ? undefined : rises ? "rise" : "fall";
}
