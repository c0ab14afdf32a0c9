import { KhopError } from "@khop/core";
import "../errors.ts";
import type { DrawChart } from "../report/chart.ts";
import { plotBars } from "./bars.ts";
import type { ChartEngine } from "./engine.ts";
import { patterns } from "./ink.ts";
import { plotLines } from "./lines.ts";

/** Dots a point: 216 an inch. */
const fineness = 3;

/** As wide letter by letter, whichever of them is there. */
const fonts = "Tinos, 'Times New Roman', 'Liberation Serif', serif";

/**
 * Draws charts of reports, on Observable Plot: told apart by lightness and pattern, figures and names written beside what they are of.
 *
 * - The same chart, width and versions of the programs give the same bytes.
 * @throws KhopError `writer/no-raster` when a Word file asks for dots and the engine has no `png`.
 */
export function chartDrawer(engine: ChartEngine): DrawChart {
  return (chart, across) => {
    const width = Math.round(across);
    const plotted = chart.kind === "bars" ? plotBars(engine, chart, width) : plotLines(engine, chart, width);
    const svg = standing(plotted);
    const height = Number(/^<svg[^>]*\sheight="([\d.]+)"/.exec(svg)?.[1]);
    return {
      svg,
      width,
      height,
      png: () => {
        if (engine.png !== undefined) return engine.png(onWhite(svg), Math.round(width * fineness));
        throw new KhopError(
          "writer/no-raster",
          'Word files show charts in dots, and the engine has nothing that makes them. Give chartDrawer a "png", such as Resvg of @resvg/resvg-wasm.',
          {},
        );
      },
    };
  };
}

/** Letters with a white rim look frayed where nothing lies below them. */
const onWhite = (svg: string): string => svg.replace("<defs>", '<rect width="100%" height="100%" fill="#fff"/><defs>');

/** The picture as a file of its own: with its namespace, its font and its patterns, without rules for a page around it. */
function standing(plotted: string): string {
  const bare = plotted
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/ class="[^"]*"/, "")
    .replace(/ font-family="[^"]*"/, "");
  return bare.replace(/^<svg/, `<svg xmlns="http://www.w3.org/2000/svg" font-family="${fonts}"`).replace(">", `>${patterns}`);
}
