import type { StyleSheet } from "@khop/core";
import { columnsOf } from "./figure-columns.ts";
import type { Grid } from "./line.ts";
import { wordsOf } from "./notes.ts";
import { textWidth } from "./text-width.ts";

/** Room beside the words of a cell, both sides together, in points; more than cells have, so that figures never break. */
const padding = 10.8 + 4;

/** Columns as wide as their words ask for, in all as wide as the page, in points; none narrower than its longest word where that can be. */
export function columnWidths(grid: Grid, { parts }: StyleSheet, total: number): number[] {
  const { header, rows } = grid;
  const isFigures = columnsOf(grid);
  const wide = (text: string, bold: boolean): number => textWidth(text, parts.tableCell.size, bold) + padding;
  const widest = (texts: readonly string[], bold: boolean): number => Math.max(0, ...texts.map((text) => wide(text, bold)));
  const least = header.map((text, i) => {
    const cells = rows.map(({ cells }) => wordsOf(cells[i] ?? []));
    return Math.max(
      widest(text.split(" "), true),
      widest(isFigures[i] === true ? cells : cells.flatMap((words) => words.split(" ")), true),
    );
  });
  const wanted = header.map((text, i) =>
    Math.max(
      least[i] as number,
      wide(text, true) / 2,
      Math.min(
        total / 2,
        widest(
          rows.map(({ cells }) => wordsOf(cells[i] ?? [])),
          true,
        ),
      ),
    ),
  );
  const [leastSum, wantedSum] = [least, wanted].map((list) => list.reduce((sum, width) => sum + width, 0)) as [number, number];
  // Between what is needed and what is wanted as far as the page goes; what is left over is shared out.
  const reach = wantedSum <= leastSum ? 1 : Math.min(1, Math.max(0, (total - leastSum) / (wantedSum - leastSum)));
  const taken = least.map((width, i) => width + ((wanted[i] as number) - width) * reach);
  const sum = taken.reduce((all, width) => all + width, 0);
  const widths = taken.map((width) => Math.floor((width / sum) * total * 4) / 4);
  return widths.map((width, i) => (i === 0 ? width + total - widths.reduce((all, one) => all + one, 0) : width));
}
