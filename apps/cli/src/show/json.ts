import type { Cell, Checked, Decimal, Finding } from "@khop/core";
import type { Figure } from "@khop/reader";
import { type Examined, figuresOf } from "../examined.ts";
import type { Opened } from "../input/document.ts";
import type { Stale } from "../waivers/match.ts";

const canonical = (value: Decimal): string => value.toFixed();

/** A figure in the form of `khop.figures/1` and `khop.check/1`; what is no quantity has neither value nor unit. */
function figureJson(figure: Figure, source: Opened["source"]): object {
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

/** The documents of `khop.figures/1`. */
export const figuresJson = (
  documents: readonly ({ readonly file: string } & Pick<Opened, "figures" | "source" | "leftOut">)[],
): object => ({
  schema: "khop.figures/1",
  documents: documents.map(({ file, figures, source, leftOut }) => ({
    file,
    figures: figures.map((figure) => figureJson(figure, source)),
    ...(leftOut === undefined ? {} : { leftOut }),
  })),
});

/** A document of `khop.check/1`. */
export const checkedDocument = (document: Examined): object => ({
  file: document.source.file,
  figures: document.figures.map((figure) => figureJson(figure, document.origin)),
  relations: document.checked.map((one) => relationJson(one, document)),
  findings: document.findings.map((finding) => findingJson(finding, document)),
  ...(document.leftOut === undefined ? {} : { leftOut: document.leftOut }),
});

/** What stands before the first document of `khop.check/1`, and behind the last: the waivers that nothing matched. */
export const checkedStart = '{\n  "schema": "khop.check/1",\n  "documents": [\n';
export function checkedEnd(stale: readonly Stale[]): string {
  const waivers = stale.map(({ file, waiver: { id, reason } }) => ({ file, id, reason }));
  const listed = JSON.stringify(waivers, null, 2).replaceAll("\n", "\n  ");
  return `\n  ]${waivers.length === 0 ? "" : `,\n  "staleWaivers": ${listed}`}\n}\n`;
}

function relationJson(checked: Checked, document: Examined): object {
  const { relation, verdict, reason, stated, computed } = checked;
  return {
    id: document.relationId(checked),
    kind: relation.kind.kind,
    cells: relation.seats.map(({ place, cell }) => ({ figure: document.figureOf(cell)?.id ?? null, place, ...contents(cell, document) })),
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

/** What a cell states, else what is known of it. Ends of an interval are rounded to six decimals; null is unbounded. */
function contents(cell: Cell, { known }: Examined): object {
  if (cell.quantity !== null) return { value: canonical(cell.quantity.value) };
  const { lo, hi } = known(cell);
  const end = (value: Decimal | null): string | null => (value === null ? null : canonical(value.toDecimalPlaces(6)));
  return { interval: { lo: end(lo), hi: end(hi) } };
}

function findingJson(finding: Finding, document: Examined): object {
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
    suspects: suspects.map(({ cell, expected, score }) => ({
      figure: document.figureOf(cell)?.id ?? null,
      expected: expected === null ? null : canonical(expected),
      score,
    })),
    ambiguous,
    ...(waived === undefined ? {} : { waived: { reason: waived.reason, by: waived.by, date: waived.date } }),
  };
}
