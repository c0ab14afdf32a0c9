import { leftOutItems } from "./left-out.ts";
import { type Reading, readAsItems } from "./read-as.ts";
import type { Screen } from "./screen.ts";
import type { SummaryRow } from "./summary.ts";
import { wrapItems } from "./width.ts";

/** How a document was read, and what of it was not. */
export const notesOf = (document: Reading, screen: Screen): SummaryRow[] => [
  [screen.words.readAs.title, readAsItems(document, screen), "; "],
  [screen.words.leftOut.title, leftOutItems(document.leftOut, screen), "; "],
];

/** The same as lines of their own, below a table of figures. */
export function noteLines(document: Reading, screen: Screen): string[] {
  const notes = notesOf(document, screen).filter(([, items]) => items.length > 0);
  const indent = Math.max(0, ...notes.map(([title]) => title.length)) + 2;
  return notes.flatMap(([title, items, between]) =>
    wrapItems(items, between, screen.width - indent).map(
      (line, index) => (index === 0 ? screen.colour.bold(title.padEnd(indent)) : " ".repeat(indent)) + line,
    ),
  );
}
