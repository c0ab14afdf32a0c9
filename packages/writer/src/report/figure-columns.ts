import type { Grid } from "./line.ts";
import { wordsOf } from "./notes.ts";

const numeric = /^[\d.,%–\-−+…/()\s]*$/u;

/** Which columns of a table hold figures, and are set to the right: those without any words but in the label. */
export const columnsOf = ({ header, rows }: Grid): boolean[] =>
  header.map((_, i) => i > 0 && rows.every(({ cells }) => numeric.test(wordsOf((cells[i] ?? []).filter(({ is }) => is !== "figure")))));
