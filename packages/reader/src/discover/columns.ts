import { fit, near, relations, sumFits } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isLevelFigure, isRate, type Passage, printedAs, sizeOf } from "../figures.ts";
import { totalCalled } from "./list/called.ts";
import type { Orphan } from "./share/orphan.ts";
import { alike, type Hypothesis, likeness, type Option, type Sight } from "./sight.ts";

type Row = readonly Fig[];

/**
 * Totals across sentences: the same things said of province, district and commune, of one kind of case after another, add up to
 * what was said of the whole before.
 *
 * Rows are found by level, by sentence, by block, and by figures that are each the whole of a share. Where two columns of a
 * table add up, the table is certain, and a third that does not is wrong.
 */
export function discoverColumns(sight: Sight, orphans: readonly Orphan[]): void {
  for (const rows of levelRows(sight)) {
    table(sight, rows, "columns:level");
    called(sight, rows);
  }
  for (const rows of sentenceRows(sight)) table(sight, rows, "columns:sentence");
  for (const rows of blockRows(sight)) table(sight, rows, "columns:block");
  shareTables(sight, orphans);
}

/** The figures of all levels behind a colon, of what is named before it. */
function called(sight: Sight, rows: readonly Row[]): void {
  const parts = rows.flatMap((row) => row.slice(-1));
  const [first] = parts;
  const isOneRun = parts.length >= 3 && parts.every((fig) => fig.tokens === first?.tokens && fig.clause === first.clause);
  const total = isOneRun ? totalCalled(sight, parts) : undefined;
  if (!first || !total || sight.totalled.has(total)) return;
  sight.add({
    options: [{ kind: relations.total, seats: { total, parts } }],
    prior: 0.75,
    pattern: "columns:called",
    cue: ":",
    confirm: false,
    passage: first.blockIndex,
  });
}

/** Runs of figures under one level each, the levels of a run all different. */
function levelRows(sight: Sight): Row[][] {
  const tables: Row[][] = [];
  let rows: Fig[][] = [];
  const close = (): void => {
    if (rows.length >= 2) tables.push(rows);
    rows = [];
  };
  let last: Fig | undefined;
  for (const fig of sight.quantities) {
    if (fig.level === undefined || fig.depth > 0) {
      if (
        fig.level === undefined &&
        fig.depth === 0 &&
        last !== undefined &&
        fig.blockIndex !== last.blockIndex &&
        fig.blockIndex - last.blockIndex > 2
      )
        close();
      continue;
    }
    if (last !== undefined && rows.length > 0) {
      const seen = rows.some((row) => row[0]?.level === fig.level);
      if (fig.level !== last.level && seen) close();
      else if (fig.level === last.level && fig.blockIndex !== last.blockIndex && opensAgain(fig)) close();
      else if (fig.blockIndex - last.blockIndex > 3) close();
    }
    if (!isLevelFigure(fig)) {
      last = fig;
      continue;
    }
    const row = rows.at(-1);
    if (row !== undefined && row[0]?.level === fig.level) row.push(fig);
    else rows.push([fig]);
    last = fig;
  }
  close();
  return tables;
}

const opensAgain = (fig: Fig): boolean => fig.cues.some(({ cue }) => cue.kind === "level");

/** Sentences of one block that name the same units in the same order. */
function sentenceRows(sight: Sight): Row[][] {
  const tables: Row[][] = [];
  for (const passage of sight.passages) {
    const sentences = new Map<number, Fig[]>();
    for (const fig of passage.figures) {
      if (!isLevelFigure(fig) || fig.depth > 0) continue;
      const list = sentences.get(fig.sentence);
      if (list) list.push(fig);
      else sentences.set(fig.sentence, [fig]);
    }
    tables.push(...runsOf([...sentences.values()]));
  }
  return tables;
}

