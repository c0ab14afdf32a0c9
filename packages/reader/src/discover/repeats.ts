import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure, type Token } from "../figures.ts";
import { alike, likeness, type Sight } from "./sight.ts";

/** The same figure said again, and id ranges against the count announced. */
export function discoverRepeats(sight: Sight): void {
  const seen = new Map<string, Fig>();
  for (const fig of sight.quantities) {
    if (!isLevelFigure(fig) || !fig.quantity || fig.quantity.approximate < 100) continue;
    const key = `${fig.quantity.stated}e${fig.quantity.exponent}`;
    const before = seen.get(key);
    seen.set(key, fig);
    if (!before || !alike(before, fig) || (likeness(before, fig) < 0.3 && fig.quantity.approximate < 1000)) continue;
    if (fig.level !== before.level) continue;
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [before, fig] } }],
      prior: 0.9,
      pattern: "again",
      cue: "",
      confirm: true,
      passage: fig.blockIndex,
    });
  }
  for (const passage of sight.passages) {
    passage.figures.forEach((first, i) => {
      const last = passage.figures[i + 1];
      if (first.role !== "reference" || !last || !isRange(passage.tokens, first.token, last.token)) return;
      if (!first.cell || !last.cell) return;
      const count = passage.figures
        .slice(Math.max(0, i - 8), i)
        .reverse()
        .find((fig) => isLevelFigure(fig));
      if (!count?.cell || fit(relations.count, { count: count.cell, first: first.cell, last: last.cell }) !== "holds") return;
      sight.add({
        options: [{ kind: relations.count, seats: { count, first, last } }],
        prior: 0.9,
        pattern: "ids",
        cue: "-",
        confirm: true,
        passage: passage.index,
      });
    });
  }
}

/** `BN17577-17727`, `BN1201-BN1224`: from one id to another, the letters said once or twice. */
function isRange(tokens: readonly Token[], first: number, last: number): boolean {
  const sign = tokens[first + 1];
  if (sign?.type !== "sign" || !/[-–]/.test(sign.text)) return false;
  return last - first === 2 || (last - first === 3 && tokens[last - 1]?.text === tokens[first - 1]?.text);
}
