import type { Run, Stroke } from "../pdf/page.ts";

/** A run as a page would draw it, each sign half as wide as it is high. */
export function run(x: number, y: number, text: string, { size = 10, bold = false, step = 0 } = {}): Run {
  const width = size / 2;
  const glyphs = [...text].map((sign, i) => ({ text: sign, x0: x + i * (width + step), x1: x + i * (width + step) + width }));
  return { glyphs, x0: x, x1: glyphs.at(-1)?.x1 ?? x, y, drawn: y, size, bold, raised: false, artifact: false };
}

/** The lines around and between the cells of a table. */
export const lattice = (xs: readonly number[], ys: readonly number[]): Stroke[] => {
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [...xs.map((x) => ({ x0: x, x1: x, y0, y1 })), ...ys.map((y) => ({ x0, x1, y0: y, y1: y }))];
};
