import type { Cell, Network, Relation } from "@khop/core";
import type { ReadDocument } from "../document.ts";
import type { Mention } from "./contexts.ts";
import type { Nearness } from "./terms.ts";

/** How near the words of a whole are to its parts, and those of a figure to its share or its rise. */
const PART = 0.7;
const OF = 0.85;

/** From which mention another takes words, and how near they are. */
type Sources = Map<number, Map<number, number>>;

/** Mentions with the words of what they are parts, shares or changes of: "582 dịch vụ toàn trình (cấp tỉnh 490)". */
export function inherit(mentions: readonly Mention[], { figures, network }: Pick<ReadDocument, "figures" | "network">): Mention[] {
  const byFigure = new Map(mentions.flatMap(({ figure }, i) => (figure === null ? [] : [[figure, i] as const])));
  const byCell = new Map<Cell, number>();
  for (const { id, cell } of figures) {
    const at = byFigure.get(id);
    if (cell !== null && at !== undefined) byCell.set(cell, at);
  }
  const sources: Sources = new Map();
  const tie = (to: number | undefined, from: number | undefined, nearness: number): void => {
    if (to === undefined || from === undefined || to === from || mentions[to]?.passage !== mentions[from]?.passage) return;
    const known = sources.get(to) ?? new Map<number, number>();
    sources.set(to, known.set(from, Math.max(nearness, known.get(from) ?? 0)));
  };
  for (const { id, of } of figures) if (of !== undefined) tie(byFigure.get(id), byFigure.get(of), OF);
  for (const relation of relationsOf(network)) {
    const at = (place: string): (number | undefined)[] =>
      relation.seats.filter((seat) => seat.place === place).map(({ cell }) => byCell.get(cell));
    if (relation.kind.kind === "total") for (const part of at("part")) tie(part, at("total")[0], PART);
    if (relation.kind.kind === "share" && at("part").length === 1) tie(at("share")[0], at("part")[0], OF);
  }
  return mentions.map((mention, i) => {
    const from = sources.get(i);
    if (from === undefined) return mention;
    const own = new Map(mention.own);
    for (const [source, nearness] of from) take(own, (mentions[source] as Mention).own, nearness);
    const all = new Map(mention.all);
    take(all, own, 1);
    return { ...mention, own, all };
  });
}

const relationsOf = ({ relations, choices }: Network): readonly Relation[] => [
  ...relations,
  ...choices.flatMap(({ alternatives }) => alternatives),
];

function take(into: Map<string, number>, from: Nearness, nearness: number): void {
  for (const [term, near] of from) if ((into.get(term) ?? 0) < near * nearness) into.set(term, near * nearness);
}
