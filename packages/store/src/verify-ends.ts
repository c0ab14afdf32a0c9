import { type FigureColumns, figureColumns } from "@khop/core";
import { sql } from "kysely";
import type { Store } from "./database/open.ts";
import type { FactTable } from "./database/tables.ts";
import { factColumns, factIn } from "./facts/saying.ts";
import type { AuditFault } from "./verify-audit.ts";

const batch = 2000;

/** Facts whose interval, which compiled rules reckon with, is not that of their figure; only core writes it. */
export async function strayEnds(store: Pick<Store, "db">, province: string, last: number): Promise<readonly AuditFault[]> {
  const faults: AuditFault[] = [];
  let after = ["", "", "", ""];
  for (;;) {
    const [period, orgUnit, indicator, members] = after;
    const { rows } = await sql<FactTable & Partial<FigureColumns>>`
      select ${sql.join(factColumns().map((name) => sql.ref(name)))}, ${sql.join(ends.map((name) => sql.ref(name)))} from fact
      where province = ${province} and (period, org_unit, indicator, members) > (${period}, ${orgUnit}, ${indicator}, ${members})
      order by period, org_unit, indicator, members limit ${batch}`.execute(store.db);
    for (const row of rows) {
      const { quantity } = factIn(row);
      const made: Partial<FigureColumns> = quantity === null ? {} : figureColumns(quantity);
      if (ends.some((name) => !isSame(row[name] ?? null, made[name] ?? null))) {
        const named = [row.period, row.org_unit, row.indicator, row.members].filter((part) => part !== "");
        faults.push({ seq: last, what: "facts", row: named.join(" ") });
      }
    }
    const end = rows.at(-1);
    if (rows.length < batch || end === undefined) return faults;
    after = [end.period, end.org_unit, end.indicator, end.members];
  }
}

const ends = [
  ...(["", "cut_", "round_"] as const).flatMap((how) => [`${how}lo`, `${how}hi`, `${how}lo_closed`, `${how}hi_closed`] as const),
  "is_round",
  "is_long",
] as const;

/** Numbers are the same whatever zeros stand behind their comma. */
function isSame(a: string | boolean | null, b: string | boolean | null): boolean {
  return a === b || (typeof a === "string" && typeof b === "string" && plain(a) === plain(b));
}

const plain = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
