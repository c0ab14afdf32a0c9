import { type Chart, KhopError } from "@khop/core";
import "../errors.ts";
import type { ShownFigure } from "./facts.ts";
import type { Grid } from "./line.ts";
import type { Spelling } from "./notes.ts";

/** A chart with its figures written out. */
export interface ShownChart {
  readonly is: "chart";
  readonly kind: Chart["kind"];
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One for each category; null where there is none. */
    readonly figures: readonly (ShownFigure | null)[];
  }[];
  /** What it says, figure by figure, to those who do not see it. */
  readonly alt: string;
}

/** A chart as a picture. */
export interface ChartDrawing {
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The same in dots, fine enough for print. */
  readonly png: () => Uint8Array;
}

/** Draws a chart as wide as the text, in points; `chartDrawer` of `@khop/writer/chart` makes one. */
export type DrawChart = (chart: ShownChart, width: number) => ChartDrawing;

/**
 * @throws KhopError `writer/bad-chart` where its series do not have a fact for each category, or its figures are of several units.
 */
export function chartOf(chart: Chart, spelling: Spelling): ShownChart {
  const { kind, caption, categories, series, unit, alt } = chart;
  const name = caption ?? series.map((one) => one.name).join(", ");
  if (categories.length === 0 || series.length === 0) throw bad(name, "has no figures. Give it categories and series");
  const uneven = series.find(({ facts }) => facts.length !== categories.length);
  if (uneven !== undefined) {
    throw bad(
      name,
      `has ${categories.length} categories, but its series "${uneven.name}" has ${uneven.facts.length} facts. Give each category a fact, or null where there is none`,
    );
  }
  const shown = series.map(({ name: of, facts }) => ({
    name: of,
    figures: facts.map((fact) => (fact === null ? null : spelling.figure({ is: "figure", fact }))),
  }));
  const units = new Set(shown.flatMap(({ figures }) => figures.flatMap((figure) => figure?.quantity?.unitText ?? [])));
  if (units.size > 1) {
    throw bad(name, `has figures in ${[...units].map((one) => `"${one}"`).join(" and ")}. Show figures of one unit in one chart`);
  }
  const about = [caption ?? "", unit ?? [...units][0] ?? ""].filter((part) => part !== "").join(", ");
  return { is: "chart", kind, categories, series: shown, alt: alt ?? told(kind, about, categories, shown) };
}

/** A chart as the table of its figures, for formats that have no pictures. */
export const gridOfChart = ({ categories, series }: ShownChart): Grid => ({
  is: "grid",
  header: ["", ...series.map(({ name }) => name)],
  rows: categories.map((category, i) => ({
    cells: [[{ is: "text", text: category }], ...series.map(({ figures }) => (figures[i] ? [figures[i]] : []))],
    isTotal: false,
  })),
});

function told(kind: Chart["kind"], about: string, categories: readonly string[], series: ShownChart["series"]): string {
  const figures = series.map(({ name, figures: all }) => {
    const said = categories.map((category, i) => `${category} ${all[i]?.text ?? "không có"}`);
    return `${name}: ${said.join("; ")}.`;
  });
  return [`${kind === "bars" ? "Biểu đồ thanh" : "Biểu đồ đường"}${about === "" ? "" : `: ${about}`}.`, ...figures].join(" ");
}

const bad = (chart: string, why: string): KhopError<"writer/bad-chart"> =>
  new KhopError("writer/bad-chart", `The chart "${chart}" ${why}.`, { chart });
