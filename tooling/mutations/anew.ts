import { atLeast, type Decimal, examine, type Finding, parseVi } from "@khop/core";
import { readText, type TextFormat } from "@khop/reader";

/** A figure put in another's place. */
export interface Mistake {
  readonly start: number;
  /** As printed before and after. */
  readonly before: string;
  readonly after: string;
}

/** What the changed text says when it is read again from its first letter. */
export interface Anew {
  /** There is a finding for a person to look at that the unchanged text has not. */
  readonly isNew: boolean;
  /** Among those, one that names the changed figure first; with its old value; and as the only candidate. */
  readonly isFirst: boolean;
  readonly isRight: boolean;
  readonly isUnique: boolean;
  /** Among those, an error or warning that names another figure alone, of which the unchanged text says nothing. */
  readonly isWrong: boolean;
}

/** Reads a text once, and then each changed text beside it. */
export function readerOf(text: string, format: TextFormat = "markdown"): (mistake: Mistake) => Anew {
  const before = findingsOf(text, format);
  const known = new Set(before.map((finding) => nameOf(finding, startOf)));
  const doubted = new Set(before.flatMap(({ cells, suspects }) => [...cells.map((cell) => startOf({ cell })), ...suspects.map(startOf)]));
  return ({ start, before: printed, after }) => {
    const changed = text.slice(0, start) + after + text.slice(start + printed.length);
    const shift = after.length - printed.length;
    const at = (one: Located): number => (startOf(one) > start ? startOf(one) - shift : startOf(one));
    const fresh = findingsOf(changed, format).filter((finding) => !known.has(nameOf(finding, at)));
    const hits = fresh.filter(({ suspects: [lead] }) => lead !== undefined && startOf(lead) === start);
    const value = printedValue(printed);
    const right = hits.filter(({ suspects: [lead] }) => value !== null && lead?.expected?.eq(value) === true);
    return {
      isNew: fresh.length > 0,
      isFirst: hits.length > 0,
      isRight: right.length > 0,
      isUnique: right.some(({ suspects, ambiguous }) => suspects.length === 1 && !ambiguous),
      isWrong: fresh.some(
        ({ severity, suspects: [lead, ...more], ambiguous }) =>
          atLeast(severity, "warning") &&
          !ambiguous &&
          more.length === 0 &&
          lead !== undefined &&
          startOf(lead) !== start &&
          !doubted.has(at(lead)),
      ),
    };
  };
}

const findingsOf = (text: string, format: TextFormat): Finding[] =>
  examine(readText(text, format).network).findings.filter(({ severity }) => atLeast(severity, "review"));

function printedValue(printed: string): Decimal | null {
  const numeral = printed.replace(/\s?%$/, "");
  try {
    return parseVi(numeral);
  } catch {
    return null;
  }
}

interface Located {
  readonly cell: Finding["cells"][number];
}

const startOf = ({ cell }: Located): number => (cell.anchor?.in === "document" ? cell.anchor.start : -1);

/** The same finding of two texts: of one code, about figures in the same places. */
const nameOf = ({ code, cells }: Finding, at: (one: Located) => number): string =>
  [code, ...cells.map((cell) => at({ cell })).sort((a, b) => a - b)].join(" ");
