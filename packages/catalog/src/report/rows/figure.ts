import { Decimal, formatVi, type Hedge, hedgeWords, type Numeral, type Quantity, quantity, readNumeral } from "@khop/core";
import type { RegimeIndicator } from "../regime.ts";

/** A figure as tables write it: "18.908", "gần 380", "90 - 95"; undefined when it is none. */
export function figureOf(text: string, { unit, exponent = 0 }: Pick<RegimeIndicator, "unit" | "exponent">): Quantity | undefined {
  const bare = unit.kind === "percent" ? text.replaceAll("%", "").trim() : text.trim();
  const range = /^(\S+)\s*[-–]\s*(\S+)$/.exec(bare);
  const hedged = hedgeWords.find(([word]) => bare.toLowerCase().startsWith(`${word} `));
  const numerals = (range ? [range[1], range[2]] : [hedged ? bare.slice(hedged[0].length + 1) : bare]).map((one) => signed(one ?? ""));
  const [value, upper] = numerals;
  if (value === undefined || (range !== null && upper === undefined)) return undefined;
  const hedge: Hedge | undefined = range ? "range" : hedged?.[1];
  return quantity({ value, unit, exponent, ...(hedge === undefined ? {} : { hedge }), ...(upper === undefined ? {} : { upper }) });
}

function signed(text: string): string | undefined {
  const minus = /^[-−]\s*(?=\d)/.exec(text)?.[0] ?? "";
  const numeral = readNumeral(text.slice(minus.length));
  return numeral === null ? undefined : `${minus === "" ? "" : "-"}${canonical(numeral)}`;
}

/** With every decimal that was written. */
const canonical = ({ digits, scale }: Numeral): string => new Decimal(`${digits}e-${scale}`).toFixed(scale);

/** The same, the other way round. */
export function figureText(of: Quantity): string {
  const decimals = Math.max(of.decimals, 0);
  const number = formatVi(of.value, decimals);
  if (of.hedge === "range" && of.upper !== undefined) return `${number} - ${formatVi(of.upper, decimals)}`;
  const word = hedgeWords.find(([, hedge]) => hedge === of.hedge)?.[0];
  return word === undefined ? number : `${word} ${number}`;
}
