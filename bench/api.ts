// node scripts/run.mjs bench/api.ts: the API under load, alone; pnpm bench prints it with everything else.
import { type ApiLoad, apiLoad, type BareLoad, communes } from "./api/measure.ts";
import { Table } from "./table.ts";

/** Rows of what the API does under load, on both databases. */
export async function apiRows(table: Table): Promise<void> {
  for (const [engine, name] of [
    ["server", "PostgreSQL"],
    ["embedded", "PGlite"],
  ] as const) {
    const measured = await apiLoad(engine);
    if ("notRun" in measured) console.log(`The API on ${name} was not measured: ${measured.notRun}.`);
    else rowsOf(table, name, measured.api, measured.bare);
  }
}

function rowsOf(table: Table, name: string, api: ApiLoad, bare: BareLoad | undefined): void {
  const { figures, entered, checked, submitted } = api;
  const often = ({ perSecond, median }: { perSecond: number; median: number }) =>
    `${perSecond.toFixed(0)}/s, half in ${median.toFixed(0)} ms`;
  table.row(`${communes} units at once over HTTP, ${name}: each enters ${figures} figures, p99`, entered.p99, often(entered));
  table.row("  each asks what the rules say, p99", checked.p99, often(checked));
  table.row("  each sends, p99; nothing lost", submitted.p99, often(submitted), "≤ 1000 ms");
  const kinds = { state: "how a submission stands", read: `${figures} figures of a unit`, written: "a figure written" } as const;
  for (const [kind, what] of Object.entries(kinds) as [keyof typeof kinds, string][]) {
    const [ours, theirs] = [api[kind], bare?.[kind]];
    const ratio =
      theirs === undefined
        ? ""
        : `, ${(ours.perSecond / theirs.perSecond).toFixed(2)} of bare Hono + pg (${theirs.perSecond.toFixed(0)}/s, p99 ${theirs.p99.toFixed(0)} ms)`;
    table.row(`  16 askers, ${what}, p99`, ours.p99, `${often(ours)}${ratio}`, theirs === undefined ? "" : "≥ 0,7 of it");
  }
}

if (import.meta.main) {
  const table = new Table();
  await apiRows(table);
  console.log(table.text);
}
