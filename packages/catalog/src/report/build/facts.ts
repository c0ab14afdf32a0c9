import { type Fact, KhopError, period } from "@khop/core";
import "../../errors.ts";
import type { RegimeData } from "../regime.ts";
import { type Coded, decode } from "../rows/code.ts";
import { figureOf } from "../rows/figure.ts";

/**
 * Facts from a table in plain text, a line for each figure and a column for each period:
 *
 *                           | 2024-M09 | 2024-M10
 *     web.articles          |      102 |      110
 *     documents sent commune|    7.702 |    6.739
 *
 * A line starts with the indicator, and the members that it is of, in the order of its breakdowns. Figures stand as Vietnamese writes
 * them, hedged where they are ("khoảng 200", "90 - 95"); "…" is a figure that is missing.
 *
 * - Throws: `KhopError` "catalog/bad-fact-row" for a line that names no indicator, member or figure.
 */
export function factsOf(regime: Pick<RegimeData, "indicators">, orgUnit: string, table: string): readonly Fact[] {
  const [head = "", ...lines] = table.split("\n").filter((line) => line.includes("|"));
  const periods = head
    .split("|")
    .slice(1)
    .map((one) => period(one.trim()));
  return lines.flatMap((text, line) => {
    const [name = "", ...figures] = text.split("|").map((part) => part.trim());
    const { indicator, members } = addressed(regime, name, line + 1);
    return figures.flatMap((figure, i): Fact[] => {
      const at = periods[i];
      if (at === undefined || figure === "") return [];
      const stated = figure === "…" ? null : figureOf(figure, indicator);
      if (stated === undefined) throw badRow(line + 1, figure, []);
      return [
        {
          indicator: indicator.id,
          orgUnit,
          period: at,
          ...(Object.keys(members).length > 0 ? { members } : {}),
          quantity: stated,
        },
      ];
    });
  });
}

function addressed(regime: Pick<RegimeData, "indicators">, name: string, line: number): Coded {
  const coded = decode(regime, name);
  if ("indicator" in coded) return coded;
  throw badRow(line, coded.name, coded.known);
}

const badRow = (line: number, text: string, known: readonly string[]): KhopError =>
  new KhopError(
    "catalog/bad-fact-row",
    `Row ${line} of the table of facts: "${text}" is not known here.${known.length > 0 ? ` There is ${known.map((one) => `"${one}"`).join(", ")}.` : " Write a figure like 18.908 or 20,25."}`,
    { line, text, known },
  );
