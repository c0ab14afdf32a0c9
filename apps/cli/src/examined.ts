import { type DocumentBlock, type Examination, examine, type Finding, type LayoutFinding, type LayoutRegime } from "@khop/core";
import type { Previous, Seating } from "@khop/reader/against";
import { type Acceptance, type Joined, joined as joinedFile } from "@khop/reader/checked";
import { type Opened, readDocument } from "./input/document.ts";
import type { Source } from "./input/source.ts";

/** A document read, checked and judged, with the ids that its sinks share: f1 …, r1 …. */
export interface Examined extends Joined {
  readonly source: Source;
  readonly text: string;
  /** The way back into a file that is no text of lines. */
  readonly origin: Opened["source"];
  readonly word: Opened["word"];
  readonly workbook: Opened["workbook"];
  readonly pdf: Opened["pdf"];
  /** What of a PDF was not read. */
  readonly unread: Opened["unread"];
  readonly leftOut: Opened["leftOut"];
  readonly encodings: Opened["encodings"];
  readonly converted: Opened["converted"];
  /** The document as it stands on paper. */
  readonly blocks: () => readonly DocumentBlock[];
  /** The earlier report that it was held against. */
  readonly previous?: Previous;
  /** Findings that were accepted as they are. */
  readonly waived: ReadonlyMap<Finding, Acceptance>;
  /** What was found of its layout, where that was asked for. */
  readonly layout?: CheckedLayout;
}

/** A sheet is no document of an office, and has no layout of its own. */
export const isSheet = ({ format }: Source): boolean => format === "xlsx" || format === "csv";

/** A layout held against the regime that was in force; none was known for older documents, and none is for sheets. */
interface CheckedLayout {
  readonly regime: LayoutRegime | undefined;
  /** The day that the regime was chosen by, ISO 8601. */
  readonly day: string;
  readonly findings: readonly LayoutFinding[];
}

/** A document as it was read. */
export interface Read {
  readonly source: Source;
  readonly document: Awaited<ReturnType<typeof readDocument>>;
}

/** The report of an earlier period, and by which regime both are laid side by side. */
export interface Earlier extends Read {
  readonly seating?: Seating;
}

export async function readFrom(source: Source): Promise<Read> {
  return { source, document: await readDocument(source) };
}

/** Reads, checks and judges a document; beside an earlier report, if there is one. */
export async function examineSource(source: Source, earlier?: Earlier): Promise<Examined> {
  const document = await readDocument(source);
  const own = examine(document.network);
  if (earlier === undefined) return joined(source, document, own);
  const { heldAgainst } = await import("@khop/reader/against");
  const { examination, previous } = heldAgainst(document, own, { file: earlier.source.file, document: earlier.document }, earlier.seating);
  return { ...joined(source, document, examination), previous };
}

/** A document and what was found in it. */
export function joined(source: Source, document: Omit<Opened, "network">, examination: Examination): Examined {
  const { text, source: origin, word, workbook, pdf, unread, leftOut, encodings, converted } = document;
  const blocks = (): readonly DocumentBlock[] => document.blocks ?? [];
  const whole = joinedFile(
    {
      text,
      figures: document.figures,
      get blocks() {
        return blocks();
      },
    },
    examination,
  );
  return { ...whole, source, text, origin, word, workbook, pdf, unread, leftOut, encodings, converted, blocks, waived: new Map() };
}

/** Findings that nobody has accepted. */
export const openFindings = ({ findings, waived }: Examined): Finding[] => findings.filter((finding) => !waived.has(finding));
