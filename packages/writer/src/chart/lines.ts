import type { ShownChart } from "../report/chart.ts";
import type { ChartEngine, PlottedChart } from "./engine.ts";
import { inkOf, outline } from "./ink.ts";
import { axisText, lineHeight, size, widest, wrapped } from "./label.ts";

const tall = 190;

/** Lines over time: one series bears its figures at every point, several the last one's, with their name. */
export function plotLines({ plot: Plot, document }: ChartEngine, { categories, series }: ShownChart, width: number): string {
  const isOne = series.length === 1;
  const points = series.flatMap(({ name, figures }, i) =>
    figures.map((figure, at) => ({ at, name, series: i, value: figure?.quantity?.value.toNumber() ?? null, text: figure?.text ?? "" })),
  );
  const told = points.filter((point): point is typeof point & { value: number } => point.value !== null);
  const last = isOne ? [] : series.flatMap((_, i) => told.filter((point) => point.series === i).slice(-1));
  const ends = last.map(({ name, text, at }) => (at === categories.length - 1 ? `${name}: ${text}` : name));
  const right = isOne ? 24 : Math.min(width * 0.4, widest(ends) + 12);
  const left = Math.ceil(widest(told.map(({ value }) => axisText(value)))) + 16;
  const step = (width - left - right) / Math.max(1, categories.length - 1);
  const names = categories.map((name) => wrapped(name, Math.max(step - 6, 30)));
  const bottom = 10 + lineHeight * Math.max(...names.map((lines) => lines.length));
  const values = told.map(({ value }) => value);
  // A line shows change: the axis begins at zero only where that costs no more than half of it.
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const zero = least > 0 && least < most / 2 ? [0] : most < 0 && most > least / 2 ? [0] : [];
  const domain =
    least === most && zero.length === 0
      ? [least - Math.abs(least || 1) / 10, most + Math.abs(most || 1) / 10]
      : [Math.min(least, ...zero), Math.max(most, ...zero)];
  const place = { x: "at", y: "value" };
  const drawn = (labels: readonly unknown[]): PlottedChart =>
    Plot.plot({
      document,
      width,
      height: tall + bottom,
      marginLeft: left,
      marginRight: right,
      marginTop: 18,
      marginBottom: bottom,
      style: { fontSize: `${size}px`, color: "#000" },
      x: {
        type: "point",
        label: null,
        domain: categories.map((_, i) => i),
        padding: 0.15,
        tickSize: 3,
        tickFormat: (at: number) => (names[at] ?? []).join("\n"),
      },
      y: { label: null, grid: true, nice: true, ticks: 5, tickSize: 0, domain, insetBottom: isOne ? 16 : 4, tickFormat: axisText },
      marks: [
        ...(least < 0 ? [Plot.ruleY([0], { strokeWidth: 0.75 })] : []),
        ...series.flatMap((_, i) => {
          const { dash, symbol } = inkOf(i);
          const own = points.filter((point) => point.series === i);
          return [
            Plot.lineY(own, { ...place, stroke: outline, strokeWidth: 1.5, ...(dash === undefined ? {} : { strokeDasharray: dash }) }),
            Plot.dot(
              own.filter(({ value }) => value !== null),
              { ...place, symbol, r: 3, fill: i === 0 ? outline : "#fff", stroke: outline },
            ),
          ];
        }),
        ...labels,
      ],
    });
  const halo = { fill: "#000", stroke: "#fff", strokeWidth: 3 };
  if (isOne) {
    const labels = told.map((point) => Plot.text([point], { ...place, ...halo, text: "text", dy: isLow(point, points) ? 12 : -11 }));
    return drawn(labels).outerHTML;
  }
  const scale = drawn([]).scale("y");
  const down = apart(last.map(({ value }) => Number(scale?.apply?.(value) ?? 0)));
  return drawn(
    last.map((point, i) =>
      Plot.text([{ ...point, text: ends[i] }], { ...place, text: "text", ...halo, textAnchor: "start", dx: 8, dy: down[i] }),
    ),
  ).outerHTML;
}

/** Whether the line comes down to the point and goes up from it, so that there is room below. */
function isLow({ at, value }: { at: number; value: number }, points: readonly { at: number; value: number | null }[]): boolean {
  const beside = [at - 1, at + 1].flatMap((one) => points.find((point) => point.at === one)?.value ?? []);
  return beside.length > 0 && beside.every((other) => other > value);
}

/** How far each label is moved down so that none lies on another. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const moved = [...heights];
  order.forEach((at, i) => {
    const above = order[i - 1];
    if (above !== undefined) moved[at] = Math.max(moved[at] as number, (moved[above] as number) + lineHeight);
  });
  return moved.map((height, i) => Math.round((height - (heights[i] as number)) * 100) / 100);
}
