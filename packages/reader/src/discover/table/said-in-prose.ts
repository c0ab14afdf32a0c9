import { isSlipOf, relations } from "@khop/core";
import { digitsOf, type Fig, isRate, type Token } from "../../figures.ts";
import type { Row, Table } from "../../tables.ts";
import { alike, type Sight } from "../sight.ts";
import { verdictOf } from "./proposals.ts";

const REACH = 28;
const LEAST = 3;
/** Rows of a longer table are too many to have one of them said by chance. */
const MOST_ROWS = 400;

/**
 * `Thành phố Vĩnh Khê có 1.824 ca` beside a row `Thành phố Vĩnh Khê | 1.284`: a figure of prose that names a row, agrees with none of its cells
 * and is one slip of a key from one of them.
 */
export function saidInProse(sight: Sight, { rows, headings }: Table): void {
  if (rows.length > MOST_ROWS) return;
  const named = rows.map((row) => ({ row, name: nameOf(row) })).filter(({ name }) => name.length >= 2);
  if (named.length === 0) return;
  for (const fig of sight.quantities) {
    if (digitsOf(fig) < LEAST || fig.hedge !== undefined || fig.under || fig.over) continue;
    const said = wordsBefore(fig);
    const row = lastNamed(said, named);
    if (row === undefined) continue;
    const columns = columnsOf(headings, fig);
    const meant = row.cells.filter((cell, at): cell is Fig => cell !== undefined && columns.has(at) && comparable(cell, fig));
    if (meant.some((cell) => cell.quantity?.value.equals(fig.quantity?.value ?? Number.NaN))) continue;
    const [cell, second] = meant.filter((one) => one.quantity && fig.quantity && isSlipOf(one.quantity, fig.quantity));
    if (cell === undefined || second !== undefined || fitsElsewhere(sight, fig)) continue;
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [cell, fig] } }],
      prior: 0.7,
      pattern: "again:row",
      cue: "",
      confirm: false,
      passage: fig.blockIndex,
    });
  }
}

/** Whether something else that is said of a figure holds: then it is not the one that is wrong. */
const fitsElsewhere = (sight: Sight, fig: Fig): boolean =>
  sight.hypotheses.some(({ options: [option] }) => {
    if (option === undefined || option.kind === relations.part || !Object.values(option.seats).flat().includes(fig)) return false;
    return (option.verdict ?? verdictOf(option.kind, option.seats)) === "holds";
  });

interface Named {
  readonly row: Row;
  readonly name: readonly string[];
}

const CHANGE = /tăng|giảm|so với/iu;

/** Columns that a figure may stand in: those whose heading has its unit, where one has. A bare number tells of none. */
function columnsOf(headings: readonly string[], { quantity }: Fig): ReadonlySet<number> {
  const unit = quantity?.unit.id ?? "";
  if (unit === "") return new Set();
  const named = headings.flatMap((heading, at) => (heading.toLowerCase().includes(unit) && !CHANGE.test(heading) ? [at] : []));
  return new Set(named.length > 0 ? named : headings.keys());
}

const comparable = (cell: Fig, fig: Fig): boolean => isRate(cell) === isRate(fig) && (isRate(cell) || alike(cell, fig));

/** Words of kinds of places that prose leaves out, and of columns of totals. */
const KINDS = new Set(["huyện", "xã", "phường", "thị", "trấn", "thành", "phố", "tỉnh", "tp", "h", "x"]);

function nameOf({ label }: Row): readonly string[] {
  const words = label.split(" ").filter((word) => /\p{L}/u.test(word));
  while (words.length > 2 && KINDS.has(words[0] as string)) words.shift();
  return words;
}

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

/** The row whose name stands last, when one does. */
function lastNamed(said: readonly string[], named: readonly Named[]): Row | undefined {
  const found = named.map(({ row, name }) => ({ row, at: endOf(said, name) })).filter(({ at }) => at > 0);
  const last = Math.max(...found.map(({ at }) => at));
  const [own, other] = found.filter(({ at }) => at === last);
  return other === undefined ? own?.row : undefined;
}

/** Where a name ends the last time that it is said; 0 where it is not. */
function endOf(said: readonly string[], name: readonly string[]): number {
  const at = said.findLastIndex((_, i) => name.every((word, k) => said[i + k] === word));
  return at < 0 ? 0 : at + name.length;
}
