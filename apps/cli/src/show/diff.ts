import { type Decimal, formatVi, periodName } from "@khop/core";
import type { Figure } from "@khop/reader";
import type { Move, Periods } from "@khop/reader/against";
import { Places } from "@khop/reader/checked";
import type { Read } from "../examined.ts";
import { number, type Screen } from "./screen.ts";
import { cellsOf, shown, widthOf } from "./width.ts";

/** Two reports with what moved between them. */
export interface Compared {
  readonly before: Read;
  readonly now: Read;
  readonly periods: Periods;
  readonly moves: readonly Move[];
}

const statuses = ["changed", "new", "gone", "same"] as const;
/** Fewer cells than this name nothing. */
const leastLabel = 14;

/** Each move as texts: place, label, before, now, by how much, per cent. */
function rowsOf({ before, now, moves }: Compared, screen: Screen): { readonly cells: string[]; readonly move: Move }[] {
  const places = [new Places(before.document.text, before.document.source), new Places(now.document.text, now.document.source)] as const;
  return moves.map((move) => {
    const { now: later, before: earlier, difference, growth } = move;
    const figure = later ?? (earlier as Figure);
    const place =
      later === undefined
        ? `(${briefly(places[0].named(figure.start, screen.words))})`
        : briefly(places[1].named(figure.start, screen.words));
    return {
      move,
      cells: [
        place,
        labelOf(figure, (later === undefined ? before : now).document.text),
        printed(earlier),
        printed(later),
        signed(difference),
        growth?.value ? `${signed(growth)}%` : "",
      ],
    };
  });
}

/** "bảng 1, hàng 2, cột 3" → "bảng 1 (2:3)": the table is narrow. */
const briefly = (place: string): string => place.replace(/^(\S+ \d+), \S+ (\d+), \S+ (\d+)$/, "$1 ($2:$3)");

/** A figure as printed, with the direction of a change: "−3". */
const printed = (figure: Figure | undefined): string =>
  figure === undefined ? "" : `${figure.change === undefined ? "" : figure.change === "rise" ? "↑" : "↓"}${shown(figure.text)}`;

/** What a figure is of, with its unit; where its name says no more than the unit does, the words before it. */
function labelOf({ label: named, quantity, start }: Figure, text: string): string {
  const unit = quantity?.unitText ?? "";
  const isBare = named === "" || named.toLowerCase() === unit.toLowerCase();
  const lead = isBare ? leadOf(text, start) : "";
  const label = lead === "" ? named : lead;
  if (label === "") return unit;
  return unit === "" || unit === "%" || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
}

function leadOf(text: string, start: number): string {
  const lead =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[\n.;:|)\d]/)
      .at(-1) ?? "";
  const words = lead
    .replace(/[*_#<>(]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, "");
  return words.includes(" ") ? words : "";
}

function signed(made: Move["difference"]): string {
  if (made?.value == null) return "";
  const decimals = Math.max(0, made.manner.decimals);
  const value = made.value.toDecimalPlaces(decimals);
  return value.isZero() ? "0" : `${value.isPositive() ? "+" : "−"}${formatVi(value.abs(), decimals)}`;
}

/** A table that fits the screen, in the order of the later report, and how many figures did what. */
export function diffTable(compared: Compared, screen: Screen): string {
  const { words, colour, width } = screen;
  const rows = rowsOf(compared, screen);
  const head = [words.place.title, ...words.diffHead];
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map(({ cells }) => widthOf(cells[column] ?? ""))));
  const others = widths.reduce((sum, one, column) => (column === 1 ? sum : sum + one), 0) + 2 * (head.length - 1);
  widths[1] = Math.min(widths[1] ?? 0, Math.max(leastLabel, width - others));
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const text = column === 1 ? cut(shown(cell), widths[1] as number) : cell;
        const gap = " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
        return column > 1 ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd();
  const lines = rows.map(({ cells, move }) => paint(move, screen)(row(cells)));
  return `${[colour.bold(titleOf(compared, screen)), "", colour.bold(row(head)), ...lines, "", tally(compared, screen)].join("\n")}\n`;
}

function paint({ status, difference }: Move, { colour }: Screen): (text: string) => string {
  if (status === "same") return colour.dim;
  if (status === "new") return colour.cyan;
  if (status === "gone") return colour.yellow;
  return difference?.value?.isNegative() ? colour.magenta : colour.green;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += cellsOf(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function titleOf({ before, now, periods }: Compared, { words }: Screen): string {
  const name = ({ source }: Read, of: Periods["now"]): string =>
    `${shown(source.file === "-" ? "stdin" : source.file)}${of === null ? "" : ` (${periodName(of)})`}`;
  return words.diffOf(name(before, periods.before), name(now, periods.now));
}

function tally({ moves }: Compared, { words, language }: Screen): string {
  return statuses
    .map((status) => [status, moves.filter((move) => move.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${number(count, language)} ${words.moves[status]}`)
    .join(" · ");
}

/** The same as a Markdown table. */
export function diffMarkdown(compared: Compared, screen: Screen): string {
  const { words } = screen;
  const head = [words.place.title, ...words.diffHead];
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, " ").replace(/([\\|<>*_`[\]])/g, "\\$1")).join(" | ")} |`;
  const rule = `| ${head.map((_, column) => (column > 1 ? "--:" : "---")).join(" | ")} |`;
  const lines = rowsOf(compared, screen).map(({ cells }) => row(cells));
  return `${[`# ${titleOf(compared, screen)}`, "", row(head), rule, ...lines, "", tally(compared, screen)].join("\n")}\n`;
}

const canonical = (value: Decimal): string => value.toFixed();

/** `khop.diff/1`. Numbers are decimal strings in the printed unit; growth is in percent, to six decimals. */
export function diffJson({ before, now, periods, moves }: Compared): object {
  return {
    schema: "khop.diff/1",
    before: { file: before.source.file, period: periods.before?.id ?? null },
    now: { file: now.source.file, period: periods.now?.id ?? null },
    summary: Object.fromEntries(statuses.map((status) => [status, moves.filter((move) => move.status === status).length])),
    figures: moves.map((move) => {
      const figure = move.now ?? (move.before as Figure);
      const { label, level, quantity } = figure;
      const by = move.difference;
      return {
        status: move.status,
        label,
        unit: quantity?.unit.id ?? null,
        ...(level === undefined ? {} : { level }),
        before: sideJson(move.before),
        now: sideJson(move.now),
        difference: by?.value == null ? null : canonical(by.value),
        differenceUnit: by === null ? null : by.unit.id || (quantity?.unit.id ?? ""),
        growth: move.growth?.value == null ? null : canonical(move.growth.value.toDecimalPlaces(6)),
        sure: move.sure,
      };
    }),
  };
}

function sideJson(figure: Figure | undefined): object | null {
  if (figure === undefined) return null;
  const { id, text, start, end, quantity, change } = figure;
  return {
    figure: id,
    text,
    value: quantity === null ? null : canonical(quantity.value),
    ...(quantity === null || quantity.exponent === 0 ? {} : { multiplier: canonical(quantity.multiplier) }),
    ...(change === undefined ? {} : { change }),
    start,
    end,
  };
}
