import { type Checked, type Language, mendOf, type Reason, type Verdict, type WorkingLine, workingOf } from "@khop/core";
import type { Acceptance, PageFigure, PageFinding } from "./document.ts";
import type { Mark, Marked } from "./verdict.ts";
import { words as allWords } from "./words.ts";

/** So many lines of one sum are shown; a total of a thousand parts would otherwise be written a thousand times. */
const mostLines = 14;
/** And so many sums of one figure. */
const mostSums = 12;

/** A line of a sum; `figure` is the id of the document's figure that it shows. */
export interface SumLine {
  readonly sign: string;
  readonly label: string;
  readonly text: string;
  readonly kind: "" | "own" | "made" | "stated" | "broken" | "gap";
  readonly figure?: string;
}

/** A relation of a figure, its arithmetic written out. */
export interface Sum {
  readonly name: string;
  readonly mark: Mark;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly lines: readonly SumLine[];
  /** How many lines before those of the result were left out. */
  readonly left: number;
}

/** What a finding says of a figure: a value that is likely, or possible, or no more than its message. */
export interface Told {
  readonly finding: string;
  readonly accepted?: Acceptance;
  /** "1,94 % nhiều khả năng là 1,64 %"; absent where no value can be told. */
  readonly said?: string;
  /** The value alone, as the figure would print it, where nothing else is as likely. */
  readonly likely?: string;
  /** Absent where the sums below say it. */
  readonly message?: string;
}

/** Why a figure is marked as it is. */
export interface Explanation {
  /** The figure with its unit. */
  readonly shown: string;
  readonly mark: Mark;
  readonly label: string;
  readonly place?: string;
  readonly told: readonly Told[];
  readonly sums: readonly Sum[];
}

/** What a figure is of, what most likely is wrong with it, and each of its sums, the broken ones first. */
export function explanationOf(figure: PageFigure, marked: Marked, language: Language): Explanation {
  const checked = marked.checkedOf(figure);
  const broken = checked.some(({ verdict }) => verdict === "violated");
  const ordered = [...checked].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)).slice(0, mostSums);
  const place = marked.document.place?.(figure.start);
  return {
    shown: figure.quantity?.format() ?? figure.text,
    mark: marked.markOf(figure),
    label: figure.label,
    ...(place === undefined ? {} : { place }),
    told: marked.findingsOf(figure).map((one) => toldOf(one, figure, broken, language)),
    sums: ordered.map((one) => sumOf(one, figure, marked, language)),
  };
}

const order = ["violated", "truncated", "unknown", "holds"];

function toldOf({ finding, waived, id }: PageFinding, { cell, quantity }: PageFigure, shown: boolean, language: Language): Told {
  if (waived !== undefined) return { finding: id, accepted: waived };
  const message = finding.message[language];
  const own = finding.suspects.find((suspect) => suspect.cell === cell);
  if (!own?.expected || quantity === null) return { finding: id, message };
  const words = allWords[language];
  const { printed = "", right = null } = mendOf(own, language) ?? {};
  if (right === null) return { finding: id, message };
  const certain = !finding.ambiguous && finding.suspects.length === 1;
  return {
    finding: id,
    said: certain ? words.likely(printed, right) : `${printed} ${words.becomes} ${right}`,
    ...(certain ? { likely: right } : {}),
    // The sums below show what the message says, if any of them is broken.
    ...(certain && shown ? {} : { message }),
  };
}

const marks = { holds: "fit", truncated: "fit", violated: "misfit", unknown: "unsure" } as const;

function sumOf(checked: Checked, figure: PageFigure, marked: Marked, language: Language): Sum {
  const { relation, verdict, reason } = checked;
  const words = allWords[language];
  const { lines, made, stated, gap } = workingOf(checked, language);
  const broken = verdict === "violated";
  const line = ({ sign, label, text, cell }: WorkingLine, kind: SumLine["kind"]): SumLine => {
    const other = cell === null ? undefined : marked.figureOf(cell);
    return {
      sign,
      label,
      text,
      kind: kind === "" && other === figure ? "own" : kind,
      ...(other === undefined ? {} : { figure: other.id }),
    };
  };
  const [shown, left] = shortened(lines, figure);
  const plain = (label: string, text: string, sign: string, kind: SumLine["kind"]): SumLine => ({ sign, label, text, kind });
  const saidSign = broken ? (stated?.sign === "≤" ? ">" : "≠") : (stated?.sign ?? "");
  return {
    name: relation.kind.name[language],
    mark: marks[verdict],
    verdict,
    ...(reason === undefined ? {} : { reason }),
    left,
    lines: [
      ...shown.map((one) => line(one, "")),
      ...(made === null ? [] : [plain(words.made, made, "=", "made")]),
      ...(stated === null ? [] : [line({ ...stated, sign: saidSign, label: stated.label || words.stated }, broken ? "broken" : "stated")]),
      ...(gap === null ? [] : [plain(words.gap, gap, "", "gap")]),
    ],
  };
}

/** The first lines of a long sum, and the figure's own wherever it stands. */
function shortened(lines: readonly WorkingLine[], { cell }: PageFigure): [kept: WorkingLine[], left: number] {
  if (lines.length <= mostLines) return [[...lines], 0];
  const kept = lines.filter((one, i) => i < mostLines - 2 || (one.cell !== null && one.cell === cell));
  return [kept, lines.length - kept.length];
}
