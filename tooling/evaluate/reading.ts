import { type Cell, Decimal, examine, type Finding, type Relation, type Severity, type Verdict } from "@khop/core";
import { type Figure, readText } from "@khop/reader";
import { type Noted, type Passage, type Row, spansOf } from "./corpus.ts";

/** A relation that the reader found, with the figures it ties; hidden cells are left aside. */
export interface Tied {
  readonly relation: Relation;
  readonly verdict: Verdict | undefined;
  readonly figures: ReadonlySet<Figure>;
}

/** A finding with the figures it touches, the relations it reports and the figures it suspects. */
export interface Told {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly figures: ReadonlySet<Figure>;
  readonly relations: readonly Tied[];
  readonly suspects: ReadonlySet<Figure>;
}

/** A noted relation with, for each of its figures, the read figures that it may be. */
export interface Aimed {
  readonly row: Row;
  readonly candidates: readonly ReadonlySet<Figure>[];
}

export interface Reading {
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  /** Checked relations; of a choice the adopted reading. */
  readonly tied: readonly Tied[];
  /** Readings of choices that were not adopted. */
  readonly others: readonly Tied[];
  readonly told: readonly Told[];
  readonly aimed: readonly Aimed[];
}

export function read(passage: Passage): Reading {
  const { figures, network } = readText(passage.text, "text");
  const { checked, findings } = examine(network);
  const figureOf = new Map(figures.flatMap((figure) => (figure.cell === null ? [] : [[figure.cell.id, figure] as const])));
  const figuresOf = (cells: readonly Cell[]) => new Set(cells.flatMap((cell) => figureOf.get(cell.id) ?? []));
  const tie = (relation: Relation, verdict?: Verdict): Tied => ({ relation, verdict, figures: figuresOf(relation.cells) });

  // A finding about hidden cells only (populations) touches the figures that they were worked out from.
  const touchedBy = ({ cells, relations }: Finding) => {
    const named = figuresOf(cells);
    if (named.size > 0) return named;
    const hidden = new Set([...cells, ...relations.flatMap((relation) => relation.cells)]);
    return figuresOf(checked.flatMap(({ relation }) => (relation.cells.some((cell) => hidden.has(cell)) ? [relation.focus] : [])));
  };

  const tied = checked.map(({ relation, verdict }) => tie(relation, verdict));
  const known = new Map(tied.map((one) => [one.relation, one]));
  const others = network.choices.flatMap(({ alternatives }) => alternatives.filter((one) => !known.has(one)).map((one) => tie(one)));
  const told = findings.map((finding) => ({
    finding,
    severity: finding.severity,
    figures: touchedBy(finding),
    relations: finding.relations.map((one) => known.get(one) ?? tie(one)),
    suspects: figuresOf(finding.suspects.map(({ cell }) => cell)),
  }));
  const aimed = passage.rows.map((row) => ({ row, candidates: row.figures.map((noted) => candidatesOf(passage.text, noted, figures)) }));
  return { passage, figures, tied, others, told, aimed };
}

/** Figures that stand where the noted one stands; where its text is not printed so, figures of the same value. */
function candidatesOf(text: string, noted: Noted, figures: readonly Figure[]): ReadonlySet<Figure> {
  const spans = spansOf(text, noted);
  const at = figures.filter((figure) => spans.some(({ start, end }) => figure.start < end && start < figure.end));
  if (at.length > 0) return new Set(at);
  if (spans.length > 0 && /\d/.test(noted.text)) return new Set();
  return new Set(figures.filter((figure) => figure.quantity !== null && sameValue(noted.value, figure)));
}

function sameValue(value: string, { quantity }: Figure): boolean {
  if (quantity === null || !/^-?\d+(\.\d+)?$/.test(value)) return false;
  const wanted = new Decimal(value);
  return wanted.eq(quantity.value) || wanted.eq(quantity.value.times(quantity.multiplier));
}

/** True when the relation ties exactly the figures that were noted, one to one. */
export function isExactly(figures: ReadonlySet<Figure>, candidates: readonly ReadonlySet<Figure>[]): boolean {
  if (figures.size !== candidates.length) return false;
  const free = new Set(figures);
  const order = [...candidates].sort((a, b) => a.size - b.size);
  const seat = (index: number): boolean => {
    const wanted = order[index];
    if (wanted === undefined) return true;
    for (const figure of wanted) {
      if (!free.delete(figure)) continue;
      if (seat(index + 1)) return true;
      free.add(figure);
    }
    return false;
  };
  return seat(0);
}

/** True when every figure of the relation is one of those noted. */
export function isWithin(figures: ReadonlySet<Figure>, candidates: readonly ReadonlySet<Figure>[]): boolean {
  return [...figures].every((figure) => candidates.some((each) => each.has(figure)));
}
