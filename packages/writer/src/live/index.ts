export type { FigureRecord, MadeBy } from "../docx/figure-records.ts";
export { LiveDocument, type LiveFigure, liveDocument } from "./live-document.ts";
export { type Changed, type Refreshed, refresh } from "./refresh.ts";
