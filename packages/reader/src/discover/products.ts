import { fit, near, relations } from "@khop/core";
import { type Fig, isLevelFigure, isPercent } from "../figures.ts";
import { perUnitOf } from "./ratio/per.ts";
import type { Option, Sight } from "./sight.ts";

const TIMES = new Set(["x", "×", "*"]);

/** `468 buổi (39 x 12)`, `1.560 tờ rơi (26 thôn x 60 tờ)`: a product printed with its factors. */
export function discoverProducts(sight: Sight): void {
  for (const { tokens, figures, index } of sight.passages) {
    figures.forEach((left, i) => {
      const right = figures[i + 1];
      if (!right || !TIMES.has(tokens[right.token - 1]?.text ?? "")) return;
      if (tokens.slice(left.token + 1, right.token - 1).some(({ type }) => type !== "word")) return;
      // "130.324/(412 x 365) = 86,7%": what the product divides is told before it.
      if (tokens[left.token - 1]?.text === "(" && tokens[left.token - 2]?.text === "/") return;
      const result = figures[i + 2];
      if (result && tokens[result.token - 1]?.text === "=") {
        equation(sight, left, right, result);
        return;
      }
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

/** `6 máy thở, đơn giá 485 triệu đồng, thành tiền 2.910 triệu đồng`: how many, what each costs and what all cost, one behind the other. */
export function discoverPrices(sight: Sight): void {
  for (const right of sight.quantities) {
    const [left, product] = [sight.quantities[right.order - 1], sight.quantities[right.order + 1]];
    if (!left || !product || !isMoney(right) || !isMoney(product) || isMoney(left) || !isLevelFigure(left)) continue;
    if (![left, right, product].every((fig) => fig.tokens === right.tokens && fig.sentence === right.sentence && fig.hedge === undefined))
      continue;
    if (right.before.slice(-2).join(" ") !== "đơn giá" || !MAKES.test(product.before.slice(-2).join(" "))) continue;
    const places = { product: product.cell, left: left.cell, right: right.cell };
    const holds = fit(relations.product, places) === "holds";
    if (!holds && !near(relations.product, places, "double") && !near(relations.product, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.product, seats: { product, left, right } }],
      prior: 0.8,
      pattern: "product:price",
      cue: "đơn giá",
      confirm: holds,
      passage: right.blockIndex,
    });
  }
}

const isMoney = ({ quantity }: Fig): boolean => quantity?.unit.kind === "money";
const MAKES = /(?:thành tiền|giá trị|số tiền|kinh phí|tổng|cộng|hết|là)$/;

/** `3.790,5 ha × 64,7 tạ/ha = 24.524,5 tấn`: an equation, in units that go into each other or in plain numbers. */
function equation(sight: Sight, left: Fig, right: Fig, result: Fig): void {
  if (![left, right, result].every(({ role }) => role === "quantity")) return;
  const per = perUnitOf(left);
  // "500 triệu đồng x 2% = 10 triệu đồng"
  const [share, whole] = isPercent(right) ? [right, left] : [left, right];
  if (isPercent(share) && !isPercent(whole)) {
    sight.add({
      options: [{ kind: relations.share, seats: { share, parts: [result], whole } }],
      prior: 0.95,
      pattern: "product:share",
      cue: "=",
      confirm: false,
      passage: result.blockIndex,
    });
    return;
  }
  const options: Option[] = [
    { kind: relations.product, seats: { product: result, left, right } },
    { kind: relations.ratio, seats: { ratio: right, numerators: [result], denominator: left, per } },
  ];
  if (per !== undefined) options.reverse();
  sight.add({
    options: options.slice(0, per === undefined ? 2 : 1),
    prior: 0.95,
    pattern: "product:equation",
    cue: "=",
    confirm: false,
    passage: result.blockIndex,
  });
}
