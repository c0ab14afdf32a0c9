import { percent, quantity } from "@khop/core";
import type { Fig, Passage, Token } from "./figures.ts";
import { outlineOf, ranksOf } from "./table-outline.ts";
import { captionUnit, inUnit, isMeasure, isMeasured, type Named, unitIn, unitOfHeading } from "./table-units.ts";

/** A table of the text: its rows with their labels, its columns with their headings, figures by row and column. */
export interface Table {
  readonly headings: readonly string[];
  /** What a row that numbers the columns says of each: "1", "B", "5=3/4". */
  readonly marks: readonly string[];
  readonly rows: readonly Row[];
  /** Where its rows tell of figures above them in the same table: what they say of them ("Chỉ số phát triển (năm trước = 100)"), and those. */
  readonly tells?: { readonly what: string; readonly of: readonly Row[] };
}

export interface Row {
  readonly passage: Passage;
  readonly label: string;
  /** What stands before its figures, as written: "Sơ bộ 2019". */
  readonly name: string;
  /** How deep it stands among the rows: 0 at the top. */
  readonly rank: number;
  /** "Trong đó": the rows below are parts of the row above, and perhaps not all. */
  readonly opens: boolean;
  /** The figure of each column, where there is one. */
  readonly cells: readonly (Fig | undefined)[];
  /** Columns whose figure is there but not said: "…", or an error of a spreadsheet. */
  readonly unsaid: ReadonlySet<number>;
}

interface Line {
  readonly passage: Passage;
  readonly cells: readonly string[];
}

/** What stands for a figure that is not given: "…", "#DIV/0!". */
const UNSAID = /^(?:…|\.{3,}|#[\p{Lu}\d/!?]+)$/u;
const RULE = /^[\s|:–—-]+$/;

/** Finds tables among passages and gives their figures the units of their headings: "Tỷ lệ (%)", "Kinh phí (triệu đồng)". */
export function tablesOf(text: string, passages: readonly Passage[]): Table[] {
  const tables: Table[] = [];
  let run: Passage[] = [];
  const close = (): void => {
    if (run.length >= 3) tables.push(...tablesIn(text, run, captionUnit(text, passages, (run[0] as Passage).index)));
    run = [];
  };
  for (const passage of passages) {
    if (passage.block.kind === "row") run.push(passage);
    else close();
  }
  close();
  return tables;
}

/** One table, or where a row says that those below it tell of something else in another measure, one for each stretch. */
function tablesIn(text: string, passages: readonly Passage[], caption: Named | null): Table[] {
  const lines = passages.map((passage): Line => ({ passage, cells: cellsOf(text, passage) }));
  const rule = lines.findIndex(
    ({ cells }) => cells.every((cell) => RULE.test(cell) || cell === "") && cells.some((cell) => cell.includes("-")),
  );
  const heads = lines.slice(0, rule >= 0 ? rule : 1);
  const body = lines.slice(rule >= 0 ? rule + 1 : 1);
  const last = heads.at(-1);
  if (body[0] && isMarks(body[0].cells)) heads.push(body.shift() as Line);
  const marks = [heads.at(-1), last].find((line) => line !== undefined && isMarks(line.cells))?.cells ?? [];
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const titles = heads.filter(({ cells }) => cells !== marks);
  const headings = Array.from({ length: width }, (_, column) => headingOf(titles, column));
  for (const { passage } of heads) for (const fig of passage.figures) demote(fig);
  const units = headings.map((heading) => unitOfHeading(heading) ?? undefined);
  const unitColumn = headings.findIndex((heading, column) =>
    isUnitColumn(
      heading,
      body.map(({ cells }) => cells[column] ?? ""),
    ),
  );
  const years = new Set([...headings.keys()].filter((column) => isYears(headings[column] as string, body, column)));
  const made = stretchesOf(body, caption).map(({ lines: own, unit }): Table => {
    const ranks = ranksOf(own.map(({ cells }) => outlineOf(cells, headings)));
    const rows = own.map(({ passage, cells }, at) => {
      const named = unitColumn < 0 ? null : unitIn(cells[unitColumn] ?? "");
      readYears(passage, cells, (column) => years.has(column));
      return rowOf(passage, cells, headings, ranks[at] as number, (column) => units[column] ?? named ?? unit);
    });
    return withSeconds({ headings, marks, rows });
  });
  const [first] = made;
  return made.map((table, at) => {
    const what = table.rows[0]?.name ?? "";
    return at === 0 || first === undefined || what === "" ? table : { ...table, tells: { what, of: first.rows } };
  });
}

/** Rows that are told in one measure. */
interface Stretch {
  readonly lines: readonly Line[];
  readonly unit: Named | null;
}

/** `Cơ cấu (%)`, `Chỉ số phát triển (năm trước = 100) - %`: alone in its row, it says what the rows below are. */
function stretchesOf(body: readonly Line[], caption: Named | null): readonly Stretch[] {
  let [lines, unit]: [Line[], Named | null] = [[], caption];
  const stretches: Stretch[] = [];
  for (const line of body) {
    // "Người" over the first rows says what all are; further down one word that counts, "Xã", heads a group.
    const measure = measureAlone(line, lines.length === 0);
    if (measure !== null) {
      stretches.push({ lines, unit });
      [lines, unit] = [[], measure];
    }
    lines.push(line);
  }
  return [...stretches, { lines, unit }].filter((one) => one.lines.length > 0);
}

/** The measure that a row names, and nothing else in it; null for a row of figures or of a group. */
function measureAlone({ cells }: Line, isFirst: boolean): Named | null {
  const [said, ...others] = cells.filter((cell) => cell !== "");
  if (said === undefined || others.length > 0 || !/\p{L}{2}/u.test(said)) return null;
  // "Đạt 95% kế hoạch" says how much, and not what the rows below are.
  if (/\d\s*%/.test(said)) return null;
  if (said.includes("%")) return { unit: percent, exponent: 0 };
  const [name = ""] = said.split(/\s+[-–/]\s+/);
  return (isFirst ? isMeasure(name) : isMeasured(name)) ? unitIn(name) : null;
}

/** "Đơn vị tính"; "Đơn vị" alone mostly heads bodies that report, unless what stands below are units of measure. */
function isUnitColumn(heading: string, cells: readonly string[]): boolean {
  if (/^(?:đơn vị tính|đvt|đv tính|đ\/v tính)$/iu.test(heading)) return true;
  if (!/^đơn vị$/iu.test(heading)) return false;
  const given = cells.filter((cell) => cell !== "");
  // Names of bodies begin with a capital; "chiếc" need not be a unit that is known.
  return given.some(isMeasure) && given.every((cell) => isMeasure(cell) || /^\p{Ll}/u.test(cell));
}

/** Heads one below the other, a repeated one once. */
function headingOf(heads: readonly Line[], column: number): string {
  const said: string[] = [];
  for (const { cells } of heads) {
    const cell = cells[column] ?? "";
    if (cell !== "" && said.at(-1) !== cell) said.push(cell);
  }
  return said.join(" ").trim();
}

const MARK = /^(?:\(?(?:\d{1,2}|[A-ZĐ])\)?)(?:\s*=\s*[\d\s()[\]+*/×x:%.,-]+)?$/u;

/** A row that numbers or letters the columns: A, B, 1, 2, (3), 4=2/3. */
function isMarks(cells: readonly string[]): boolean {
  const given = cells.filter((cell) => cell !== "");
  if (given.length < 2 || !given.every((cell) => MARK.test(cell))) return false;
  const numbers = given.flatMap((cell) => /^\(?(\d+)/.exec(cell)?.[1] ?? []).map(Number);
  return (
    numbers.length >= 1 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] as number) + 1) && (numbers[0] as number) <= 3
  );
}

