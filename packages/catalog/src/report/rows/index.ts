export { encode as codeOf } from "./code.ts";
export { type RawCell, type ReadRows, type RowIssue, type RowOptions, readRows } from "./read-rows.ts";
export { blankRows, rowsOf } from "./rows.ts";
