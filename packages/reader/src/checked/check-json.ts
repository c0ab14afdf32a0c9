import type { Cell, Checked, Decimal, Elsewhere, Finding, LayoutFinding, LayoutRegime } from "@khop/core";
import type { Previous } from "../against/held.ts";
import type { Figure } from "../document.ts";
import type { LegacyEncoding } from "../legacy/encoding.ts";
import type { DocumentSource, Origin } from "../writing/source.ts";
import type { LeftOut } from "../xlsx/source.ts";
import { figuresOf, type Joined } from "./joined.ts";
import type { Place } from "./place.ts";

/** Why a finding was accepted, who by and when (ISO 8601: `2025-03-31`). */
export interface Acceptance {
  readonly reason: string;
  readonly by?: string | undefined;
  readonly date?: string | undefined;
}

/** What of a file is not in its text, and how it was read that is no Unicode, or no format of ours. */
export interface Reading {
  readonly leftOut?: LeftOut | undefined;
  /** Encodings older than Unicode that it was converted from. */
  readonly encodings?: readonly LegacyEncoding[] | undefined;
  /** What another program made it of, by extension. */
  readonly converted?: { readonly from: string; readonly to: string } | undefined;
}

/** A file with its figures, as `khop.figures/1` tells of it. */
export interface FiguresOf extends Reading {
  readonly file: string;
  readonly figures: readonly Figure[];
  /** The way back into a file that is no text of lines. */
  readonly origin?: DocumentSource<Origin, Place> | undefined;
}

/** A file that was checked, as `khop.check/1` tells of it. */
export interface CheckedFile extends FiguresOf, Joined {
  readonly figures: readonly Figure[];
  readonly previous?: Previous | undefined;
  /** Findings that were accepted as they are. */
  readonly waived: ReadonlyMap<Finding, Acceptance>;
  readonly layout?: { readonly regime: LayoutRegime | undefined; readonly findings: readonly LayoutFinding[] } | undefined;
}

/** A waiver that no document needs any more. */
interface StaleWaiver {
  readonly file: string;
  readonly waiver: { readonly id: string; readonly reason: string };
}

const canonical = (value: Decimal): string => value.toFixed();

/** A figure in the form of `khop.figures/1` and `khop.check/1`; what is no quantity has neither value nor unit. */
function figureJson(figure: Figure, source: FiguresOf["origin"]): object {
  const { id, text, start, end, quantity, label, role, hedge, level, period } = figure;
  return {
    id,
    text,
    start,
    end,
    value: quantity === null ? null : canonical(quantity.value),
    unit: quantity === null ? null : quantity.unit.id,
    ...(quantity === null || quantity.exponent === 0 ? {} : { multiplier: canonical(quantity.multiplier) }),
    decimals: quantity === null ? null : quantity.decimals,
    ...(hedge === undefined ? {} : { hedge }),
    ...(quantity?.statedUpper === undefined ? {} : { upper: canonical(quantity.statedUpper.toDecimal()) }),
    label,
    role,
    ...(level === undefined ? {} : { level }),
    ...(period === undefined ? {} : { period }),
    ...(source === undefined ? {} : { place: source.placeAt(start) }),
  };
}

/** What of a file is not in the text, and how it was read that is no Unicode, or no format of ours. */
const readingJson = ({ leftOut, encodings = [], converted }: Reading): object => ({
  ...(leftOut === undefined ? {} : { leftOut }),
  ...(encodings.length === 0 ? {} : { encodings }),
  ...(converted === undefined ? {} : { converted }),
});

/** The documents of `khop.figures/1`. */
export const figuresJson = (documents: readonly FiguresOf[]): object => ({
  schema: "khop.figures/1",
  documents: documents.map((document) => ({
    file: document.file,
    figures: document.figures.map((figure) => figureJson(figure, document.origin)),
    ...readingJson(document),
  })),
});

/** A document of `khop.check/1`. */
export const checkedJson = (document: CheckedFile): object => ({
  file: document.file,
  ...(document.previous === undefined ? {} : { previous: previousJson(document.previous) }),
  figures: document.figures.map((figure) => figureJson(figure, document.origin)),
  relations: document.checked.map((one) => relationJson(one, document)),
  findings: document.findings.map((finding) => findingJson(finding, document)),
  ...readingJson(document),
  ...(document.layout === undefined
    ? {}
    : { layoutRegime: document.layout.regime?.id ?? null, layout: document.layout.findings.map(layoutJson) }),
});

