import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type ChartEngine, chartDrawer } from "@khop/writer/chart";
import type { DrawChart } from "@khop/writer/report";
import { fontFolder } from "./printer.ts";

/** Draws with Plot, in a document of linkedom; undefined where these are not installed, and a chart is written as the table of its figures. */
export function drawer(): Promise<DrawChart | undefined> {
  made ??= makeDrawer();
  return made;
}

let made: Promise<DrawChart | undefined> | undefined;

async function makeDrawer(): Promise<DrawChart | undefined> {
  const require = createRequire(import.meta.url);
  // Named in a variable: they are no part of khop itself.
  const load = async (name: string): Promise<unknown> => import(name);
  try {
    const plot = (await load("@observablehq/plot")) as ChartEngine["plot"];
    const { parseHTML } = (await load("linkedom")) as { parseHTML(html: string): { document: object } };
    const { initWasm, Resvg } = (await load("@resvg/resvg-wasm")) as Dots;
    await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
    const fontBuffers = [new Uint8Array(readFileSync(join(fontFolder(), "400Regular/Tinos_400Regular.ttf")))];
    const font = { fontBuffers, defaultFontFamily: "Tinos", loadSystemFonts: false };
    const png = (svg: string, width: number): Uint8Array =>
      new Resvg(svg, { fitTo: { mode: "width", value: width }, font }).render().asPng();
    return chartDrawer({ plot, document: parseHTML("<html></html>").document, png });
  } catch {
    return undefined;
  }
}

/** What is asked of resvg. */
interface Dots {
  initWasm(bytes: Uint8Array): Promise<void>;
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}
