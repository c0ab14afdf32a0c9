import { isSlipOf, relations } from "@khop/core";
import { digitsOf, type Fig, isRate, printedAs, type Token } from "../../figures.ts";
import { countNouns } from "../../lexicon/units.ts";
import { TOTAL } from "../../table-outline.ts";
import type { Row, Table } from "../../tables.ts";
import { areInRow } from "../in-turn.ts";
import { alike, type Sight } from "../sight.ts";
import { CHANGE } from "./headings.ts";
import { speaksFor, verdictOf } from "./proposals.ts";

const REACH = 28;
const LEAST = 3;

/** A row of a table, and the words that it is called by. */
interface Named {
  readonly row: Row;
  readonly headings: readonly string[];
  readonly name: readonly string[];
}

/**
 * `Thành phố Vĩnh Khê có 1.824 ca` beside a row `Thành phố Vĩnh Khê | 1.284`: a figure of prose that names a row, agrees with none of its cells
 * and is one slip of a key from one of them.
 */
export function saidInProse(sight: Sight, tables: readonly Table[]): void {
  const rows = tables.flatMap(({ rows: own, headings }) => own.map((row): Named => ({ row, headings, name: nameOf(row) })));
  const byFirst = Map.groupBy(
    rows.filter(({ name }) => name.length >= 2),
    ({ name }) => name[0] as string,
  );
  if (byFirst.size === 0) return;
  // "có 63 lớp và 121 giáo viên" beside `Cộng | 63 | 121`: it is said of that row, whatever other row its words name.
  const sums = new Set(
    rows.filter(({ row }) => TOTAL.test(row.label)).flatMap(({ row }) => row.cells.flatMap((cell) => (cell ? printedAs(cell) : []))),
  );
  for (const fig of sight.quantities) {
    // A bare number tells of no column.
    if (digitsOf(fig) < LEAST || fig.hedge !== undefined || fig.under || fig.over || !fig.quantity?.unit.id) continue;
    const words = nameInBrackets(fig) ?? wordsBefore(fig);
    const named = LEFT_OUT.test(words.join(" ")) ? [] : lastNamed(words, byFirst);
    // A name of more rows than that tells of none.
    if (named.length > MOST_NAMED) continue;
    const meant = named.flatMap(({ row, headings }) => cellsFor(fig, row, headings, words));
    const same = meant.filter((cell) => cell.quantity?.value.equals(fig.quantity?.value ?? Number.NaN));
    if (same.length === 0 && !sums.has(printedAs(fig))) slipFrom(sight, fig, meant);
    else if (same.length === 1) saidAgain(sight, same[0] as Fig, fig);
  }
}

/** `Toàn tỉnh có 1.247 người` beside the one cell `1.247` of a table: the same, said again; with fewer digits that is no news. */
export function saidOfOneCell(sight: Sight, tables: readonly Table[]): void {
  const byValue = new Map<string | undefined, Fig[]>();
  for (const { rows } of tables)
    for (const { cells } of rows)
      for (const cell of cells) {
        if (cell === undefined || digitsOf(cell) < ENOUGH) continue;
        const known = byValue.get(printedAs(cell));
        if (known === undefined) byValue.set(printedAs(cell), [cell]);
        else known.push(cell);
      }
  if (byValue.size === 0) return;
  for (const fig of sight.quantities) {
    const [cell, second] = digitsOf(fig) < ENOUGH || fig.hedge !== undefined ? [] : (byValue.get(printedAs(fig)) ?? []);
    if (cell && second === undefined && comparable(cell, fig)) saidAgain(sight, cell, fig);
  }
}

const ENOUGH = 4;

function saidAgain(sight: Sight, cell: Fig, fig: Fig): void {
  // A cell whose unit is not known, or is another, is not known to say the same.
  const seats = { values: [cell, fig] };
  if (verdictOf(relations.equality, seats) !== "holds") return;
  sight.add({
    options: [{ kind: relations.equality, seats, verdict: "holds" }],
    prior: 0.9,
    pattern: "again:cell",
    cue: "",
    confirm: true,
    passage: fig.blockIndex,
  });
}

/** `không kể tiền sử dụng đất, thu đạt 75,3%`: what is named is just what it does not tell of. */
const LEFT_OUT = /không (?:kể|tính|bao gồm)|chưa (?:kể|tính)|loại trừ|(?:^| )trừ |ngoài /u;
const MOST_NAMED = 12;

const LIMITS = new Set(["dưới", "quá", "trên"]);

