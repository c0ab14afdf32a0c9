import { atLeast, type Severity } from "@khop/core";
import { checkedJson } from "@khop/reader/checked";
import { type Examined, openFindings } from "./examined.ts";
import type { Language, Said } from "./language.ts";
import { prettyDocument } from "./show/pretty.ts";
import { sarifDocument } from "./show/sarif.ts";
import { type Screen, screenOf } from "./show/screen.ts";
import { type Tally, tallyOf } from "./show/summary.ts";

/** How documents are told of. It goes from thread to thread. */
export interface Style {
  readonly format: string;
  readonly severity: Severity;
  readonly quiet: boolean;
  readonly language: Language;
  /** What is known of the terminal that it is shown on. */
  readonly terminal: { readonly isTTY: boolean; readonly columns?: number };
  /** The file of waivers that was named. */
  readonly waivers: string | undefined;
  /** Whether layouts are checked too, and LibreOffice may be asked to convert. */
  readonly layout: boolean;
  readonly libreoffice: boolean;
}

export const styledScreen = ({ terminal, language }: Style): Screen => screenOf(terminal, language);

/** All that is shown of a document, so that the document itself can be let go. */
export interface Told {
  /** Its part of the result, in the format that was asked for. */
  readonly part: string;
  readonly tally: Tally;
  /** Some finding is as grave as was asked about. */
  readonly fails: boolean;
  /** What of it was not read. */
  readonly unread?: Said;
  /** Its file of waivers, and those of them that it needs. */
  readonly waivers?: { readonly file: string; readonly used: readonly string[] };
}

export function tell(document: Examined, style: Style, waivers?: Told["waivers"]): Told {
  const { unread } = document;
  return {
    part: partOf(document, style),
    tally: tallyOf(document),
    fails: [...openFindings(document), ...(document.layout?.findings ?? [])].some(({ severity }) => atLeast(severity, style.severity)),
    ...(unread === undefined ? {} : { unread }),
    ...(waivers === undefined ? {} : { waivers }),
  };
}

function partOf(document: Examined, style: Style): string {
  if (style.format === "json") return JSON.stringify(checkedJson({ ...document, file: document.source.file }), null, 2);
  if (style.format === "sarif") return JSON.stringify(sarifDocument(document, style.language));
  return prettyDocument(document, style.severity, style.quiet, styledScreen(style));
}