/** Blocks, one below the other, that name the same units in the same order. */
function blockRows(sight: Sight): Row[][] {
  return runsOf(
    sight.passages
      .filter(({ figures }) => figures.length > 0)
      .map((passage: Passage) => passage.figures.filter((fig) => isLevelFigure(fig) && fig.depth === 0)),
  ).filter((rows) => rows.every((row) => row.length >= 1));
}

/** Longest stretches of rows with equal units, three rows or more, or two of two columns. */
function runsOf(rows: readonly Row[]): Row[][] {
  const tables: Row[][] = [];
  let run: Row[] = [];
  const close = (): void => {
    if (run.length >= 2 && (run.length >= 3 || (run[0]?.length ?? 0) >= 2)) tables.push(run);
    run = [];
  };
  for (const row of rows) {
    const before = run.at(-1);
    if (row.length === 0) {
      close();
      continue;
    }
    if (before !== undefined && !sameShape(before, row)) close();
    run.push(row);
  }
  close();
  return tables;
}

function sameShape(a: Row, b: Row): boolean {
  const shared = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1) return false;
  for (let i = 0; i < shared; i++) if (!alike(a[i] as Fig, b[i] as Fig)) return false;
  return true;
}

/**
 * Wholes of shares, each with its parts in the order of the text, are rows; a stretch of wholes that adds up to the whole right
 * before it makes a table, and then the parts add up column by column too.
 */
function shareTables(sight: Sight, orphans: readonly Orphan[]): void {
  const rows = new Map<Fig, Fig[]>();
  const put = (whole: Fig, part: Fig): void => {
    if (part === whole) return;
    const row = rows.get(whole);
    if (!row) rows.set(whole, [part]);
    else if (!row.includes(part)) row.push(part);
  };
  for (const { whole, parts } of sight.shares.values()) if (parts.length === 1) put(whole, parts[0]);
  for (const { options } of sight.hypotheses) {
    const [option] = options;
    if (option?.kind === relations.balance) put(option.seats.opening as Fig, option.seats.closing as Fig);
  }
  for (const { option, part } of orphans) if (option) put(option.seats.whole as Fig, part);
  const wholes = [...rows.keys()].sort((a, b) => a.order - b.order);
  wholes.forEach((total, i) => {
    const after = wholes.slice(i + 1, i + 1 + REACH).filter((one) => alike(one, total));
    for (let to = after.length; to >= 2; to--) {
      const others = after.slice(0, to);
      if (!addsUp(total, others)) continue;
      sight.add(hypothesis(total, others, "columns:share", 0.95, true));
      const heads = inOrder(rows.get(total));
      heads.forEach((head, column) => {
        const cells = others.map((one) => inOrder(rows.get(one))[column]).filter((one) => one !== undefined);
        // Rows of other lengths leave things out, and then places need not answer each other.
        const regular = others.every((one) => inOrder(rows.get(one)).length === heads.length);
        if (cells.length === others.length)
          sight.add({
            ...hypothesis(head, cells, "columns:share", 0.95),
            confirm: !regular || !near(relations.total, { total: head.cell, parts: cells.map(({ cell }) => cell) }, "slip"),
          });
      });
      changesByRow(sight, [total, ...others], after[to]);
      return;
    }
  });
}

const REACH = 24;

/** `số thụ lý tăng 500 vụ, số giải quyết tăng 20 vụ` in each row of a table: the changes add up too, with their signs. */
function changesByRow(sight: Sight, wholes: readonly Fig[], next: Fig | undefined): void {
  const rows = wholes.map((whole, i) => {
    const until = wholes[i + 1]?.order ?? next?.order ?? whole.order + 12;
    return sight
      .between(whole.order + 1, Math.min(until, whole.order + 16) - 1)
      .filter((fig) => fig.change !== undefined && isAmount(fig) && alike(fig, whole) && fig.blockIndex - whole.blockIndex <= 1);
  });
  const [totals = [], ...others] = rows;
  if (totals.length === 0 || others.some((row) => row.length !== totals.length)) return;
  const options = totals.map((total, column): Option => {
    const parts = others.map((row) => row[column] as Fig);
    const sign = (fig: Fig): string => (fig.change === "fall" ? "-1" : "1");
    const seats = { terms: [total, ...parts], weights: [total.change === "fall" ? "1" : "-1", ...parts.map(sign)], is: "=", constant: "0" };
    const verdict = fit(relations.linear, { ...seats, terms: seats.terms.map(({ cell }) => cell) });
    return { kind: relations.linear, seats, verdict };
  });
  const sure = options.length >= 2 && options.some(({ verdict }) => verdict === "holds");
  for (const option of options)
    sight.add({ options: [option], prior: 0.85, pattern: "columns:changes", cue: "", confirm: !sure, passage: totals[0]?.blockIndex ?? 0 });
}

