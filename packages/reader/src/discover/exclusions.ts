import { fit, near, relations } from "@khop/core";
import { type Fig, isLevelFigure, sizeOf } from "../figures.ts";
import { alike, type Option, type Sight } from "./sight.ts";

const REACH = 12;
const BACK = 6;
/** Smaller bases are a slip away from nearly anything. */
const TELLING = 1000;

/**
 * What is left when a part is not counted: `thu 16.186 tỷ đồng … không kể tiền sử dụng đất (5.056 tỷ đồng) thì thu 11.130 tỷ đồng`,
 * `sau khi trừ đi 74 việc ủy thác, phải thi hành 11.791 việc`. The base stands before the words that take away, the rest behind.
 */
export function discoverExclusions(sight: Sight): void {
  for (const out of sight.quantities) {
    if (!isLevelFigure(out) || !isTakenAway(out)) continue;
    const closing = sight
      .between(out.order + 1, out.order + 3)
      .find((fig) => isLevelFigure(fig) && alike(fig, out) && fig.blockIndex === out.blockIndex && fig.sentence === out.sentence);
    if (closing === undefined) continue;
    if (ofTwo(sight, out, closing)) continue;
    const bases = sight
      .between(out.order - BACK * 2, out.order - 1)
      .filter((fig) => isLevelFigure(fig) && fig.blockIndex >= out.blockIndex - 1 && alike(fig, closing) && isLarger(fig, closing))
      .reverse()
      .slice(0, BACK);
    const options = bases.map((opening): Option => ({ kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } }));
    const placesOf = (opening: Fig) => ({ closing: closing.cell, opening: opening.cell, ins: [], outs: [out.cell] });
    const holding = options.find(({ seats }) => fit(relations.balance, placesOf(seats.opening as Fig)) === "holds");
    const [nearest] = bases;
    const slipped =
      nearest !== undefined &&
      !isLoose(nearest, out, closing) &&
      sizeOf(nearest) >= TELLING &&
      near(relations.balance, placesOf(nearest), "slip");
    if (holding === undefined && !slipped) continue;
    sight.add({
      options: [holding ?? (options[0] as Option)],
      prior: holding ? 0.9 : 0.7,
      pattern: "exclusion",
      cue: out.cues.find(({ cue }) => cue.kind === "except")?.cue.words ?? "",
      confirm: false,
      passage: closing.blockIndex,
    });
  }
}

/** `Nếu không kể tiền sử dụng đất (2.106 tỷ đồng) và xổ số (1.240 tỷ đồng) thì số thu còn 5.626 tỷ đồng`: two are taken away; where the figures bear it out. */
function ofTwo(sight: Sight, out: Fig, closing: Fig): boolean {
  const next = sight.quantities[out.order + 1];
  if (!next || next === closing || next.order > closing.order || !isLevelFigure(next) || !alike(next, out) || next.depth !== out.depth)
    return false;
  const opening = sight
    .between(out.order - BACK * 2, out.order - 1)
    .findLast(
      (fig) =>
        isLevelFigure(fig) &&
        alike(fig, closing) &&
        fit(relations.balance, { closing: closing.cell, opening: fig.cell, ins: [], outs: [out.cell, next.cell] }) === "holds",
    );
  if (opening === undefined) return false;
  const option: Option = { kind: relations.balance, seats: { closing, opening, ins: [], outs: [out, next] }, verdict: "holds" };
  sight.add({ options: [option], prior: 0.9, pattern: "exclusion:two", cue: "không kể", confirm: true, passage: closing.blockIndex });
  return true;
}

/** Said roughly, a sentence apart, or taken away in brackets of its own: `(không bao gồm A) trong tháng đạt 5.318 xe`. */
function isLoose(opening: Fig, out: Fig, closing: Fig): boolean {
  const isRough = [opening, out, closing].some(({ hedge }) => hedge !== undefined && hedge !== "estimate");
  const isApart = opening.blockIndex !== out.blockIndex || out.sentence - opening.sentence > 1;
  return isRough || isApart || !out.cues.some(({ cue, near: beside }) => cue.kind === "except" && beside);
}

const isLarger = (a: Fig, b: Fig): boolean => sizeOf(a) > sizeOf(b);

/** The words that take it away stand close before it. */
const isTakenAway = ({ cues }: Fig): boolean =>
  cues.some(({ cue, distance }) => cue.kind === "except" && cue.words !== "ngoài ra" && distance <= REACH);
