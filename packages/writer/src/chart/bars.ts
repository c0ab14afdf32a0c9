import type { ShownChart } from "../report/chart.ts";
import type { ChartEngine } from "./engine.ts";
import { inkOf, outline } from "./ink.ts";
import { axisText, lineHeight, size, widest, wrapped } from "./label.ts";

const barHeight = 16;
const axisHeight = 24;
const legendHeight = 22;

/** Bars lie, so that names have room; each bears its figure, and where there are several series a key stands above. */
export function plotBars({ plot: Plot, document }: ChartEngine, { categories, series }: ShownChart, width: number): string {
  const names = categories.map((name) => wrapped(name, width * 0.32));
  const left = Math.ceil(widest(names.flat())) + 10;
  const tall = Math.max(barHeight * series.length, ...names.map((lines) => lines.length * lineHeight)) + 12;
  const bars = series.flatMap(({ figures }, i) =>
    figures.map((figure, at) => ({
      at,
      series: i,
      value: figure?.quantity?.value.toNumber() ?? 0,
      text: figure === null ? "" : figure.text,
      isTold: figure !== null && figure.quantity !== null,
    })),
  );
  const room = Math.ceil(widest(bars.map(({ text }) => text))) + 8;
  const isBelow = bars.some(({ value }) => value < 0);
  const top = series.length > 1 ? legendHeight : 4;
  const place = { fy: "at", y: "series", x: "value" };
  const label = (data: typeof bars, textAnchor: string, dx: number): unknown => Plot.text(data, { ...place, text: "text", textAnchor, dx });
  const ends = [0, ...bars.map(({ value }) => value)];
  const isEmpty = ends.every((value) => value === 0);
  const drawn = Plot.plot({
    document,
    width,
    height: top + tall * categories.length + axisHeight,
    marginLeft: left,
    marginRight: 6,
    marginTop: top,
    marginBottom: axisHeight,
    style: { fontSize: `${size}px`, color: "#000" },
    x: {
      label: null,
      grid: true,
      ticks: 5,
      tickSize: 0,
      tickFormat: axisText,
      insetRight: room,
      insetLeft: isBelow ? room : 0,
      ...(isEmpty ? { domain: [0, 1], ticks: [0] } : {}),
    },
    y: { axis: null, domain: series.map((_, i) => i), padding: 0.12 },
    fy: {
      label: null,
      axis: "left",
      domain: categories.map((_, i) => i),
      padding: 0.18,
      tickSize: 0,
      tickFormat: (at: number) => (names[at] ?? []).join("\n"),
    },
    marks: [
      ...series.map((_, i) => {
        const own = bars.filter((bar) => bar.series === i && bar.isTold);
        return Plot.barX(own, { ...place, fill: inkOf(i).fill, stroke: outline, strokeWidth: 0.75 });
      }),
      label(
        bars.filter(({ value }) => value >= 0),
        "start",
        4,
      ),
      label(
        bars.filter(({ value }) => value < 0),
        "end",
        -4,
      ),
      Plot.ruleX([0], { strokeWidth: 0.75 }),
    ],
  }).outerHTML;
  return series.length > 1
    ? drawn.replace(
        /<\/svg>$/,
        `${key(
          series.map(({ name }) => name),
          left,
        )}</svg>`,
      )
    : drawn;
}

/** What each filling stands for. */
function key(names: readonly string[], left: number): string {
  let x = left;
  const marks = names.map((name, i) => {
    const at = x;
    x += 18 + widest([name]) + 16;
    return `<rect x="${at}" y="3" width="12" height="12" fill="${inkOf(i).fill}" stroke="${outline}" stroke-width="0.75"/><text x="${at + 17}" y="13" text-anchor="start" style="font-size:${size}px">${escapeText(name)}</text>`;
  });
  return `<g>${marks.join("")}</g>`;
}

const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