/** What stands before the first document of `khop.check/1`, and behind the last: the waivers that nothing matched. */
export const checkedStart = '{\n  "schema": "khop.check/1",\n  "documents": [\n';
export function checkedEnd(stale: readonly StaleWaiver[]): string {
  const waivers = stale.map(({ file, waiver: { id, reason } }) => ({ file, id, reason }));
  const listed = JSON.stringify(waivers, null, 2).replaceAll("\n", "\n  ");
  return `\n  ]${waivers.length === 0 ? "" : `,\n  "staleWaivers": ${listed}`}\n}\n`;
}

function layoutJson({ code, severity, rule, part, message, measured, required, source, places }: LayoutFinding): object {
  return { code, severity, rule, part, message, measured, required, source, places };
}

function relationJson(checked: Checked, document: CheckedFile): object {
  const { relation, verdict, reason, stated, computed } = checked;
  return {
    id: document.relationId(checked),
    kind: relation.kind.kind,
    cells: relation.seats.map(({ place, cell }) => ({
      figure: document.figureOf(cell)?.id ?? null,
      place,
      ...contents(cell, document),
      ...elsewhereJson(cell),
    })),
    verdict,
    ...(reason === undefined ? {} : { reason }),
    stated: stated === null ? null : canonical(stated),
    computed:
      computed === null
        ? null
        : canonical(computed.toDecimalPlaces(Math.max(stated?.decimalPlaces() ?? 0, relation.focus.quantity?.decimals ?? 0, 0) + 4)),
    cue: relation.cue,
    intended: relation.intended,
  };
}

const previousJson = ({ file, period, standing, paired, unchecked, isDoubtful }: Previous): object => ({
  file,
  period: period?.id ?? null,
  standing,
  paired,
  unchecked,
  doubtful: isDoubtful,
});

/** Where a figure of another document stands: `previous` in an earlier report, `beside` in a file of the same dossier. */
function elsewhereJson({ elsewhere }: Cell): object {
  if (elsewhere === undefined) return {};
  const { as, file, figure, start, end } = elsewhere;
  return { [as === "earlier" ? "previous" : "beside"]: { file, figure, start, end } };
}

/** What a cell states, else what is known of it. Ends of an interval are rounded to six decimals; null is unbounded. */
function contents(cell: Cell, { known }: CheckedFile): object {
  if (cell.quantity !== null) return { value: canonical(cell.quantity.value) };
  const { lo, hi } = known(cell);
  const end = (value: Decimal | null): string | null => (value === null ? null : canonical(value.toDecimalPlaces(6)));
  return { interval: { lo: end(lo), hi: end(hi) } };
}

/** The figures of another document that a finding rests on. */
function others(name: string, as: Elsewhere["as"], { cells }: Finding): object {
  const there = cells.filter(({ elsewhere }) => elsewhere?.as === as);
  if (there.length === 0) return {};
  return {
    [name]: there.map(({ elsewhere, quantity }) => ({
      file: elsewhere?.file,
      figure: elsewhere?.figure,
      value: quantity === null ? null : canonical(quantity.value),
      start: elsewhere?.start,
      end: elsewhere?.end,
    })),
  };
}

function findingJson(finding: Finding, document: CheckedFile): object {
  const { code, severity, message, relations, suspects, ambiguous } = finding;
  const ids = relations.flatMap((relation) => {
    const checked = document.checkedOf(relation);
    return checked === undefined ? [] : [document.relationId(checked)];
  });
  const waived = document.waived.get(finding);
  return {
    id: document.findingId(finding),
    code,
    severity,
    message: { vi: message.vi, en: message.en },
    figures: figuresOf(finding, document).map(({ id }) => id),
    relations: [...new Set(ids)],
    suspects: suspects.map(({ cell, expected, score, went, multiplier }) => ({
      figure: document.figureOf(cell)?.id ?? null,
      expected: expected === null ? null : canonical(expected),
      score,
      ...(went === undefined ? {} : { went }),
      ...(multiplier === undefined ? {} : { multiplier }),
    })),
    ambiguous,
    ...others("previous", "earlier", finding),
    ...others("beside", "beside", finding),
    ...(waived === undefined ? {} : { waived: { reason: waived.reason, by: waived.by, date: waived.date } }),
  };
}
