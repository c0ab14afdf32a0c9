import { type Cell, cellOf, check, type Finding, network, percent, quantity, readNumeral, relate, relations, unitOf } from "@khop/core";
import type { Figure } from "@khop/reader";
import { type Examined, joined } from "./examined.ts";

/** A made-up document for tests of what is shown: one sentence whose share does not fit, and a density with a hidden base. */
export const sentence =
  "Cấp huyện có 667 hồ sơ, trong đó 19 hồ sơ trễ hạn chiếm 2,95%; đạt mật độ 117 thuê bao/100 dân từ 717.812 thuê bao.";

function figureAt(id: string, text: string, printed: string, unit: string, label: string): Figure & { readonly cell: Cell } {
  const start = text.indexOf(printed);
  const numeral = readNumeral(printed.replace("%", "")) ?? { digits: "0", scale: 0 };
  const value = quantity({
    value: `${numeral.digits}e-${numeral.scale}`,
    decimals: numeral.scale,
    unit: unit === "%" ? percent : unit.includes("/") ? { id: unit, kind: "ratio" } : unitOf(unit),
  });
  const end = start + printed.length;
  const cell = cellOf({ id, label, quantity: value, anchor: { in: "document", start, end } });
  return { id, text: printed, start, end, role: "quantity", label, quantity: value, cell };
}

/** What `khop check` would hold of {@link sentence}, without a reader or a judge. */
export function madeUp(
  text = sentence,
  findings?: (figures: readonly (Figure & { readonly cell: Cell })[]) => Partial<Finding>[],
): Examined {
  const whole = figureAt("f1", text, "667", "hồ sơ", "hồ sơ, cấp huyện");
  const part = figureAt("f2", text, "19", "hồ sơ", "hồ sơ trễ hạn");
  const share = figureAt("f3", text, "2,95%", "%", "tỷ lệ trễ hạn");
  const density = figureAt("f4", text, "117", "thuê bao/100 dân", "mật độ");
  const subscribers = figureAt("f5", text, "717.812", "thuê bao", "thuê bao");
  const population = cellOf({ id: "h1", label: "dân số", hidden: true, domain: { integer: true, min: 1 } });
  const made = network({
    relations: [
      relate(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }, { cue: "chiếm", intended: 0.97 }),
      relate(
        relations.ratio,
        { ratio: density.cell, numerators: [subscribers.cell], denominator: population, per: "100" },
        { cue: "mật độ", intended: 0.95 },
      ),
    ],
  });
  const result = check(made);
  const figures = [whole, part, share, density, subscribers];
  const [wrong] = result.checked;
  const standard: Partial<Finding>[] = [{ suspects: [{ cell: share.cell, expected: quantity({ value: "2.85" }).value, score: 0.99 }] }];
  const full = (findings?.(figures) ?? standard).map((finding) => ({
    code: "share-mismatch",
    severity: "error" as const,
    message: { vi: "Tỷ lệ trễ hạn: 19 / 667 = 2,8486 %, không phải 2,95 %.", en: "Late share: 19 / 667 = 2.8486 %, not 2.95 %." },
    cells: [whole.cell, part.cell, share.cell],
    relations: wrong === undefined ? [] : [wrong.relation],
    suspects: [],
    ambiguous: false,
    ...finding,
  }));
  return joined({ file: "bao cao.md", text, format: "markdown" }, { text, figures }, { ...result, findings: full });
}
