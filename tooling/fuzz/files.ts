import { examine, isKhopError } from "@khop/core";
import { isOoxmlError } from "@khop/ooxml";
import { worked } from "@khop/ooxml/testing";
import { type DocumentSource, type Origin, type ReadDocument, readText } from "@khop/reader";
import { readCsv } from "@khop/reader/csv";
import { readDocx } from "@khop/reader/docx";
import { readHtml } from "@khop/reader/html";
import { readPdf } from "@khop/reader/pdf";
import { readXlsx } from "@khop/reader/xlsx";
import { faultsIn } from "./faults.ts";
import type { FileFormat, FuzzedFile } from "./formats.ts";

/** What came of a file: read, or turned away with this code; and what must not have come of it. */
export interface FileOutcome {
  readonly ended: string;
  readonly faults: readonly string[];
  readonly milliseconds: number;
}

/** For a small file that was changed; the machine may be busy. */
const limit = 4_000;

type Way = (
  bytes: Uint8Array,
) =>
  | (ReadDocument & { readonly source?: DocumentSource<Origin, unknown> })
  | Promise<ReadDocument & { readonly source?: DocumentSource<Origin, unknown> }>;

const ways: Readonly<Record<FileFormat, Way>> = {
  docx: (bytes) => readDocx(bytes),
  xlsx: (bytes) => readXlsx(bytes),
  pdf: (bytes) => readPdf(bytes, { milliseconds: limit }),
  html: (bytes) => readHtml(bytes),
  csv: (bytes) => readCsv(new TextDecoder().decode(bytes)),
  markdown: (bytes) => readText(new TextDecoder().decode(bytes)),
};

/** Reads and examines a file. */
export async function fileOutcomeOf({ format, bytes }: FuzzedFile): Promise<FileOutcome> {
  const started = worked();
  const took = (): number => worked() - started;
  const late = (): string[] => (took() > limit * 1.25 ? [`took ${Math.round(took())} ms for ${bytes.length} bytes`] : []);
  try {
    const document = await ways[format](bytes);
    examine(document.network);
    return { ended: "read", faults: [...late(), ...faultsIn(document), ...spans(document)], milliseconds: took() };
  } catch (error) {
    if ((isKhopError(error) || isOoxmlError(error)) && error.message !== "")
      return { ended: error.code, faults: late(), milliseconds: took() };
    const why = error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" ") : String(error);
    return { ended: "threw", faults: [`threw ${why}`], milliseconds: took() };
  }
}

/** The way back from each figure begins at some of its characters, and leads to a place. */
function spans({ text, figures, source }: Awaited<ReturnType<Way>>): string[] {
  if (source === undefined) return [];
  return figures.flatMap(({ id, start, end }) => {
    const found = source.spans(start, end);
    const outside = found.filter(
      (span) => span.end <= start || span.start >= end || span.end > text.length || span.from < 0 || span.to < span.from,
    );
    return [
      ...outside.map((span) => `${id}: its span ${span.start}–${span.end} is not of ${start}–${end}`),
      ...(source.placeAt(start) === undefined ? [`${id} has no place`] : []),
    ];
  });
}
