import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { type Fig, isIntensive, isLevelFigure, type Passage, type Token } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

const YEAR = 12;
/** A year of months, quarters and halves, told of a few things. */
const MOST = 200;
const QUARTERS = ["i", "ii", "iii", "iv"];

/** A figure with the first and the last month that it tells of, 1–12. */
interface Dated {
  readonly fig: Fig;
  readonly first: number;
  readonly last: number;
}

/**
 * `T4 152,604; T5 160,377; T6 163,216. Quý II đạt 476,197`, `quý I xảy ra 29 vụ, quý II 24 vụ …; 6 tháng đầu năm 53 vụ`: what the months of a
 * quarter tell makes the quarter, and quarters make halves and the year, in one paragraph. A sum that is off by little was meant.
 */
export function discoverCalendar(sight: Sight): void {
  for (const passage of sight.passages) {
    const dated = datedIn(passage);
    if (dated.length < 3 || dated.length > MOST) continue;
    for (const total of dated) {
      const parts = tilesOf(
        total,
        dated.filter(({ fig }) => alike(fig, total.fig)),
      );
      if (parts !== undefined) promise(sight, total.fig, parts);
    }
  }
}

function promise(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  const holds = fit(relations.total, places) === "holds";
  if (!holds && !near(relations.total, places, "some") && !isOneSlipOff([{ kind: relations.total, places }])) return;
  sight.add({
    options: [{ kind: relations.total, seats: { total, parts } }],
    prior: 0.8,
    pattern: "calendar",
    cue: "",
    confirm: holds,
    passage: total.blockIndex,
  });
}

/** The equal stretches, one figure each, that make up a longer one: its months, its quarters, its halves. */
function tilesOf(total: Dated, all: readonly Dated[]): readonly Fig[] | undefined {
  const length = total.last - total.first + 1;
  for (const size of [6, 3, 1]) {
    if (size >= length || length % size !== 0) continue;
    const tiles = Array.from({ length: length / size }, (_, i) => {
      const first = total.first + i * size;
      return all.filter((one) => one.first === first && one.last === first + size - 1);
    });
    // Two figures of one month are of two things.
    if (tiles.every((own) => own.length === 1)) return tiles.map((own) => (own[0] as Dated).fig);
  }
  return undefined;
}

/** Every figure of a paragraph that a stretch of the year stands right before. */
function datedIn(passage: Passage): readonly Dated[] {
  const figures = passage.figures.filter((fig) => isLevelFigure(fig) && !isIntensive(fig) && fig.depth === 0);
  const dated: Dated[] = [];
  const inTurn = passage.openers.filter((at) => passage.tokens[at]?.cue?.kind === "respectively");
  figures.forEach((fig, i) => {
    const from = (figures[i - 1]?.token ?? -1) + 1;
    const stretch = stretchIn(passage.tokens.slice(from, fig.token)) ?? respectively(passage, inTurn, figures, i);
    if (stretch !== undefined) dated.push({ fig, ...stretch });
  });
  return dated;
}

type Stretch = Omit<Dated, "fig">;

/** The last stretch of the year that some words name, without a comparison: `quý II`, `tháng 5`, `T5`, `6 tháng đầu năm`, `cả năm`. */
function stretchIn(between: readonly Token[]): Stretch | undefined {
  const tokens = between.slice(between.findLastIndex(({ text }) => text === ":" || text === ")") + 1);
  if (tokens.some(({ cue, text }) => cue?.kind === "versus" || text === "(")) return undefined;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { text } = tokens[i] as Token;
    const [before, next] = [numberAt(tokens[i - 1]), numberAt(tokens[i + 1])];
    if (text === "quý" || text === "quí") {
      const roman = QUARTERS.indexOf(tokens[i + 1]?.text ?? "") + 1;
      const quarter = roman > 0 ? roman : next;
      return quarter !== undefined && quarter <= 4 ? { first: quarter * 3 - 2, last: quarter * 3 } : undefined;
    }
    if (text === "tháng") {
      const end = tokens[i + 1]?.text;
      if (before !== undefined && before < YEAR && end === "đầu") return { first: 1, last: before };
      if (before !== undefined && before < YEAR && end?.startsWith("cuối")) return { first: YEAR + 1 - before, last: YEAR };
      return next !== undefined && next <= YEAR ? { first: next, last: next } : undefined;
    }
    if (text === "t" && next !== undefined && next <= YEAR) return { first: next, last: next };
    if (text === "năm" && tokens[i - 1]?.text === "cả") return { first: 1, last: YEAR };
  }
  return undefined;
}

/** `các quý I, II, III, IV lần lượt là 14.208, 19.875, 21.346 và 18.022 lượt`: as many quarters as figures. */
function respectively({ tokens }: Passage, cues: readonly number[], figures: readonly Fig[], at: number): Stretch | undefined {
  const fig = figures[at] as Fig;
  const cue = cues.findLast((i) => i < fig.token && fig.token - i < MOST_TOKENS && tokens[i]?.sentence === fig.sentence);
  if (cue === undefined) return undefined;
  const from = Math.max(0, cue - MOST_TOKENS);
  const start = tokens.slice(from, cue).findLastIndex(({ text }) => text === "quý" || text === "quí");
  const named = tokens.slice(from + start + 1, cue).flatMap(({ text }) => (QUARTERS.includes(text) ? [QUARTERS.indexOf(text) + 1] : []));
  const told = figures.slice(Math.max(0, at - YEAR), at + 1).filter((one) => one.token > cue && one.clause === fig.clause);
  const quarter = start < 0 ? undefined : named[told.length - 1];
  return quarter === undefined ? undefined : { first: quarter * 3 - 2, last: quarter * 3 };
}

/** Four quarters and their figures take no more. */
const MOST_TOKENS = 40;

const numberAt = (token: Token | undefined): number | undefined => {
  const text = token?.text ?? "";
  return /^\d{1,2}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
};
