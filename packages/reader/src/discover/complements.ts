import { fit, relations, sumFits } from "@khop/core";
import { type Fig, isLevelFigure } from "../figures.ts";
import { alike, amountsBefore, type Hypothesis, type Sight } from "./sight.ts";

/**
 * What is left: `thụ lý 7.662 vụ, giải quyết 6.468 vụ, … còn tồn 1.194 vụ`, and the other half of a whole whose first half has a
 * share: `9.985 chuyến, 8.515 đúng giờ (85,3 %) … 1.491 chậm`.
 */
export function discoverComplements(sight: Sight): void {
  const shares = sight.hypotheses.filter(({ options }) => options[0]?.kind === relations.share);
  for (const closing of sight.quantities) {
    if (!isLevelFigure(closing)) continue;
    const left = closing.cues.find(({ cue, distance }) => cue.kind === "remainder" && distance <= 8);
    if (left) remainder(sight, closing, left.cue.words);
  }
  for (const { options } of shares) otherHalf(sight, options[0]?.seats.parts as readonly Fig[], options[0]?.seats.whole as Fig, options[0]?.seats.share as Fig);
}

function remainder(sight: Sight, closing: Fig, cue: string): void {
  const before = [...amountsBefore(sight, closing, 1)].filter((fig) => alike(fig, closing)).slice(0, 8);
  const options: Hypothesis["options"][number][] = [];
  for (let gap = 1; gap < before.length; gap++) {
    for (let i = 0; i + gap < before.length; i++) {
      const out = before[i] as Fig;
      const opening = before[i + gap] as Fig;
      if (out.under || opening.under ? out.under === undefined || opening.under === undefined || closing.under === undefined : closing.under !== undefined) continue;
      options.push({ kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } });
    }
  }
  const holding = options.find(({ seats }) => fits(seats.closing as Fig, seats.opening as Fig, (seats.outs as Fig[])[0] as Fig));
  if (holding) {
    sight.hypotheses.push({ options: [holding], prior: 0.9, pattern: "left", cue, confirm: false, passage: closing.blockIndex });
    return;
  }
  // "thụ lý A … giải quyết B … còn tồn C" in one block: the two figures that open it
  const own = before.filter((fig) => fig.blockIndex === closing.blockIndex);
  const [opening, out] = [own.at(-1), own.at(-2)];
  if (opening && out && (opening.quantity?.approximate ?? 0) > (out.quantity?.approximate ?? 0)) {
    const option = { kind: relations.balance, seats: { closing, opening, ins: [], outs: [out] } };
    sight.hypotheses.push({ options: [option], prior: 0.5, pattern: "left", cue, confirm: false, passage: closing.blockIndex });
  }
}

const fits = (closing: Fig, opening: Fig, out: Fig): boolean =>
  opening.quantity !== null && closing.quantity !== null && out.quantity !== null && sumFits(opening.quantity, [closing.quantity, out.quantity]);

const REACH = 4;

function otherHalf(sight: Sight, parts: readonly Fig[], whole: Fig, share: Fig): void {
  const [part] = parts;
  if (!part || part === whole || !part.quantity || !whole.quantity) return;
  let steps = 0;
  for (let i = Math.max(part.order, share.order) + 1; i < sight.quantities.length && steps < REACH; i++) {
    const other = sight.quantities[i] as Fig;
    if (other.blockIndex - share.blockIndex > 1) return;
    if (!isLevelFigure(other) || !alike(other, whole)) continue;
    steps += 1;
    if (!other.quantity || !sumFits(whole.quantity, [part.quantity, other.quantity])) continue;
    sight.hypotheses.push({
      options: [{ kind: relations.total, seats: { total: whole, parts: [part, other] } }],
      prior: 0.9,
      pattern: "half",
      cue: "",
      confirm: true,
      passage: whole.blockIndex,
    });
    return;
  }
  // the other half has its own share of the same whole, and the two make 100
  const second = sight.quantities.slice(share.order + 1, share.order + 4).find((fig) => fig.quantity?.unit.kind === "percent" && !fig.change && fig.blockIndex - share.blockIndex <= 1);
  if (!second || !share.cell || !second.cell) return;
  if (fit(relations.composition, { shares: [share.cell, second.cell] }) !== "holds") return;
  const other = sight.hypotheses.find(({ options }) => options[0]?.kind === relations.share && options[0].seats.share === second && options[0].seats.whole === whole);
  const half = (other?.options[0]?.seats.parts as readonly Fig[] | undefined)?.[0] ?? neighbour(sight, second, whole);
  if (half === undefined || half === part) return;
  sight.hypotheses.push({
    options: [{ kind: relations.total, seats: { total: whole, parts: [part, half] } }],
    prior: 0.85,
    pattern: "half",
    cue: "",
    confirm: false,
    passage: whole.blockIndex,
  });
}

function neighbour(sight: Sight, share: Fig, whole: Fig): Fig | undefined {
  const before = sight.quantities[share.order - 1];
  const after = sight.quantities[share.order + 1];
  return [after, before].find((fig) => fig !== undefined && fig !== whole && isLevelFigure(fig) && alike(fig, whole) && fig.blockIndex === share.blockIndex);
}
