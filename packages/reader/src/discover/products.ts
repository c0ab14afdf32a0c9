import { fit, relations } from "@khop/core";
import { type Fig, isLevelFigure } from "../figures.ts";
import type { Sight } from "./sight.ts";

const TIMES = new Set(["x", "×", "*"]);

/** `468 buổi (39 x 12)`, `1.560 tờ rơi (26 thôn x 60 tờ)`: a product printed with its factors. */
export function discoverProducts(sight: Sight): void {
  for (const { tokens, figures, index } of sight.passages) {
    figures.forEach((left, i) => {
      const right = figures[i + 1];
      if (!right || !TIMES.has(tokens[right.token - 1]?.text ?? "")) return;
      if (tokens.slice(left.token + 1, right.token - 1).some(({ type }) => type !== "word")) return;
      const product = figures[i - 1];
      if (!product || !isLevelFigure(product) || left.depth <= product.depth) return;
      const cells = [product, left, right].map((fig: Fig) => fig.cell);
      if (cells.some((cell) => cell === null)) return;
      const holds = fit(relations.product, { product: product.cell, left: left.cell, right: right.cell }) === "holds";
      sight.add({
        options: [{ kind: relations.product, seats: { product, left, right } }],
        prior: 0.9,
        pattern: "product",
        cue: "x",
        confirm: !holds && left.quantity?.unit.id !== "",
        passage: index,
      });
    });
  }
}