/** One cell, and one only, that a slip of a key parts from what is said of it; where nothing else speaks for what is said. */
function slipFrom(sight: Sight, fig: Fig, meant: readonly Fig[]): void {
  const [cell, second] = meant.filter((one) => one.quantity && fig.quantity && isSlipOf(one.quantity, fig.quantity));
  if (cell === undefined || second !== undefined || isIndexOf(cell, fig) || fitsElsewhere(sight, fig)) return;
  // "giữ số người chết dưới 100 người": a mark to stay below.
  if (LIMITS.has(fig.tokens[fig.token - 1]?.text ?? "")) return;
  // "tỷ lệ của Huyện Diễn Trường và Huyện Kỳ Lạc chỉ đạt 59,5% và 55,5%": each is of another row.
  if (isInRow(sight, fig)) return;
  sight.add({
    options: [{ kind: relations.equality, seats: { values: [cell, fig] } }],
    prior: 0.7,
    pattern: "again:row",
    cue: "",
    confirm: false,
    passage: fig.blockIndex,
  });
}

/** One of some figures that stand one behind the other, with "và" or a comma between. */
const isInRow = (sight: Sight, fig: Fig): boolean =>
  areInRow(sight.quantities[fig.order - 1], fig) || areInRow(fig, sight.quantities[fig.order + 1]);

/** `tăng 11,69%` beside a cell `111,69`: what rose by so much is at so many of a hundred. */
const isIndexOf = (cell: Fig, { quantity }: Fig): boolean =>
  isRate(cell) && quantity !== null && cell.quantity?.value.minus(quantity.value).abs().equals(100) === true;

/**
 * `Xử phạt 1.846 trường hợp, thu 3.901,0 triệu đồng` and a row `Tổng | 1.846 | 3.091,0`: a sentence that says one figure of a row says the others of it
 * as well.
 */
export function saidBesideOfRow(sight: Sight, tables: readonly Table[]): void {
  const byValue = new Map<string | undefined, (readonly Fig[])[]>();
  for (const { cells } of tables.flatMap(({ rows }) => rows).filter(({ label }) => TOTAL.test(label))) {
    const given = cells.filter((cell): cell is Fig => cell !== undefined && digitsOf(cell) >= LEAST);
    for (const value of new Set(given.map(printedAs))) byValue.set(value, [...(byValue.get(value) ?? []), given].slice(0, MOST_ROWS));
  }
  if (byValue.size === 0) return;
  for (const said of sight.quantities) {
    if (digitsOf(said) < LEAST || said.hedge !== undefined) continue;
    for (const given of byValue.get(printedAs(said)) ?? []) {
      if (!given.some((cell) => printedAs(cell) === printedAs(said) && comparable(cell, said))) continue;
      for (const fig of sight.between(said.order - BESIDE, said.order + BESIDE)) {
        const isBeside = fig !== said && fig.blockIndex === said.blockIndex && fig.sentence === said.sentence;
        if (!isBeside || digitsOf(fig) <= LEAST || fig.hedge !== undefined || isRate(fig)) continue;
        if (given.some((cell) => printedAs(cell) === printedAs(fig))) continue;
        slipFrom(
          sight,
          fig,
          given.filter((cell) => comparable(cell, fig)),
        );
      }
    }
  }
}

/** A figure that stands in more total rows than these tells of none. */
const MOST_ROWS = 4;
const BESIDE = 3;

/** Cells of a row that a figure may be said of. */
function cellsFor(fig: Fig, { cells, label }: Row, headings: readonly string[], words: readonly string[]): Fig[] {
  const columns = columnsOf(headings, fig);
  // What rose by 19,5% stands in no column of shares, and what makes up 41,7% in none of rises.
  const isOfItsKind = (at: number): boolean => !isRate(fig) || CHANGE.test(headings[at] ?? "") === (fig.change !== undefined);
  // "Dân quân toàn xã 112 đồng chí, đạt 1,31% dân số": of all the commune, as the last row is, but of nothing that the columns tell.
  const isOfItsMatter = (at: number): boolean =>
    !isRate(fig) || !/^\W*toàn \p{L}+\W*$/iu.test(label) || contentOf(headings[at] ?? "").some((word) => words.includes(word));
  // "riêng sản lượng chiếm 27,9% toàn tỉnh" beside a column "Tỷ lệ diện tích": what its own words name is told in another column.
  const own = new Set(fig.before);
  const isNamed = (at: number): boolean => {
    const content = contentOf((headings[at] ?? "").replace(/\([^)]*\)/g, ""));
    return content.length > 0 && content.every((word) => own.has(word));
  };
  const isOfOther = (at: number): boolean =>
    isRate(fig) &&
    contentOf(headings[at] ?? "").every((word) => !own.has(word)) &&
    headings.some((_, other) => other !== at && isNamed(other));
  return cells.filter(
    (cell, at): cell is Fig =>
      cell !== undefined && columns.has(at) && comparable(cell, fig) && isOfItsKind(at) && isOfItsMatter(at) && !isOfOther(at),
  );
}

