import { atLeast, examine, type Finding } from "@khop/core";
import { readText } from "@khop/reader";
import type { Change } from "./changes.ts";

/** What the changed text says when it is read again from its first letter. */
export interface Anew {
  /** There is a finding for a person to look at that the unchanged text has not. */
  readonly isNew: boolean;
  /** Among those, one that names the changed figure first; and with its old value. */
  readonly isFirst: boolean;
  readonly isRight: boolean;
  /** Among those, an error that names another figure alone. */
  readonly isWrong: boolean;
}

/** Reads a text once, and then each changed text beside it. */
export function readerOf(text: string): (change: Change) => Anew {
  const known = new Set(findingsOf(text).map(nameOf));
  return ({ figure, after }) => {
    const changed = text.slice(0, figure.start) + after + text.slice(figure.end);
    const fresh = findingsOf(changed).filter((finding) => !known.has(nameOf(finding)));
    const leads = fresh.map(({ suspects: [lead] }) => lead);
    const hits = leads.filter((lead) => lead !== undefined && startOf(lead) === figure.start);
    return {
      isNew: fresh.length > 0,
      isFirst: hits.length > 0,
      isRight: hits.some((lead) => lead?.expected?.eq(figure.quantity?.value ?? Number.NaN) === true),
      isWrong: fresh.some(
        ({ severity, suspects: [lead, ...more] }) =>
          severity === "error" && more.length === 0 && lead !== undefined && startOf(lead) !== figure.start,
      ),
    };
  };
}

const findingsOf = (text: string): Finding[] =>
  examine(readText(text).network).findings.filter(({ severity }) => atLeast(severity, "review"));

const startOf = ({ cell }: { cell: Finding["cells"][number] }): number => (cell.anchor?.in === "document" ? cell.anchor.start : -1);

/** The same finding of two texts that differ in one digit: of one code, about figures in the same places. */
const nameOf = ({ code, cells }: Finding): string => [code, ...cells.map((cell) => startOf({ cell })).sort((a, b) => a - b)].join(" ");
