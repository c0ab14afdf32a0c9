export { measureDocx } from "../docx/layout/measure.ts";
export { measureText } from "./text.ts";
