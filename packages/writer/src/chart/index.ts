export type { ChartDrawing, DrawChart, ShownChart } from "../report/chart.ts";
export { chartDrawer } from "./chart-drawer.ts";
export type { ChartEngine, PlotModule, PlottedChart } from "./engine.ts";
