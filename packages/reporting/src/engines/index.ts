import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ChartEngine, chartDrawer } from "@khop/writer/chart";
import type { TypstEngine } from "@khop/writer/print";
import type { DrawChart } from "@khop/writer/report";

const typst = "@myriaddreamin/typst-ts-node-compiler";
const tinos = "@expo-google-fonts/tinos";
const dots = "@resvg/resvg-wasm";
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

/** What must be installed to print PDF, and to draw charts. */
export const printerPackages: readonly string[] = [typst, tinos];
export const drawerPackages: readonly string[] = ["@observablehq/plot", "linkedom", dots, tinos];

/** How a program finds packages that it may have: `createRequire(import.meta.url)` and `(name) => import(name)` of its own. */
export interface Finder {
  readonly require: { (name: string): unknown; resolve(name: string): string };
  readonly load: (name: string) => Promise<unknown>;
}

/** Typst with a font as wide as Times New Roman; undefined where they are not installed. */
export function findPrinter({ require }: Pick<Finder, "require">): TypstEngine | undefined {
  return ifInstalled(() => {
    const { NodeCompiler } = require(typst) as { readonly NodeCompiler: { create(options: unknown): TypstEngine } };
    const folder = fontFolder(require);
    return NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map((face) => join(folder, face)) }] });
  });
}

/** Plot, in a document of linkedom, with dots of resvg for Word; undefined where they are not installed. Made once. */
export function findDrawer(finder: Finder): Promise<DrawChart | undefined> {
  drawer ??= makeDrawer(finder);
  return drawer;
}

let drawer: Promise<DrawChart | undefined> | undefined;

async function makeDrawer({ require, load }: Finder): Promise<DrawChart | undefined> {
  try {
    const plot = (await load("@observablehq/plot")) as ChartEngine["plot"];
    const { parseHTML } = (await load("linkedom")) as { parseHTML(html: string): { document: object } };
    const { initWasm, Resvg } = (await load(dots)) as Dots;
    await initWasm(readFileSync(require.resolve(`${dots}/index_bg.wasm`)));
    const fontBuffers = [new Uint8Array(readFileSync(join(fontFolder(require), "400Regular/Tinos_400Regular.ttf")))];
    const font = { fontBuffers, defaultFontFamily: "Tinos", loadSystemFonts: false };
    const png = (svg: string, width: number): Uint8Array => {
      const drawing = new Resvg(svg, { fitTo: { mode: "width", value: width }, font });
      const picture = drawing.render();
      try {
        return picture.asPng();
      } finally {
        // Memory that no garbage collector sees.
        picture.free();
        drawing.free();
      }
    };
    return chartDrawer({ plot, document: parseHTML("<html></html>").document, png });
  } catch (error) {
    if (isNotInstalled(error)) return undefined;
    throw error;
  }
}

/** What is asked of resvg. */
interface Dots {
  initWasm(bytes: Uint8Array): Promise<void>;
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array; free(): void }; free(): void };
}

const fontFolder = (require: Finder["require"]): string => dirname(require.resolve(`${tinos}/package.json`));

function ifInstalled<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (isNotInstalled(error)) return undefined;
    throw error;
  }
}

/** A package that is not there, or whose program for this system is not. */
const isNotInstalled = (error: unknown): boolean =>
  ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes((error as { readonly code?: string }).code ?? "") ||
  /native binding|Failed to load/i.test((error as Error).message);
