import { readFileSync } from "node:fs";
import { rowsOf } from "../oracle/rows.ts";
import { catalogue, report } from "../oracle/given.ts";
import { readSample, table } from "../oracle/sample.ts";
const rows = rowsOf(readFileSync(catalogue,"utf8"));
console.log(table(readSample(report), rows)); console.log(rows.length, rows.map(r=>r.type).join());
