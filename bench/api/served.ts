import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collecting, departmentMonthly, generateFacts, workCalendar } from "@khop/catalog/report";
import { type Fact, type OrgUnit, type Period, period } from "@khop/core";
import { entryKey, issueToken, openPeriod, openStore, type Place, putOrgUnits, putRoles, type Store, writeFacts } from "@khop/store";
import { startPostgres } from "@khop/store/testing";
import { atOnce } from "./load.ts";

export const province = "lam-son";
export const october: Period = period("2024-M10");
/** A regime of some hundred figures, asked of communes. */
export const regime = collecting(departmentMonthly);

/** A unit that reports, the token of its clerk, and what it will enter. */
export interface Reporter {
  readonly orgUnit: string;
  readonly token: string;
  readonly facts: readonly Fact[];
}

/** A province of so many communes under ten districts, its October open, September as it was. */
async function prepared(store: Store, communes: number): Promise<readonly Reporter[]> {
  const acting = { province, by: "khop" };
  const unit = (id: string, level: OrgUnit["level"], parent: string | null): OrgUnit => ({
    id,
    name: id,
    level,
    parent,
    validFrom: null,
    validTo: null,
  });
  const districts = Array.from({ length: 10 }, (_, i) => unit(`huyen-${i + 1}`, "district", "tinh"));
  const reporting = Array.from({ length: communes }, (_, i) => unit(`xa-${i + 1}`, "commune", `huyen-${(i % 10) + 1}`));
  await putOrgUnits(store, acting, [unit("tinh", "province", null), ...districts, ...reporting]);
  const all = generateFacts({
    regime: { ...departmentMonthly, level: "commune" },
    orgUnits: reporting,
    periods: [october],
    seed: 1,
  });
  const isAsked = new Set(regime.entries.filter(({ frequency }) => frequency === undefined).map(entryKey));
  const isEntered = (fact: Fact) => fact.period.id === october.id && isAsked.has(entryKey(fact));
  const earlier = all.filter((fact) => !isEntered(fact));
  for (let at = 0; at < earlier.length; at += 5000)
    await writeFacts(
      store,
      acting,
      earlier.slice(at, at + 5000).map((fact) => ({ fact })),
    );
  await openPeriod(store, acting, regime, october, { calendar: workCalendar, levels: ["commune"] });
  const mine = Map.groupBy(all.filter(isEntered), ({ orgUnit }) => orgUnit);
  const reporters: Reporter[] = [];
  for (const { id } of reporting) {
    const user = `${id}@lam-son.example`;
    await putRoles(store, acting, user, [{ role: "clerk", orgUnit: id }]);
    const { secret } = await issueToken(store, { user, name: "bench", scopes: ["read", "enter"] });
    reporters.push({ orgUnit: id, token: secret, facts: mine.get(id) ?? [] });
  }
  return reporters;
}

async function tokenOf(store: Store, name: string, role: "auditor" | "approver"): Promise<string> {
  const user = `${name}@lam-son.example`;
  await putRoles(store, { province, by: "khop" }, user, [{ role, orgUnit: "tinh" }]);
  return (await issueToken(store, { user, name: "bench", scopes: ["read", "decide", "manage"] })).secret;
}

export interface Served {
  readonly address: string;
  /** The token of one who sees everything. */
  readonly auditor: string;
  readonly reporters: readonly Reporter[];
  /** The address of the database, where it is a server. */
  readonly url?: string;
  /** Gives every submission back, so that it can be written again. */
  reopen(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** The server as users start it, over a prepared province. */
export async function served(engine: "server" | "embedded", communes: number): Promise<Served | { readonly notRun: string }> {
  const folder = mkdtempSync(join(tmpdir(), "khop-bench-api-"));
  const postgres = engine === "server" ? await startPostgres() : undefined;
  if (postgres !== undefined && "notRun" in postgres) return postgres;
  const url = await postgres?.newDatabase();
  const place: Place = url === undefined ? { directory: folder } : { url };
  const store = await openStore(place);
  const reporters = await prepared(store, communes);
  const [auditor, above] = [await tokenOf(store, "kiem", "auditor"), await tokenOf(store, "duyet", "approver")];
  await store.close();
  const api = await start(
    ["apps/api/src/main.ts", "--port", "0", ...(url === undefined ? ["--data", folder] : [])],
    url === undefined ? {} : { DATABASE_URL: url },
    "stderr",
  );
  const reopen = async () => {
    const path = (orgUnit: string) => `/api/v1/provinces/${province}/periods/${regime.id}/${october.id}/submissions/${orgUnit}/return`;
    for (let first = 0; first < reporters.length; first += 50) {
      const some = reporters.slice(first, first + 50);
      const { answers } = await atOnce(
        api.address,
        some.map(({ orgUnit }) => ({ method: "POST", path: path(orgUnit), token: above, body: { as: "tinh", reason: "again" } })),
      );
      const refused = answers.find(({ status }) => status !== 200);
      if (refused !== undefined) throw new Error(refused.text);
    }
  };
  const stop = async () => {
    await api.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: api.address, auditor, reopen, reporters, ...(url === undefined ? {} : { url }), stop };
}

/** A program that says its address; it ends when it is told to. */
export async function start(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  says: "stdout" | "stderr",
): Promise<{ readonly address: string; readonly child: ChildProcess; stop(): Promise<void> }> {
  const [file = "", ...rest] = words;
  const child = spawn(process.execPath, ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning", join(root, file), ...rest], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", says === "stdout" ? "pipe" : "ignore", says === "stderr" ? "pipe" : "inherit"],
  });
  let said = "";
  for await (const chunk of (says === "stdout" ? child.stdout : child.stderr) ?? []) {
    said += String(chunk);
    if (/http:\/\/\S+:\d+/.test(said)) break;
  }
  const address = /http:\/\/[\w.]+:\d+/.exec(said)?.[0];
  if (address === undefined) throw new Error(`${file} did not say where it listens: ${said}`);
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { address, child, stop };
}
