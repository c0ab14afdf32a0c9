import { formatVi } from "@khop/core";
import { Places } from "@khop/reader/checked";
import type { Opened } from "../input/document.ts";
import { noteLines } from "./notes.ts";
import type { Screen } from "./screen.ts";
import { shown, widthOf } from "./width.ts";

/** The figures of a document as a table: place, figure, value, unit of measure, what it is of. */
export function figuresTable(document: Omit<Opened, "network">, screen: Screen): string {
  const { text, figures, source } = document;
  const { colour, words } = screen;
  const places = new Places(text, source);
  const head = source === undefined ? words.head : [words.place.title, ...words.head.slice(1)];
  const rows = figures.map((figure) => {
    const { quantity, role, label } = figure;
    const value = quantity === null ? "" : formatVi(quantity.value, Math.max(quantity.decimals, 0));
    const unit = quantity === null ? words.roles[role] : quantity.unitText;
    return { cells: [places.named(figure.start, words), shown(figure.text), value, unit ?? "", label], dim: quantity === null };
  });
  const widths = head.map((title, column) =>
    rows.reduce((most, { cells }) => Math.max(most, widthOf(cells[column] ?? "")), widthOf(title)),
  );
  const right = new Set([1, 2]);
  const row = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) => {
      const gap = " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
      return right.has(column) ? gap + cell : cell + gap;
    });
    return padded.join("  ").trimEnd();
  };
  const lines = rows.map(({ cells, dim }) => (dim ? colour.dim(row(cells)) : row(cells)));
  const missing = noteLines(document, screen);
  return `${[colour.bold(row(head)), ...lines, ...(missing.length > 0 ? ["", ...missing] : [])].join("\n")}\n`;
}