function cellsOf(text: string, passage: Passage): string[] {
  const whole = text.slice(...(passage.block.ranges[0] as [number, number]));
  const line = whole.trim();
  const cells = line.includes("|") ? line.replace(/^\||\|$/g, "").split("|") : whole.split("\t");
  return cells.map((cell) => cell.trim());
}

/** A bar or a tab: what parts the cells of a row. */
const isCellEnd = ({ type, text }: Token): boolean => type === "sign" && (text === "|" || text === "\t");

/** A bar at the very beginning is the edge of the table; a tab there follows an empty cell. */
const opensNext = ({ text }: Token, at: number): boolean => at > 0 || text === "\t";

function demote(fig: Fig): void {
  fig.role = fig.role === "quantity" ? "other" : fig.role;
  fig.quantity = null;
}

function rowOf(
  passage: Passage,
  texts: readonly string[],
  headings: readonly string[],
  rank: number,
  unitAt: (column: number) => Named | null,
): Row {
  const cells: (Fig | undefined)[] = texts.map(() => undefined);
  let column = 0;
  const words: string[] = [];
  passage.tokens.forEach((token: Token, i) => {
    if (isCellEnd(token)) {
      if (opensNext(token, i)) column += 1;
      return;
    }
    const fig = token.figure;
    if (!fig) {
      if (!cells.slice(0, column + 1).some(Boolean)) words.push(token.text);
      return;
    }
    fig.column = column;
    if (UNSAID.test(texts[column] ?? "")) {
      demote(fig);
      return;
    }
    if (isName(texts[column] ?? "") && !cells.slice(0, column + 1).some(Boolean)) {
      demote(fig);
      return;
    }
    if (isProse(texts[column] ?? "")) {
      fig.prose = true;
      return;
    }
    const alone = (texts[column] ?? "").replace(/[\d.,%\s*+()−–-]/g, "") === "";
    if (isNumbering(headings[column] ?? "", column, texts[column] ?? "")) fig.role = "ordinal";
    if (fig.role === "ordinal") fig.quantity = null;
    else if (alone && fig.quantity !== null) {
      fig.role = "quantity";
      fig.quantity = inUnit(fig.quantity, unitAt(column));
    }
    if (fig.role === "quantity" && cells[column] === undefined) cells[column] = fig;
  });
  const label = labelOf(texts, cells);
  cells.forEach((fig, at) => {
    if (fig) fig.named = [label, headings[at] ?? ""].filter((part) => part !== "").join(", ");
  });
  const firstFigure = cells.findIndex((fig) => fig !== undefined);
  const name = texts
    .slice(0, firstFigure < 0 ? texts.length : firstFigure)
    .filter((text) => text !== "" && text !== "-")
    .join(" ");
  const unsaid = new Set(texts.flatMap((text, at) => (UNSAID.test(text) ? [at] : [])));
  return { passage, label: words.join(" "), name, rank, opens: /^\W*trong đó(?!\p{L})/iu.test(label), cells, unsaid };
}

