/** What is asked of Observable Plot: its module, as it is imported. */
export interface PlotModule {
  plot(options: object): PlottedChart;
  barX(data: unknown, options: object): unknown;
  lineY(data: unknown, options: object): unknown;
  dot(data: unknown, options: object): unknown;
  text(data: unknown, options: object): unknown;
  ruleX(data: unknown, options: object): unknown;
  ruleY(data: unknown, options: object): unknown;
}

/** What Plot makes; `scale` tells where a value falls. */
export interface PlottedChart {
  readonly outerHTML: string;
  scale(name: string): { apply?(value: unknown): unknown } | undefined;
}

/** The programs that draw, handed in by whoever draws: nobody else installs them. */
export interface ChartEngine {
  /** `@observablehq/plot`. */
  readonly plot: PlotModule;
  /** A document to draw in: the browser's, or `parseHTML("<html></html>").document` of linkedom. */
  readonly document: object;
  /** An SVG in dots, so many across: `Resvg` of `@resvg/resvg-wasm` with Tinos; needed for Word files. */
  readonly png?: (svg: string, width: number) => Uint8Array;
}
