import type { Stroke } from "./page.ts";

type Point = readonly [x: number, y: number];

/** How many numbers follow each of pdf.js's path operators: move, line, curve, quadratic curve, close. */
const taken = [2, 2, 6, 4, 0];

/** The corners of each outline of a path; of a curve, where it ends. */
export function subpaths(data: Float32Array): [number, number][][] {
  const found: [number, number][][] = [];
  for (let i = 0; i < data.length; ) {
    const operator = data[i] as number;
    const count = taken[operator];
    if (count === undefined) break;
    const end = i + 1 + count;
    if (operator === 0) found.push([]);
    const current = found.at(-1);
    if (count > 0) current?.push([data[end - 2] as number, data[end - 1] as number]);
    else if (current?.[0] !== undefined) current.push(current[0]);
    i = end;
  }
  return found;
}

/** A line from one point to another, if it is level or upright. */
const lineOf = ([x0, y0]: Point, [x1, y1]: Point): Stroke[] =>
  Math.abs(x0 - x1) > 1 && Math.abs(y0 - y1) > 1
    ? []
    : [{ x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) }];

/** The lines of an outline that is stroked. */
export function edgesOf(outline: readonly Point[], close: boolean): Stroke[] {
  const [first] = outline;
  const closed = close && outline.length > 2 && first !== undefined ? [...outline, first] : outline;
  return closed.slice(1).flatMap((point, i) => lineOf(closed[i] as Point, point));
}

/** A filled shape as thin as this is a line, in points. */
const thickest = 3;

const least = (of: readonly number[]): number => of.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (of: readonly number[]): number => of.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** The line that a thin filled shape is. */
export function thinOf(outline: readonly Point[]): Stroke[] {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [x0, x1, y0, y1] = [least(xs), most(xs), least(ys), most(ys)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= thickest && width > height) return lineOf([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
  return width <= thickest && height > width ? lineOf([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]) : [];
}
