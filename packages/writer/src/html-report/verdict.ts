import type { Cell, Checked } from "@khop/core";
import type { CheckedDocument, PageFigure, PageFinding } from "./document.ts";

/**
 * What a page says of a figure: it fits; it is the one that most likely does not; it stands in something that does not fit; it was
 * accepted as it is; it cannot be told; nothing binds it.
 */
export type Mark = "fit" | "suspect" | "misfit" | "accepted" | "unsure" | "free";

/** A document whose figures know their relations, findings and marks. */
export interface Marked {
  readonly document: CheckedDocument;
  readonly figureOf: (cell: Cell) => PageFigure | undefined;
  readonly checkedOf: (figure: PageFigure) => readonly Checked[];
  readonly findingsOf: (figure: PageFigure) => readonly PageFinding[];
  readonly markOf: (figure: PageFigure) => Mark;
}

export function marked(document: CheckedDocument): Marked {
  const byCell = new Map<string, PageFigure>();
  for (const figure of document.figures) if (figure.cell !== null) byCell.set(figure.cell.id, figure);
  const checked = gathered(document.checked, ({ relation }) => relation.cells.map(({ id }) => byCell.get(id)?.id));
  const findings = gathered(document.findings, ({ figures }) => figures);
  const checkedOf = ({ id }: PageFigure): readonly Checked[] => checked.get(id) ?? [];
  const findingsOf = ({ id }: PageFigure): readonly PageFinding[] => findings.get(id) ?? [];
  return {
    document,
    figureOf: (cell) => byCell.get(cell.id),
    checkedOf,
    findingsOf,
    markOf: (figure) => markOf(figure, checkedOf(figure), findingsOf(figure)),
  };
}

function gathered<T>(all: readonly T[], keysOf: (one: T) => readonly (string | undefined)[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      if (key === undefined) continue;
      const list = map.get(key);
      if (list === undefined) map.set(key, [one]);
      else list.push(one);
    }
  }
  return map;
}

/** A finding that accuses one figure: it explains the violated relations, so their other figures are judged by what else they are in. */
const isCertain = ({ finding: { ambiguous, suspects } }: PageFinding): boolean => !ambiguous && suspects.length === 1;

/** "Cannot be told" is never shown as fitting, and a violated relation that no finding tells of is doubtful, not false. */
function markOf({ cell }: PageFigure, checked: readonly Checked[], findings: readonly PageFinding[]): Mark {
  const told = findings.filter(({ finding }) => finding.severity !== "info");
  const own = told.filter((one) => !isCertain(one) || one.finding.suspects[0]?.cell === cell);
  const open = own.filter(({ waived }) => waived === undefined);
  if (open.some(isCertain)) return "suspect";
  // A warning that accuses nobody, such as bases that differ a little, leaves its figures in doubt and no more.
  if (open.length > 0) return open.every(({ finding }) => finding.severity === "warning") ? "unsure" : "misfit";
  if (own.length > 0) return "accepted";
  if (checked.length === 0) return "free";
  const explained = new Set(told.flatMap(({ finding }) => finding.relations));
  const rest = checked.filter(
    ({ relation, choice, verdict }) =>
      verdict !== "violated" || ![relation, ...(choice?.alternatives ?? [])].some((each) => explained.has(each)),
  );
  if (rest.some(({ verdict }) => verdict === "violated")) return "unsure";
  return rest.some(({ verdict }) => verdict === "holds" || verdict === "truncated") ? "fit" : "unsure";
}
