import type { LevelId, Quantity } from "@khop/core";
import type { Passage, Placed } from "../against/passages.ts";
import { DENIAL } from "./denial.ts";
import { type Nearness, termsOf } from "./terms.ts";

/** What is said about a figure, or about something that there is none of. */
export interface Mention {
  /** The id of the figure; of none where words say that there is nothing. */
  readonly figure: string | null;
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  readonly level: LevelId | undefined;
  readonly change: "rise" | "fall" | undefined;
  /** Words that are about it alone. */
  readonly own: Nearness;
  /** What the passage and the headings are about. */
  readonly frame: Nearness;
  /** All of it, and what stands before it in its sentence. */
  readonly all: Nearness;
  /** The year that its sentence names, nearest to it. */
  readonly year: number | undefined;
  /** Which passage it stands in. */
  readonly passage: number;
}

/** Where a clause ends, and which words open another thought about the next figure. */
const BREAK = /[;,.:()\n]|\s(?:chiếm|đạt|và|với|gồm|trong đó|dài|bằng)\s/u;
const CARRIES = /^([^;.,]*?)(?:,?\s(?:chiếm|đạt|dài|bằng|tương ứng|với tổng)\s|\()[^;.]*$/u;
const SENTENCE = /[.](?=\s+\p{Lu}|\s*$)/gu;

/** The words of two neighbours' stretch that are about the left one, and those about the right one. */
function parted(between: string): readonly [left: string, right: string] {
  const first = BREAK.exec(between);
  if (first === null) return [between, between];
  const lasts = [...between.matchAll(new RegExp(BREAK, "gu"))];
  const last = lasts.at(-1) as RegExpExecArray;
  // A name in front of a colon is that of the figure behind it.
  const named = last[0] === ":" ? (lasts.at(-2)?.index ?? -1) + 1 : last.index + last[0].length;
  const isWord = /\p{L}/u.test(last[0]);
  return [between.slice(0, first.index), between.slice(isWord ? last.index : named)];
}

/** "không có cảnh báo vượt quy chuẩn và có": without what is said to be none, where something else follows it. */
function undenied(before: string): string {
  const denial = [...before.matchAll(DENIAL)].at(-1);
  if (denial === undefined) return before;
  const rest = before.slice(denial.index + denial[0].length);
  const [end] = [...rest.matchAll(new RegExp(BREAK, "gu"))].slice(-1);
  return end === undefined ? before : rest.slice(end.index + end[0].length);
}

/** The sentence that an offset of a text stands in: where it begins and ends. */
function sentenceAt(text: string, at: number): readonly [from: number, to: number] {
  let from = 0;
  for (const { index } of text.matchAll(SENTENCE)) {
    if (index >= at) return [from, index];
    from = index + 1;
  }
  return [from, text.length];
}

/** The year that is named nearest to a place: behind it rather than in front. */
function yearNear(sentence: string, at: number): number | undefined {
  const named = [...sentence.matchAll(/năm\s+(\d{4})(?!\d)/giu)].map(({ index, 1: year }) => ({
    year,
    away: index < at ? 2 * (at - index) : index - at,
  }));
  named.sort((a, b) => a.away - b.away);
  return named[0] === undefined ? undefined : Number(named[0].year);
}

function clauseAt(text: string, from: number, to: number, at: number): string {
  const before = Math.max(from, text.lastIndexOf(";", at) + 1);
  const after = text.indexOf(";", at);
  return text.slice(before, after < 0 || after > to ? to : after);
}

export class Near {
  readonly #terms = new Map<string, number>();

  put(text: string, nearness: number): this {
    for (const term of termsOf(text)) if ((this.#terms.get(term) ?? 0) < nearness) this.#terms.set(term, nearness);
    return this;
  }

  with(other: Nearness): this {
    for (const [term, nearness] of other) if ((this.#terms.get(term) ?? 0) < nearness) this.#terms.set(term, nearness);
    return this;
  }

  get terms(): Nearness {
    return this.#terms;
  }
}

/** What a passage is about: how it opens, and the headings. */
export function frameOf({ text, section }: Passage, lead: string): Near {
  const opening = /^[^.:]{0,120}/u.exec(text)?.[0] ?? "";
  const isNamed = text[opening.length] === ":";
  return new Near()
    .put(opening, isNamed ? 0.8 : 0.5)
    .put(section, 0.5)
    .put(lead, 0.4);
}

/** What stands around a place in a passage: its sentence, and what the passage is about. */
export function around(passage: Passage, at: number, frame: Near): Near {
  const { text } = passage;
  const [from, to] = sentenceAt(text, at);
  return new Near()
    .put(text.slice(from, at), 0.75)
    .put(clauseAt(text, from, to, at), 0.6)
    .with(frame.terms);
}

/** Every figure of a passage that is a quantity, with what is said about it. */
export function mentionsIn(passage: Passage, lead: string): Mention[] {
  const { text, figures, index } = passage;
  const quantities = figures.filter(({ figure }) => figure.role === "quantity" && figure.quantity !== null);
  const frame = frameOf(passage, lead);
  return quantities.map((placed, i): Mention => {
    const { figure, from } = placed;
    const previous = quantities[i - 1];
    const next = quantities[i + 1];
    const own = passage.kind === "row" ? ownOfCell(placed) : ownIn(text, placed, previous, next);
    const wide = around(passage, from, frame);
    // Bounds of classes are quantities too: what stands behind them in the clause is still about the figure.
    const [start, end] = sentenceAt(text, from);
    own.put(clauseAt(text, start, end, from), 0.45);
    return {
      figure: figure.id,
      start: figure.start,
      end: figure.end,
      quantity: figure.quantity as Quantity,
      level: figure.level,
      change: figure.change,
      own: own.terms,
      frame: frame.terms,
      all: wide.with(own.terms).terms,
      year: yearNear(text.slice(start, end), from - start),
      passage: index,
    };
  });
}

function ownIn(text: string, { figure, from, to }: Placed, previous: Placed | undefined, next: Placed | undefined): Near {
  const [sentence, end] = sentenceAt(text, from);
  const before = undenied(
    previous === undefined || previous.to < sentence ? text.slice(sentence, from) : parted(text.slice(previous.to, from))[1],
  );
  const isNumerator = next !== undefined && /^\s?\/\s?$/.test(text.slice(to, next.from));
  const after =
    next === undefined || next.from > end || isNumerator ? text.slice(isNumerator ? next.to : to, end) : text.slice(to, next.from);
  const close = before.length > 90 ? before.slice(-90) : before;
  const between = previous === undefined || previous.to < sentence ? "" : text.slice(previous.to, from);
  const opening = /^[^:;]*(?=:)/u.exec(text.slice(sentence, from))?.[0] ?? "";
  return (
    new Near()
      // "Văn bản đến theo cấp: cấp tỉnh 214; cấp huyện 98": what stands before the colon is about all that follows.
      .put(opening, 0.85)
      // "68 tuyến cáp đồng dài 956 km": what the figure before is of, this one is of too.
      .put(CARRIES.exec(between)?.[1] ?? "", 0.65)
      .put(close, previous === undefined ? 0.9 : 1)
      .put(parted(after)[0], 1)
      .put(figure.label, 0.95)
      .put(figure.quantity?.unit.id ?? "", 0.8)
  );
}

function ownOfCell({ passage, heading, figure }: Placed): Near {
  const [label = ""] = passage.text.split("|");
  return new Near().put(heading, 1).put(label, 1).put(figure.label, 0.9);
}
