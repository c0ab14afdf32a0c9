import { type Report, roman, type StyledPart } from "@khop/core";
import { piecesOf, sectionsOf } from "./body.ts";
import { gridOfChart } from "./chart.ts";
import type { Facts } from "./facts.ts";
import { addressedToOf, dayText, headOf, listed, titleOf } from "./head.ts";
import { type Line, line, linesOf, type Piece } from "./line.ts";
import { type Shown, Spelling } from "./notes.ts";

/** A report as paragraphs in the order of the official layout, every figure written out; what all formats are made from. */
export interface Arranged {
  readonly isDraft: boolean;
  /** Rows of two columns each. */
  readonly head: readonly (readonly [left: readonly Line[], right: readonly Line[]])[];
  readonly title: readonly Line[];
  readonly body: readonly Piece[];
  readonly end: readonly [left: readonly Line[], right: readonly Line[]];
  /** Each begins on a page of its own. */
  readonly appendices: readonly (readonly Piece[])[];
  /** By their number, from 1. */
  readonly notes: readonly (readonly Shown[])[];
}

/** Parts in capitals where no style sheet says it. */
const inCapitals: ReadonlySet<StyledPart> = new Set<StyledPart>([
  "nationalName",
  "parentBody",
  "body",
  "draft",
  "title",
  "section",
  "authority",
  "position",
  "appendixTitle",
]);

/**
 * @param charts `table`: each as the table of its figures, for whoever draws none
 * @throws KhopError `writer/unknown-fact`, `writer/bad-note`, `writer/uneven-table` or `writer/bad-chart` where the report does not fit together.
 */
export function arrange(
  report: Report,
  facts: Facts,
  capitals: ReadonlySet<StyledPart> = inCapitals,
  charts: "chart" | "table" = "table",
): Arranged {
  const spelling = new Spelling(facts, report.footnotes);
  const { legalBases = [], opening = [], closing = [], sections } = report;
  const head = headOf(report);
  const title = [...titleOf(report), ...addressedToOf(report)];
  const body = [
    ...legalBases.map((text) => line("legalBasis", text)),
    ...piecesOf(opening, spelling),
    ...sectionsOf([...sections, ...tasksOf(report)], spelling),
    ...piecesOf(closing, spelling),
  ];
  const appendices = appendicesOf(report, spelling);
  const notes = spelling.notes();
  const shownLine = (piece: Line): Line => (capitals.has(piece.part) ? upper(piece) : piece);
  const shown = (piece: Piece): Piece => {
    if (piece.is === "line") return shownLine(piece);
    return piece.is === "chart" && charts === "table" ? gridOfChart(piece) : piece;
  };
  const [left, right] = endOf(report);
  return {
    isDraft: report.draft ?? false,
    head: head.map(([a, b]) => [a.map(shownLine), b.map(shownLine)] as const),
    title: title.map(shownLine),
    body: body.map(shown),
    end: [left.map(shownLine), right.map(shownLine)],
    appendices: appendices.map((pieces) => pieces.map(shown)),
    notes,
  };
}

const upper = (piece: Line): Line => ({
  ...piece,
  spans: piece.spans.map((span) => (span.is === "text" ? { ...span, text: span.text.toUpperCase() } : span)),
});

/** What is planned is the last section: a task a line, with who answers for it and by when. */
function tasksOf({ tasks, tasksTitle = "Nhiệm vụ trọng tâm kỳ tới" }: Report): Report["sections"] {
  if (tasks.length === 0) return [];
  const text = ({ text, responsible, dueDate }: Report["tasks"][number]): string => {
    const more = [
      ...(responsible === undefined ? [] : [`chủ trì: ${responsible}`]),
      ...(dueDate === undefined ? [] : [`hoàn thành trước ngày ${dayText(dueDate)}`]),
    ];
    return `- ${text.replace(/[.;]\s*$/, "")}${more.length === 0 ? "" : ` (${more.join("; ")})`}.`;
  };
  const blocks = tasks.map((task) => ({ is: "passage", origin: "written", spans: [{ is: "text", text: text(task) }] }) as const);
  return [{ title: tasksTitle, blocks: blocks.map((block) => ({ ...block, spans: [...block.spans] })) }];
}

function endOf({ addressees, signatureBlock: { authority, position, signature, name } }: Report): [left: Line[], right: Line[]] {
  return [
    [
      ...(addressees.length === 0 ? [] : [line("recipientsTitle", "Nơi nhận:")]),
      ...listed(addressees).map((text) => line("recipient", text)),
    ],
    [
      ...(authority === undefined ? [] : linesOf("authority", authority)),
      ...linesOf("position", position),
      // Room for the hand or the picture of a digital signature.
      line("signature", signature ?? "\u00a0"),
      line("signer", name),
    ],
  ];
}

const appendicesOf = ({ appendices = [] }: Report, spelling: Spelling): Piece[][] =>
  appendices.map(({ title, reference, blocks, sections = [] }, i) => [
    line("appendixNumber", appendices.length === 1 ? "Phụ lục" : `Phụ lục ${roman(i + 1)}`),
    line("appendixTitle", title),
    ...(reference === undefined ? [] : [line("appendixReference", `(${reference.replace(/^\(|\)$/g, "")})`)]),
    ...piecesOf(blocks, spelling),
    ...sectionsOf(sections, spelling),
  ]);
