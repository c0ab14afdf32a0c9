import type { Cell } from "./cell.ts";
import type { Checked } from "./check.ts";
import type { Expr, Law } from "./law.ts";
import { isCell, type Language, type Relation } from "./relation.ts";
import { figureText, gapText, madeText, whereabouts } from "./sentence.ts";
import { formatVi } from "./vi-number.ts";

/** One line of a working: a figure with its sign in front and what it is of. */
export interface WorkingLine {
  /** "", "+", "−", "×", "÷", "=", with an opening bracket where one is needed. */
  readonly sign: string;
  readonly label: string;
  /** The figure as printed, with a closing bracket where one is needed. */
  readonly text: string;
  /** Null for a number that stands in the law itself. */
  readonly cell: Cell | null;
}

/** The arithmetic of a relation, as people write it below each other. */
export interface Working {
  readonly lines: readonly WorkingLine[];
  /** What the lines make, as it would be printed; null where they make no one value. */
  readonly made: string | null;
  /** What the report says; null where all lines say one thing. Its sign is what the law asks for: "=", "≤". */
  readonly stated: WorkingLine | null;
  /** What it misses by, with its unit; null where the relation is not violated. */
  readonly gap: string | null;
}

const SIGN = { "=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">" } as const;

/** The arithmetic that shows a checked relation; read off its law, so no kind writes its own. */
export function workingOf({ relation, verdict }: Checked, language: Language): Working {
  const { law } = relation.law;
  const gap = verdict === "violated" ? gapText(relation, language) : null;
  if (law.op !== "compare") return { lines: promised(law, relation, language), made: null, stated: null, gap: null };
  const { focus } = relation.kind;
  const single = isCell(relation.places[focus]) || (relation.places[focus] === undefined && law.left.op === "const");
  const [sum, said] = single ? [law.right, law.left] : [law.left, law.right];
  const shown = relation.kind.shown?.(relation.places) ?? sum;
  const [stated] = written(said, relation, language);
  return {
    lines: written(shown, relation, language),
    made: single && law.is === "=" ? madeText(relation, language, verdict === "holds") : null,
    stated: stated === undefined ? null : { ...stated, sign: SIGN[law.is] },
    gap,
  };
}

function promised(law: Law, relation: Relation, language: Language): WorkingLine[] {
  switch (law.op) {
    case "meet":
      return law.cells.map((cell, i) => ({ ...line(cell, language), sign: i === 0 ? "" : "=" }));
    case "all":
      return law.laws.flatMap((one) => promised(one, relation, language));
    case "compare": {
      const said = written(law.left, relation, language).map((one) => ({ ...one, sign: SIGN[law.is] }));
      return [...written(law.right, relation, language), ...said];
    }
  }
}

const line = (cell: Cell, language: Language): WorkingLine => ({
  sign: "",
  label: `${cell.label}${whereabouts(cell, language)}`,
  text: figureText(cell, language),
  cell,
});

/** An expression line by line, with brackets where a sum is divided or multiplied. */
function written(expr: Expr, relation: Relation, language: Language): WorkingLine[] {
  const percent = relation.cells.some(({ quantity }) => quantity?.unit.kind === "percent");
  const walk = (e: Expr, sign: string): WorkingLine[] => {
    switch (e.op) {
      case "const":
        return [{ sign, label: "", text: formatVi(e.value.toDecimal()) + (percent ? " %" : ""), cell: null }];
      case "cell":
        return [{ ...line(e.cell, language), sign }];
      case "sum":
        return e.terms.flatMap((term, i) => walk(term, i === 0 ? sign : sign === "−" ? "−" : "+"));
      case "times":
        return product(e.left, e.right, sign);
      case "over":
        return [...bracketed(walk(e.left, ""), sign), ...bracketed(walk(e.right, ""), "÷")];
      case "mean":
        return e.values.flatMap((value, i) => [
          { ...line(value, language), sign: i === 0 ? sign : "+" },
          ...e.weights.slice(i, i + 1).map((weight) => ({ ...line(weight, language), sign: "×" })),
        ]);
      case "between":
        return e.values.map((value, i) => ({ ...line(value, language), sign: i === 0 ? sign : "…" }));
    }
  };
  const product = (left: Expr, right: Expr, sign: string): WorkingLine[] => {
    if (left.op !== "const") return [...bracketed(walk(left, ""), sign), ...bracketed(walk(right, ""), "×")];
    const weight = left.value.toDecimal();
    if (weight.eq(1) || (weight.eq(100) && percent)) return walk(right, sign);
    if (weight.eq(-1)) return walk(right, sign === "−" ? "+" : "−");
    return [...bracketed(walk(right, ""), sign), { sign: "×", label: "", text: formatVi(weight), cell: null }];
  };
  return walk(expr, "");
}

/** The lines as one operand behind a sign; several are put in brackets, unless nothing stands in front and nothing follows from it. */
function bracketed(lines: readonly WorkingLine[], sign: string): WorkingLine[] {
  const isSum = lines.some((one, i) => i > 0 && /^[+−]/.test(one.sign));
  return lines.map((one, i) => ({
    ...one,
    sign: i === 0 ? `${sign}${isSum ? `${sign === "" ? "" : " "}(` : ""}${one.sign}` : one.sign,
    text: isSum && i === lines.length - 1 ? `${one.text})` : one.text,
  }));
}
