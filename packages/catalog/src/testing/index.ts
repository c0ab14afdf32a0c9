export { type ListedFigure, october2024Figures } from "./october.ts";