const inOrder = (row: readonly Fig[] | undefined): Fig[] => [...(row ?? [])].sort((a, b) => a.order - b.order);

function* columnsOf(rows: readonly Row[], pattern: string): Generator<{ head: Fig; cells: Fig[]; missing: number }> {
  const [first = [], ...others] = rows;
  const byPlace = pattern !== "columns:level" && rows.every((row) => row.length === first.length);
  for (const [index, head] of first.entries()) {
    const cells = [head];
    let missing = 0;
    for (const row of others) {
      const match = byPlace ? row[index] : best(row, head, index, cells);
      if (match !== undefined && alike(match, head)) cells.push(match);
      else missing += 1;
    }
    yield { head, cells, missing };
  }
}

function best(row: Row, head: Fig, index: number, taken: readonly Fig[]): Fig | undefined {
  let found: Fig | undefined;
  let score = 0.45;
  row.forEach((fig, i) => {
    if (taken.includes(fig) || !alike(fig, head)) return;
    const value = likeness(fig, head) - Math.abs(i - index) * 0.04;
    if (value > score) {
      score = value;
      found = fig;
    }
  });
  return found;
}

const BACK = 7;
/** What is longer is no text that a person reads as a table. */
const WIDE = 64;

function totalsBefore(sight: Sight, first: Fig): Fig[] {
  const totals: Fig[] = [];
  for (let i = first.order - 1; i >= 0; i--) {
    const fig = sight.quantities[i] as Fig;
    if (first.blockIndex - fig.blockIndex > BACK || totals.length > 40 || first.order - i > 160) break;
    if (isLevelFigure(fig) && fig.depth === 0) totals.push(fig);
  }
  return totals;
}

const addsUp = (total: Fig, cells: readonly Fig[]): boolean =>
  total.quantity !== null &&
  sumFits(
    total.quantity,
    cells.map((fig) => fig.quantity).filter((quantity) => quantity !== null),
  );

function table(sight: Sight, rows: readonly Row[], pattern: string): void {
  const first = rows[0]?.[0];
  if (first === undefined || rows.length > WIDE || rows.some((row) => row.length > WIDE)) return;
  const before = totalsBefore(sight, first).filter((fig) => fig.level === undefined || fig.level !== first.level);
  const adopted: Hypothesis[] = [];
  const failing: Hypothesis[] = [];
  const used = new Set<Fig>();
  for (const { head, cells, missing } of columnsOf(rows, pattern)) {
    if (cells.length < 2 && missing === 0) continue;
    const totals = before.filter((fig) => alike(fig, head) && !used.has(fig)).sort((a, b) => likeness(b, head) - likeness(a, head));
    const holding = totals.find(
      (total) =>
        addsUp(total, cells) &&
        (missing === 0 || (likeness(total, head) >= 0.6 && sizeOf(total) >= 100)) &&
        (sizeOf(total) >= 20 || likeness(total, head) > 0.5),
    );
    if (holding) {
      used.add(holding);
      adopted.push(hypothesis(holding, cells, pattern, 0.95, true));
      continue;
    }
    const meant = isOfOwnTimes(cells) || cells.some(isIntensive) ? undefined : totals[0];
    if (missing === 0 && cells.length >= 2 && meant && likeness(meant, head) >= 0.6 && plausible(meant, cells))
      failing.push(hypothesis(meant, cells, pattern, 0.9));
  }
  headed(sight, rows, pattern);
  for (const one of adopted) sight.add(one);
  if (adopted.some(isTelling)) for (const one of failing) if (!used.has(one.options[0]?.seats.total as Fig)) sight.add(one);
}

