import { measureOf, multipliers, noUnit, percent, type Quantity, quantity, type Unit, unitOf } from "@khop/core";
import type { Fig, Passage, Token } from "./figures.ts";

/** A table of the text: its rows with their labels, its columns with their headings, figures by row and column. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly passage: Passage;
  readonly label: string;
  /** The figure of each column, where there is one. */
  readonly cells: readonly (Fig | undefined)[];
}

const RULE = /^[\s|:–—-]+$/;

/** Finds tables among passages and gives their figures the units of their headings: "Tỷ lệ (%)", "Kinh phí (triệu đồng)". */
export function tablesOf(text: string, passages: readonly Passage[]): Table[] {
  const tables: Table[] = [];
  let run: Passage[] = [];
  const close = (): void => {
    if (run.length >= 3) tables.push(tableOf(text, run));
    run = [];
  };
  for (const passage of passages) {
    if (passage.block.kind === "row") run.push(passage);
    else close();
  }
  close();
  return tables;
}

function tableOf(text: string, passages: readonly Passage[]): Table {
  const lines = passages.map((passage) => ({ passage, cells: cellsOf(text, passage) }));
  const rule = lines.findIndex(
    ({ cells }) => cells.every((cell) => RULE.test(cell) || cell === "") && cells.some((cell) => cell.includes("-")),
  );
  const bodyAt = rule >= 0 ? rule + 1 : 1;
  const heads = lines.slice(0, rule >= 0 ? rule : 1);
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, column) =>
    heads
      .map(({ cells }) => cells[column] ?? "")
      .join(" ")
      .trim(),
  );
  for (const { passage } of heads) for (const fig of passage.figures) demote(fig);
  const rows = lines.slice(bodyAt).map(({ passage, cells }) => rowOf(passage, cells, headings));
  return { headings, rows };
}

function cellsOf(text: string, passage: Passage): string[] {
  const line = text.slice(...(passage.block.ranges[0] as [number, number])).trim();
  return line
    .replace(/^\||\|$/g, "")
    .split(line.includes("|") ? "|" : "\t")
    .map((cell) => cell.trim());
}

function demote(fig: Fig): void {
  fig.role = fig.role === "quantity" ? "other" : fig.role;
  fig.quantity = null;
}

function rowOf(passage: Passage, texts: readonly string[], headings: readonly string[]): Row {
  const cells: (Fig | undefined)[] = texts.map(() => undefined);
  let column = 0;
  const words: string[] = [];
  passage.tokens.forEach((token: Token, i) => {
    if (token.type === "sign" && token.text === "|") {
      if (i > 0) column += 1;
      return;
    }
    const fig = token.figure;
    if (!fig) {
      if (!cells.slice(0, column + 1).some(Boolean)) words.push(token.text);
      return;
    }
    fig.column = column;
    const alone = (texts[column] ?? "").replace(/[\d.,%\s*+-]/g, "") === "";
    if (isNumbering(headings[column] ?? "", column, texts[column] ?? "")) fig.role = "ordinal";
    if (fig.role === "ordinal") fig.quantity = null;
    else if (alone && fig.quantity !== null) {
      fig.role = "quantity";
      fig.quantity = withHeading(fig.quantity, headings[column] ?? "");
    }
    if (fig.role === "quantity" && cells[column] === undefined) cells[column] = fig;
  });
  return { passage, label: words.join(" "), cells };
}

const isNumbering = (heading: string, column: number, text: string): boolean =>
  column === 0 && (/^(?:stt|tt|số tt|#)$/iu.test(heading) || /^\d{1,2}\.?$/.test(text));

const BRACKETS = /\(([^)]*)\)|đơn vị(?: tính)?:?\s*(.+)$/iu;

/** The figure with the unit and multiplier that its heading says. */
function withHeading(stated: Quantity, heading: string): Quantity {
  if (stated.unit.id !== "") return stated;
  const named = BRACKETS.exec(heading);
  const words = (named?.[1] ?? named?.[2] ?? (heading.includes("%") ? "%" : "")).trim().toLowerCase().split(/\s+/);
  let exponent = 0;
  while (words[0] !== undefined && multipliers.has(words[0])) exponent += multipliers.get(words.shift() as string) as number;
  const spelling = words.join(" ");
  const unit: Unit =
    spelling.includes("%") || /tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu/iu.test(heading)
      ? percent
      : (measureOf(spelling) ?? (spelling === "" || spelling.length > 20 ? noUnit : unitOf(spelling)));
  const { value, decimals, hedge } = stated;
  return quantity({ value: value.toFixed(Math.max(decimals, 0)), unit, exponent, decimals, ...(hedge ? { hedge } : {}) });
}
