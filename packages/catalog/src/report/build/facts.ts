import { Decimal, type Fact, type Hedge, hedgeWords, KhopError, type Numeral, period, quantity, readNumeral } from "@khop/core";
import "../../errors.ts";
import type { RegimeData, RegimeIndicator } from "../regime.ts";

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

/** The indicator and members that a line names: members are words of their own, each of one breakdown. */
function addressed(
  regime: Pick<RegimeData, "indicators">,
  name: string,
  line: number,
): { indicator: RegimeIndicator; members: Readonly<Record<string, string>> } {
  const [id = "", ...words] = name.split(/\s+/);
  const indicator = regime.indicators.find((one) => one.id === id);
  if (indicator === undefined)
    throw badRow(
      line,
      id,
      regime.indicators.map((one) => one.id),
    );
  const members = words.map((word) => {
    const breakdown = indicator.breakdowns?.find((one) => one.members.some((member) => member.id === word));
    if (breakdown === undefined)
      throw badRow(line, word, indicator.breakdowns?.flatMap((one) => one.members.map((member) => member.id)) ?? []);
    return [breakdown.id, word] as const;
  });
  return { indicator, members: Object.fromEntries(members) };
}

/** A figure as it is written; undefined when it is none. */
function figureOf(text: string, { unit, exponent = 0 }: RegimeIndicator): Fact["quantity"] | undefined {
  const range = /^(\S+) - (\S+)$/.exec(text);
  const hedged = hedgeWords.find(([word]) => text.startsWith(`${word} `));
  const numerals = (range ? [range[1], range[2]] : [hedged ? text.slice(hedged[0].length + 1) : text]).map((one) => readNumeral(one ?? ""));
  const [value, upper] = numerals.map((one) => (one === null ? null : canonical(one)));
  if (value === null || value === undefined || upper === null) return undefined;
  const hedge: Hedge | undefined = range ? "range" : hedged?.[1];
  return quantity({ value, unit, exponent, ...(hedge === undefined ? {} : { hedge }), ...(upper === undefined ? {} : { upper }) });
}

/** With every decimal that was written. */
const canonical = ({ digits, scale }: Numeral): string => new Decimal(`${digits}e-${scale}`).toFixed(scale);

const badRow = (line: number, text: string, known: readonly string[]): KhopError =>
  new KhopError(
    "catalog/bad-fact-row",
    `Row ${line} of the table of facts: "${text}" is not known here.${known.length > 0 ? ` There is ${known.map((one) => `"${one}"`).join(", ")}.` : " Write a figure like 18.908 or 20,25."}`,
    { line, text, known },
  );