/** The words of a heading that say what its column tells. */
const contentOf = (heading: string): readonly string[] =>
  heading
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !RATE_WORDS.has(word));

const RATE_WORDS = new Set(["tỷ", "tỉ", "lệ", "trọng", "đạt", "so", "với", "số"]);

/** Whether something else that is said of a figure holds: then it is not the one that is wrong. */
const fitsElsewhere = (sight: Sight, fig: Fig): boolean =>
  sight.hypotheses.some(
    ({ options: [option] }) => option !== undefined && Object.values(option.seats).flat().includes(fig) && speaksFor(option),
  );

/** Columns that a figure may stand in: those whose heading has its unit, where one has. */
function columnsOf(headings: readonly string[], { quantity }: Fig): ReadonlySet<number> {
  const unit = quantity?.unit.id ?? "";
  const named = headings.flatMap((heading, at) => (heading.toLowerCase().includes(unit) && !CHANGE.test(heading) ? [at] : []));
  // "Nà Sản: 39 lần/154 lượt" beside `Hộ nghèo`: a column that says what it counts counts nothing else.
  return new Set(named.length > 0 ? named : [...headings.keys()].filter((at) => isOpen(headings[at] ?? "", unit)));
}

const isOpen = (heading: string, unit: string): boolean => {
  const [first] = heading
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && word !== "số" && word !== "tổng");
  return first === undefined || !countNouns.has(first) || first === unit.split(" ")[0];
};

const comparable = (cell: Fig, fig: Fig): boolean => isRate(cell) === isRate(fig) && (isRate(cell) || alike(cell, fig));

/** Words of kinds of places that prose leaves out, and of columns of totals. */
const KINDS = new Set(["huyện", "xã", "phường", "thị", "trấn", "thành", "phố", "tỉnh", "tp", "h", "x"]);

function nameOf({ label }: Row): readonly string[] {
  const words = label.split(" ").filter((word) => /\p{L}/u.test(word) && !/^[ivx]+$/.test(word));
  while (words.length > 2 && KINDS.has(words[0] as string)) words.shift();
  return words;
}

/** `từ 92,72% (Thị xã Tân Phước) đến 98,99% (Huyện Khe Lau)`: whose it is, right behind in brackets. */
function nameInBrackets({ tokens, token: at, depth }: Fig): readonly string[] | undefined {
  let open = at + 1;
  while (open < at + 3 && tokens[open]?.text === "%") open += 1;
  if (tokens[open]?.text !== "(") return undefined;
  const words: string[] = [];
  for (let i = open + 1; i < Math.min(tokens.length, open + BRACKETS); i++) {
    const { type, text } = tokens[i] as Token;
    if (text === ")") return words.length >= 2 && (tokens[i] as Token).depth > depth ? words : undefined;
    if (type !== "word" && type !== "cue") return undefined;
    words.push(...text.split(" "));
  }
  return undefined;
}

const BRACKETS = 10;

/** The words of its sentence before a figure, over other figures. */
function wordsBefore({ tokens, token: at, sentence }: Fig): readonly string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const { type, text, place } = tokens[i] as Token;
    if (place.sentence !== sentence || (type === "sign" && text === ";")) break;
    if (type === "word" || type === "cue") words.unshift(...text.split(" "));
  }
  return words;
}

/** The rows whose name ends last among words; the longest of those that end there. */
function lastNamed(said: readonly string[], byFirst: ReadonlyMap<string, readonly Named[]>): readonly Named[] {
  let [found, end, longest]: [Named[], number, number] = [[], 0, 0];
  said.forEach((word, i) => {
    for (const one of byFirst.get(word) ?? []) {
      const at = i + one.name.length;
      if (at < end || !one.name.every((own, k) => said[i + k] === own)) continue;
      if (at > end || one.name.length > longest) found = [];
      if (at === end && one.name.length < longest) continue;
      [end, longest] = [at, one.name.length];
      found.push(one);
    }
  });
  return found;
}