/** `Số vụ/đối tượng | 12/15 | 20/31`: what stands behind the slash in the cells of a column makes a column of its own, behind all others. */
function withSeconds({ headings, marks, rows }: Table): Table {
  const seconds = headings.map((_, column) => rows.map(({ cells }) => secondOf(cells[column])));
  const paired = seconds.flatMap((own, column) => {
    const given = rows.filter(({ cells }) => cells[column] !== undefined).length;
    const pairs = own.filter((fig) => fig !== undefined).length;
    return pairs >= LEAST_PAIRS && pairs >= given * MOST_PAIRS ? [column] : [];
  });
  if (paired.length === 0) return { headings, marks, rows };
  return {
    headings: [
      ...headings.map((heading, column) => (paired.includes(column) ? ofPair(heading) : heading)),
      ...paired.map((column) => ofPair(headings[column] ?? "")),
    ],
    marks,
    rows: rows.map((row, at) => {
      const cells = Array.from({ length: headings.length }, (_, column) => row.cells[column]);
      paired.forEach((column, i) => {
        const second = seconds[column]?.[at];
        if (second === undefined) return;
        second.column = headings.length + i;
        second.named = row.cells[column]?.named;
        cells[headings.length + i] = second;
      });
      return { ...row, cells };
    }),
  };
}

/** The slash of "vụ/đối tượng" parts two counts, and is no rate of one to the other. */
const ofPair = (heading: string): string => heading.replaceAll("/", " và ");

const LEAST_PAIRS = 2;
const MOST_PAIRS = 0.6;

/** The figure behind the slash of a cell that holds two and nothing else. */
function secondOf(first: Fig | undefined): Fig | undefined {
  if (first === undefined) return undefined;
  const { tokens, token: at } = first;
  const second = tokens[at + 2]?.figure;
  const isAlone = tokens[at + 1]?.text === "/" && (tokens[at + 3] === undefined || isCellEnd(tokens[at + 3] as Token));
  return isAlone && second?.role === "quantity" ? second : undefined;
}

const YEAR = /^(?:19|20)\d\d$/;

/** A column of years: it is called so, or holds nothing else. */
const isYears = (heading: string, lines: readonly Line[], column: number): boolean =>
  column === 0 || /năm|year/iu.test(heading) || lines.every(({ cells }) => YEAR.test(cells[column] ?? "") || (cells[column] ?? "") === "");

/** "1999" alone in a cell is a figure like those above and below it, unless its column is one of years. */
function readYears({ tokens }: Passage, texts: readonly string[], isYearColumn: (column: number) => boolean): void {
  let column = 0;
  tokens.forEach((token, i) => {
    if (isCellEnd(token) && opensNext(token, i)) column += 1;
    const fig = token.figure;
    if (fig?.role !== "date" || isYearColumn(column) || !YEAR.test(texts[column] ?? "")) return;
    fig.role = "quantity";
    fig.quantity = quantity({ value: texts[column] as string });
  });
}

/** The words of a row: its first cell of letters that stands before any figure, and is no Roman number before others. */
function labelOf(texts: readonly string[], cells: readonly (Fig | undefined)[]): string {
  const named = texts.filter((text, at) => /\p{L}{2}/u.test(text) && !cells.slice(0, at + 1).some(Boolean));
  return (named.find((text) => !/^[IVX]+\.?$/.test(text)) ?? named[0])?.replace(/^[-+•–*\s]+/, "") ?? "";
}

/** "Đơn vị 17", "Hộ có 5 người trở lên", "1.2. Đất lâm nghiệp": the number is part of the name, or says where it stands. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME && /^[^\p{L}\p{N}]*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*)?\P{N}*\p{L}/u.test(text);
const LONGEST_NAME = 60;
/** Sentences in a cell: longer than any name, and more letters than digits. */
const isProse = (text: string): boolean => text.length > LONGEST_NAME && text.replace(/[^\p{L}]/gu, "").length * 2 > text.length;

const isNumbering = (heading: string, column: number, text: string): boolean =>
  column === 0 && (/^(?:stt|tt|số tt|số thứ tự|#)$/iu.test(heading) || /^\d{1,2}\.?$/.test(text));
