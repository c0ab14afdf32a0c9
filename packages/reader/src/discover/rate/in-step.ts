import { relations } from "@khop/core";
import type { Fig, Passage } from "../../figures.ts";
import type { Sight } from "../sight.ts";

/** `hai tỷ lệ 99,4% và 89,9% … lần lượt ở A là 96,1% và 86,8%; B là …`: two series in step. */
export function interleaved(sight: Sight, passage: Passage, heads: readonly Fig[], parts: readonly Fig[]): void {
  const [first, second] = heads.slice(-2);
  if (!first || !second || parts.length < 4 || parts.length % 2 !== 0) return;
  [first, second].forEach((mean, offset) => {
    const values = parts.filter((_, i) => i % 2 === offset);
    sight.add({
      options: [{ kind: relations.mean, seats: { mean, values } }],
      prior: 0.8,
      pattern: "rates:respectively",
      cue: "lần lượt",
      confirm: true,
      passage: passage.index,
    });
  });
}

/** `đạt 91,2%, trong đó 23,8% ở mức xuất sắc …; chiếm 8,8%`: what an opener takes out of the share before it is no share beside it. */
export function withoutNested(run: readonly Fig[]): Fig[] {
  return run.filter((fig, i) => {
    const before = run[i - 1];
    if (before === undefined || before.blockIndex !== fig.blockIndex || before.clause !== fig.clause) return true;
    return !fig.tokens.slice(before.token + 1, fig.token).some(({ cue }) => cue?.kind === "opener");
  });
}
