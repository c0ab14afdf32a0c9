import { checkedEnd, checkedStart } from "@khop/reader/checked";
import { prettyEnd } from "./show/pretty.ts";
import { type SarifDocument, sarifLog } from "./show/sarif.ts";
import { addTally, emptyTally } from "./show/summary.ts";
import { type Style, styledScreen, type Told } from "./told.ts";
import type { Stale } from "./waivers/match.ts";

/** A result while documents come in: what is to be written next, and nothing of what is written already. */
export interface Result {
  readonly add: (told: Told) => string;
  readonly end: (stale: readonly Stale[]) => string;
}

export function resultOf(style: Style): Result {
  switch (style.format) {
    case "json":
      return json();
    case "sarif":
      return sarif(style);
    default:
      return pretty(style);
  }
}

function json(): Result {
  let first = true;
  return {
    add: ({ part }) => {
      const before = first ? checkedStart : ",\n";
      first = false;
      return `${before}    ${part.replaceAll("\n", "\n    ")}`;
    },
    end: checkedEnd,
  };
}

/** The rules stand before the results: findings are kept, and no document. */
function sarif({ language }: Style): Result {
  const documents: SarifDocument[] = [];
  return {
    add: ({ part }) => {
      documents.push(JSON.parse(part));
      return "";
    },
    end: (stale) => `${JSON.stringify(sarifLog(documents, language, stale), null, 2)}\n`,
  };
}

function pretty(style: Style): Result {
  const sum = emptyTally();
  let documents = 0;
  let isOpen = false;
  const block = (text: string): string => {
    if (text === "") return "";
    const before = isOpen ? "\n\n" : "";
    isOpen = true;
    return before + text;
  };
  return {
    add: ({ part, tally }) => {
      documents += 1;
      addTally(sum, tally);
      return block(part);
    },
    end: (stale) => {
      const last = style.quiet ? [] : prettyEnd(documents, sum, stale, styledScreen(style));
      const text = last.map(block).join("");
      return isOpen ? `${text}\n` : "";
    },
  };
}