/** `Tháng 8: …; tháng 7: …; 6 tháng đầu năm: …`: each of a time of its own; whether they are all of the year is not said. */
const isOfOwnTimes = (cells: readonly Fig[]): boolean =>
  cells.every(({ period }) => period !== undefined) && new Set(cells.map(({ period }) => period)).size === cells.length;

const MOST_ROWS = 12;

/** Where a row is what those right below it add up to, place by place: `tháng này 22,39, 8 tháng 151,98; - xuất khẩu 12,15, 81,09; - nhập khẩu 10,24, 70,89`. */
function headed(sight: Sight, rows: readonly Row[], pattern: string): void {
  if (pattern === "columns:level" || rows.length > MOST_ROWS) return;
  for (let from = 0; from + 2 < rows.length; from++) {
    for (let to = rows.length; to >= from + 3; to--) {
      const [head, ...parts] = rows.slice(from, to) as [Row, ...Row[]];
      if (parts.some((row) => row.length !== head.length)) continue;
      const found = head.flatMap((total, place) => sumAt(total, parts, place));
      if (found.length === 0) continue;
      for (const one of found) sight.add({ ...one, confirm: true });
      for (const [place, total] of head.entries()) ratesByRow(sight, [total, ...parts.map((row) => row[place] as Fig)]);
      changesByRow(
        sight,
        [head, ...parts].map((row) => row.at(-1) as Fig),
        undefined,
      );
      from = to - 1;
      break;
    }
  }
}

function sumAt(total: Fig, parts: readonly Row[], place: number): Hypothesis[] {
  const cells = parts.map((row) => row[place] as Fig);
  const telling = digitsOf(total) >= 4;
  return telling && cells.every((fig) => alike(fig, total)) && addsUp(total, cells)
    ? [hypothesis(total, cells, "columns:headed", 0.9, true)]
    : [];
}

/** The rates right behind the figures of a column: that of the total lies between those of its parts. */
function ratesByRow(sight: Sight, column: readonly Fig[]): void {
  const rates = column.map((fig) =>
    sight.between(fig.order + 1, fig.order + 1).find((next) => isRate(next) && next.change && next.sentence === fig.sentence),
  );
  const [mean, ...values] = rates;
  if (mean === undefined || values.some((fig) => fig === undefined || fig.change !== mean.change)) return;
  sight.add({
    options: [{ kind: relations.mean, seats: { mean, values: values as Fig[] } }],
    prior: 0.8,
    pattern: "columns:rates",
    cue: "",
    confirm: true,
    passage: mean.blockIndex,
  });
}

/** A sum of small numbers makes no table of sentences that happen to stand one behind the other. */
const isTelling = ({ options: [option], pattern }: Hypothesis): boolean =>
  pattern !== "columns:sentence" || digitsOf(option?.seats.total as Fig) >= TELLING;

const TELLING = 3;

/** Near enough to be the total with a slip in it, far enough from another thing altogether. */
function plausible(total: Fig, cells: readonly Fig[]): boolean {
  const largest = Math.max(...cells.map(sizeOf));
  if (cells.some((cell) => printedAs(cell) === printedAs(total) && sizeOf(cell) > 0)) return false;
  return sizeOf(total) >= largest * 0.9 && sizeOf(total) <= largest * cells.length * 1.5;
}

function hypothesis(total: Fig, parts: readonly Fig[], pattern: string, prior: number, holds = false): Hypothesis {
  return {
    options: [{ kind: relations.total, seats: { total, parts }, ...(holds ? { verdict: "holds" } : {}) }],
    prior,
    pattern,
    cue: "",
    confirm: false,
    passage: parts[0]?.blockIndex ?? 0,
  };
}
