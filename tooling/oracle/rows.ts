import { parseVi } from "@khop/core";

/** A relation of the catalogue that has a printed result. */
export interface Row {
  readonly id: string;
  readonly type: "SUM" | "SHARE" | "CLOSE";
  /** Its printed figures, as canonical decimals, the result first; without order otherwise. */
  readonly values: readonly string[];
  readonly holds: boolean;
  /** The lines of the report that its figures stand on. */
  readonly lines: ReadonlySet<number>;
}

const number = String.raw`\d[\d.]*(?:,\d+)?`;
const sumOf = new RegExp(`(${number}(?: \\+ ${number})+) = ${number} ; in (${number})`);
const lonePart = new RegExp(`(${number}(?: \\+ 0)+) = ${number} ; in (${number})`);
const shareOf = new RegExp(`(${number})/(${number}) = ${number}% → ${number} ; in (${number})%`);
const closeOf = new RegExp(`(${number}(?: \\+ ${number})+) = ${number}%`);

/** Every SUM, SHARE and CLOSE row of section 5.2 with a printed result. */
export function rowsOf(catalogue: string): Row[] {
  const section = catalogue.slice(catalogue.indexOf("### 5.2"), catalogue.indexOf("### 5.3"));
  return section.split("\n").flatMap((line) => {
    const [, id = "", lines = "", type = "", relation = "", ok = ""] = line.split("|").map((part) => part.trim());
    const figures = /^R\d+$/.test(id) ? figuresOf(type, relation) : null;
    if (figures === null) return [];
    const values = figures.map((text) => parseVi(text).toFixed());
    return [{ id, type: type as Row["type"], values, holds: ok === "✓", lines: linesOf(lines) }];
  });
}

function figuresOf(type: string, relation: string): string[] | null {
  const implied = relation.includes("ngầm định") ? lonePart.exec(relation) : null;
  const sum = type === "SUM" ? (implied ?? sumOf.exec(relation)) : null;
  if (sum) return [sum[2] ?? "", ...partsOf(sum[1] ?? "").filter((part) => implied === null || part !== "0")];
  const share = type === "SHARE" ? shareOf.exec(relation) : null;
  if (share) return [share[3] ?? "", share[1] ?? "", share[2] ?? ""];
  const close = type === "CLOSE" ? closeOf.exec(relation) : null;
  return close ? partsOf(close[1] ?? "") : null;
}

const partsOf = (sum: string): string[] => sum.split(" + ");

/** `L45→L39` → 45 and 39; `L63-67` → 63 to 67. */
function linesOf(text: string): ReadonlySet<number> {
  const [from = 0, to = 0] = (text.match(/\d+/g) ?? []).map(Number);
  if (!/\d-\d/.test(text)) return new Set([from, to].filter((line) => line > 0));
  return new Set(Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
