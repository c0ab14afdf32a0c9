import type * as Pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import { Port } from "./port.ts";

export type Engine = typeof Pdfjs;

let engine: Promise<Engine> | undefined;

/** pdf.js, loaded once. It works in the thread that calls: no worker file has to be found at run time, in Node or in a bundle. */
export function loadEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

/** The working half of pdf.js, in this thread. */
export function workerOf(engine: Engine): InstanceType<Engine["PDFWorker"]> {
  const port = new Port();
  const { pdfjsWorker } = globalThis as unknown as { readonly pdfjsWorker: WorkingHalf };
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  return new engine.PDFWorker({ verbosity: engine.VerbosityLevel.ERRORS, port: port as never });
}

/** What loading the working half leaves in `globalThis`. */
interface WorkingHalf {
  readonly WorkerMessageHandler: { readonly initializeFromPort: (port: Port) => void };
}

async function load(): Promise<Engine> {
  // Loading it makes `globalThis.pdfjsWorker`, which pdf.js takes instead of a worker.
  // @ts-expect-error: this half of pdf.js comes without types, and nothing of it is used by name.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const { warn } = console;
  // Under Node, pdf.js 6 says while it loads that it cannot draw pages without a canvas. Nothing is drawn here.
  console.warn = (...said: unknown[]) => {
    if (!/canvas|DOMMatrix|Path2D/.test(String(said[0]))) warn(...said);
  };
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}
