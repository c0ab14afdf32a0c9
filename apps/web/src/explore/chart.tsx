import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { periodIn } from "../time.ts";
import { closes, isBreak, twoLevelsSince } from "./breaks.ts";
import { chartClass } from "./chart-class.ts";
import type { NamedSeries } from "./over-time.tsx";
import { savePng, saveSvg } from "./save-chart.ts";
import { words as all } from "./words.ts";

interface ChartProps {
  readonly series: NamedSeries;
  readonly indicator: string;
  /** The ends of the scale, which neighbours share. */
  readonly low: number;
  readonly high: number;
}

/** One series as a line, what is recast dashed, the change to two levels of government as a dated line. */
export function Chart({ series, indicator, low, high }: ChartProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const { name, points } = series;
  useEffect(() => {
    let current = true;
    void import("@observablehq/plot").then((Plot) => {
      if (!current) return;
      const data = points.map(({ period, value, text, is }) => ({
        at: new Date(`${closes(period)}T00:00:00Z`),
        // Where a point is drawn needs no exact value; the table has it.
        y: value === null ? Number.NaN : Number(value),
        title: `${periodIn(period, language)}: ${text}`,
        is,
      }));
      // Names of days are long: those of the first, the middle and the last are enough.
      const ends = [...new Set([0, Math.floor((data.length - 1) / 2), data.length - 1])].flatMap((i) => data[i]?.at ?? []);
      const hasBreak = points.some(({ period }, i) => i > 0 && isBreak(points[i - 1]?.period ?? period, period));
      const drawn = Plot.plot({
        className: chartClass,
        width: 300,
        height: 170,
        marginLeft: 56,
        marginRight: 24,
        ariaLabel: words.chart(name),
        x: { type: "utc", label: null, ticks: ends, tickFormat: (day: Date) => `${day.getUTCMonth() + 1}/${day.getUTCFullYear()}` },
        y: {
          domain: [low, high],
          label: null,
          grid: true,
          ticks: 4,
          tickFormat: (value: number) => value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 2 }),
        },
        marks: [
          ...(hasBreak ? [Plot.ruleX([new Date(`${twoLevelsSince}T00:00:00Z`)], { strokeDasharray: "2 3" })] : []),
          Plot.lineY(data, { x: "at", y: (one) => (one.is === "recast" ? one.y : Number.NaN), strokeWidth: 1.75, strokeDasharray: "5 4" }),
          Plot.lineY(data, { x: "at", y: (one) => (one.is === "recast" ? Number.NaN : one.y), strokeWidth: 1.75 }),
          Plot.dot(data, { x: "at", y: "y", r: 2.5, fill: "currentColor", title: "title" }),
        ],
      }) as SVGSVGElement;
      drawn.setAttribute("role", "img");
      // A picture has one name; those of its parts would be names of nothing.
      for (const part of drawn.querySelectorAll("g[aria-label]")) {
        part.setAttribute("data-mark", part.getAttribute("aria-label") ?? "");
        part.removeAttribute("aria-label");
      }
      place.current?.replaceChildren(drawn);
      setSvg(drawn);
    });
    return () => {
      current = false;
    };
  }, [points, name, low, high, language, words]);
  const file = `${indicator}, ${name}`;
  const latest = points.findLast(({ value }) => value !== null);
  return (
    <figure className="multiple">
      <figcaption>
        <b>{name}</b>
        {latest !== undefined && (
          <span>
            {latest.text} <small>({periodIn(latest.period, language)})</small>
          </span>
        )}
      </figcaption>
      <div ref={place} className="drawn" />
      <div className="acts on-screen">
        {(["svg", "png"] as const).map((kind) => (
          <Button
            key={kind}
            looks={["plain", "small"]}
            disabled={svg === null}
            aria-label={words.save(name, words[kind])}
            onClick={() => svg !== null && (kind === "svg" ? saveSvg(svg, file) : void savePng(svg, file))}
          >
            {words[kind]}
          </Button>
        ))}
      </div>
    </figure>
  );
}
