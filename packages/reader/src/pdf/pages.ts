import { KhopError } from "@khop/core";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Font, type Operators, Pen } from "./drawn.ts";
import { type Engine, workerOf } from "./engine.ts";
import "./errors.ts";
import { type Turn, upright } from "./geometry.ts";
import type { PdfLimits } from "./limits.ts";
import type { Page, Stroke } from "./page.ts";

/** The pages of a file as far as they were read. */
export interface Pages {
  readonly pages: readonly Page[];
  /** How many pages the file has. */
  readonly count: number;
  /** Names of the fonts that are used. */
  readonly fonts: ReadonlySet<string>;
}

/**
 * Opens a file and reads what its pages draw.
 *
 * - Throws: `KhopError` "reader/pdf-damaged", "reader/pdf-password", "reader/pdf-limit".
 */
export async function readPages(engine: Engine, bytes: Uint8Array, limits: PdfLimits): Promise<Pages> {
  if (bytes.length > limits.bytes)
    throw new KhopError("reader/pdf-limit", `The PDF is larger than ${limits.bytes} bytes.`, { limit: "bytes", most: limits.bytes });
  const worker = workerOf(engine);
  const task = engine.getDocument({
    worker,
    // pdf.js takes what it is given for its own, and no Buffer.
    data: new Uint8Array(bytes),
    verbosity: engine.VerbosityLevel.ERRORS,
    // Nothing is drawn: no picture is unpacked, no font is installed or fetched, no script of the file is run.
    maxImageSize: 0,
    disableFontFace: true,
    // Gives the names of fonts, which say what is bold.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new KhopError("reader/pdf-limit", `The PDF was not read within ${limits.milliseconds} ms.`, {
            limit: "time",
            most: limits.milliseconds,
          }),
        ),
      limits.milliseconds,
    );
  });
  const until = performance.now() + limits.milliseconds;
  try {
    const document = await Promise.race([task.promise, late]);
    return await Promise.race([readAll(engine, document, limits, until), late]);
  } catch (error) {
    throw asError(error);
  } finally {
    clearTimeout(timer);
    await task.destroy().catch(() => undefined);
    worker.destroy();
  }
}

async function readAll(engine: Engine, document: PDFDocumentProxy, limits: PdfLimits, until: number): Promise<Pages> {
  const pages: Page[] = [];
  const fonts = new Set<string>();
  const most = Math.min(document.numPages, limits.pages);
  let characters = 0;
  let next = most > 0 ? drawingOf(engine, document, 1) : undefined;
  for (let number = 1; next !== undefined; number += 1) {
    if (performance.now() > until)
      throw new KhopError("reader/pdf-limit", `The PDF was not read within ${limits.milliseconds} ms.`, {
        limit: "time",
        most: limits.milliseconds,
      });
    const drawing = await next;
    // The next page is unpacked in other threads while this one is looked at.
    next = number < most ? drawingOf(engine, document, number + 1) : undefined;
    next?.catch(() => undefined);
    const page = pageOf(engine, drawing, number, fonts);
    characters += page.runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
    if (characters > limits.characters) break;
    pages.push(page);
  }
  return { pages, count: document.numPages, fonts };
}

/** A page with what it draws. */
async function drawingOf(engine: Engine, document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number);
  return { page, drawing: await page.getOperatorList({ annotationMode: engine.AnnotationMode.DISABLE }) };
}

function pageOf(engine: Engine, { page, drawing }: Awaited<ReturnType<typeof drawingOf>>, number: number, names: Set<string>): Page {
  const known = new Map<string, Font>();
  const fontOf = (id: string): Font => {
    const there = known.get(id);
    if (there !== undefined) return there;
    const { name = "", bold, black, fontMatrix } = fontObject(page, id);
    names.add(name);
    const font = { bold: bold === true || black === true || /bold|black|heavy|demi/i.test(name), scale: fontMatrix?.[0] ?? 0.001 };
    known.set(id, font);
    return font;
  };
  const { runs, strokes } = new Pen(engine.OPS as Operators, fontOf).draw(drawing);
  const turn = mainTurn(runs);
  const [x0, y0, x1, y1] = page.view as [number, number, number, number];
  const corners = [upright([x0, y0], turn), upright([x1, y1], turn)] as const;
  page.cleanup();
  return {
    number,
    turn,
    runs: runs.filter((run) => run.turn === turn),
    strokes: strokes.map((stroke) => turned(stroke, turn)),
    bottom: Math.min(corners[0][1], corners[1][1]),
    top: Math.max(corners[0][1], corners[1][1]),
  };
}

interface FontObject {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
}

function fontObject({ commonObjs }: { commonObjs: { has(id: string): boolean; get(id: string): unknown } }, id: string): FontObject {
  const font: unknown = commonObjs.has(id) ? commonObjs.get(id) : undefined;
  return typeof font === "object" && font !== null ? font : {};
}

function mainTurn(runs: readonly { readonly turn: Turn; readonly glyphs: readonly unknown[] }[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn, glyphs } of runs) counts[turn] = (counts[turn] as number) + glyphs.length;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function turned({ x0, y0, x1, y1 }: Stroke, turn: Turn): Stroke {
  const [ax, ay] = upright([x0, y0], turn);
  const [bx, by] = upright([x1, y1], turn);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

function asError(error: unknown): unknown {
  if (error instanceof KhopError || !(error instanceof Error)) return error;
  if (error.name === "PasswordException")
    return new KhopError("reader/pdf-password", "The PDF opens with a password only.", {}, { cause: error });
  return new KhopError("reader/pdf-damaged", `The PDF cannot be read: ${error.message}`, { reason: error.message }, { cause: error });
}
