import type { Regime } from "../../api/collecting.ts";
import type { Nameable } from "./liquid.ts";

/** What the templates of a regime can name. */
export const nameablesOf = ({ indicators }: Regime): readonly Nameable[] =>
  indicators.map(({ id, vi, breakdowns = [] }) => ({
    id,
    name: vi,
    members: breakdowns.flatMap(({ members }) => members.map((one) => ({ id: one.id, name: one.vi }))),
  }));

/** How a template names the figure of a fact: "documents sent province". */
export function wordsFor(fact: string): string {
  const parts = fact.split("|").map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)] as const);
  const indicator = parts.find(([name]) => name === "indicator")?.[1] ?? "";
  const members = parts.filter(([name]) => name !== "indicator" && name !== "orgUnit" && name !== "period").map(([, value]) => value);
  return [indicator, ...members].join(" ");
}
