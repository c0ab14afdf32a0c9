import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { collecting, communeMonthly } from "@khop/catalog/report";
import { connect, type Khop } from "@khop/client";
import { period, previous, quantity } from "@khop/core";
import { issueToken, openPeriod, openStore, type Place, putOrgUnits, putRoles, writeFacts } from "@khop/store";

/** What was killed how often, and what was found after. */
export interface KilledServing {
  readonly kills: number;
  /** Answers that said it was done: figures entered, submissions sent, approved, locked and opened again. */
  readonly acknowledged: number;
  /** The longest that the server took to answer again. */
  readonly slowest: number;
  /** What was not as it must be; empty where nothing was lost. */
  readonly faults: readonly string[];
}

const province = "lam-son";
const regime = collecting(communeMonthly);
const october = period("2024-M10");
const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}" as const;

/** Somebody who writes for one unit, in turns of five steps, and remembers what was acknowledged. */
interface Writer {
  readonly orgUnit: string;
  readonly secret: string;
  /** The number that all cells of the form hold, as last acknowledged and as last sent. */
  acknowledged: number;
  sent: number;
  version: number;
  /** Every step that was acknowledged, by the version that it made. */
  readonly steps: Map<number, string>;
}

/** How many answers it gives before it is killed, and how many milliseconds later that is, at most. */
const [LEAST, MORE, MIDST] = [8, 60, 100];

/** Kills a server under writers of several units, again and again, and starts it anew; it has nothing else to put it right with. */
export async function killServing(place: Exclude<Place, { pglite: unknown }>, kills: number, writers = 4): Promise<KilledServing> {
  const { all, auditor } = await found(place, writers);
  const faults: string[] = [];
  let [acknowledged, slowest] = [0, 0];
  let server = await start(place);
  for (let kill = 0; kill < kills; kill++) {
    const { address, process } = server;
    let left = LEAST + Math.random() * MORE;
    const enough = Promise.withResolvers<void>();
    const told = (): void => {
      acknowledged += 1;
      left -= 1;
      if (left <= 0) enough.resolve();
    };
    const writing = all.map((writer) => write(writer, connect({ address, token: writer.secret }), told));
    // After so many answers, however long they take, and in the midst of others.
    await Promise.race([enough.promise, Promise.all(writing)]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MIDST));
    process.kill("SIGKILL");
    await once(process, "close");
    await Promise.all(writing);
    const began = performance.now();
    server = await start(place);
    slowest = Math.max(slowest, performance.now() - began);
    for (const writer of all) faults.push(...(await faultsOf(writer, connect({ address: server.address, token: writer.secret }))));
    faults.push(...(await brokenIn(connect({ address: server.address, token: auditor }))));
  }
  server.process.kill("SIGTERM");
  await once(server.process, "close");
  return { kills, acknowledged, slowest, faults };
}

/** A province whose communes each owe one form, and who writes and approves it. */
async function found(place: Exclude<Place, { pglite: unknown }>, writers: number) {
  const store = await openStore(place);
  const acting = { province, by: "khop" };
  const names = Array.from({ length: writers }, (_, i) => `xa-${i + 1}`);
  const unit = { validFrom: null, validTo: null };
  await putOrgUnits(store, acting, [
    { id: "tinh", name: "tỉnh", level: "province", parent: null, ...unit },
    ...names.map((id) => ({ id, name: id, level: "commune" as const, parent: "tinh", ...unit })),
  ]);
  const pending = regime.indicators.find(({ id }) => id === "one-stop.pending");
  if (pending === undefined) throw new Error("the form of communes has no one-stop.pending");
  const before = { indicator: pending.id, period: previous(october), quantity: quantity({ value: "0", unit: pending.unit }) };
  await writeFacts(
    store,
    acting,
    names.map((orgUnit) => ({ fact: { ...before, orgUnit } })),
  );
  await openPeriod(store, acting, regime, october);
  const token = async (user: string, grants: Parameters<typeof putRoles>[3]) => {
    await putRoles(store, acting, user, grants);
    return (await issueToken(store, { user, name: "t", scopes: ["read", "enter", "decide", "manage"] })).secret;
  };
  const all: Writer[] = [];
  for (const orgUnit of names) {
    const grants = [{ role: "clerk" as const, orgUnit }, ...(["approver", "steward"] as const).map((role) => ({ role, orgUnit: "tinh" }))];
    all.push({ orgUnit, secret: await token(`${orgUnit}@khop.example`, grants), acknowledged: 0, sent: 0, version: 1, steps: new Map() });
  }
  const auditor = await token("auditor@khop.example", [{ role: "auditor", orgUnit: "tinh" }]);
  await store.close();
  return { all, auditor };
}

/** The server itself, as it is run; it answers when this is done. */
async function start(place: Exclude<Place, { pglite: unknown }>): Promise<{ readonly address: string; readonly process: ChildProcess }> {
  const flags = ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning"];
  const { DATABASE_URL: _, ...env } = globalThis.process.env;
  const where = "url" in place ? { words: [], env: { ...env, DATABASE_URL: place.url } } : { words: ["--data", place.directory], env };
  const words = [...flags, join(import.meta.dirname, "main.ts"), "--port", "0", ...where.words];
  const server = spawn(globalThis.process.execPath, words, { stdio: ["ignore", "ignore", "pipe"], env: where.env });
  let said = "";
  for await (const chunk of server.stderr) {
    said += chunk;
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    if (address === undefined) continue;
    const ready = await fetch(`${address}/readyz`);
    if (!ready.ok) throw new Error(`the server is not ready: ${ready.status}`);
    return { address, process: server };
  }
  throw new Error(`the server did not start: ${said}`);
}

const pathOf = ({ orgUnit }: Writer) => ({ path: { province, regime: regime.id, period: october.id, orgUnit } });

/** Writes until it is not answered any more: the form, then every step there is; tells each time that it was answered that it was done. */
async function write(writer: Writer, khop: Khop, told: () => void): Promise<void> {
  const params = pathOf(writer);
  const steps = {
    submit: () => khop.POST(`${at}/submit`, { params, body: {} }),
    approve: () => khop.POST(`${at}/approve`, { params, body: { as: "tinh" } }),
    lock: () => khop.POST(`${at}/lock`, { params, body: {} }),
    unlock: () => khop.POST(`${at}/unlock`, { params, body: { reason: "nhập lại" } }),
  };
  const next = { draft: "submit", returned: "submit", submitted: "approve", approved: "lock", locked: "unlock" } as const;
  try {
    let { data: stands } = await khop.GET(at, { params });
    while (stands !== undefined) {
      if (stands.state === "draft" || stands.state === "returned") {
        const n = writer.sent + 1;
        writer.sent = n;
        const cells = regime.entries.map(({ indicator, members = {} }) => ({ indicator, members: { ...members }, value: String(n) }));
        const { data, error } = await khop.PATCH(`${at}/entries`, { params, body: { cells } });
        if (data === undefined) return isCut(error) ? undefined : refused("entries", error);
        writer.acknowledged = n;
        writer.version = data.submission.version;
        told();
      }
      const step = next[stands.state];
      const { data, error } = await steps[step]();
      if (error !== undefined) return isCut(error) ? undefined : refused(step, error);
      writer.version = data.version;
      writer.steps.set(data.version, step);
      told();
      stands = data;
    }
  } catch (error) {
    // An answer may be cut in its middle; a refusal is a fault.
    if (error instanceof Refused) throw error;
  }
}

class Refused extends Error {}

function refused(what: string, { detail }: { readonly detail: string }): never {
  throw new Refused(`${what} is refused: ${detail}`);
}

/** Whether nobody answered. */
const isCut = ({ code }: { readonly code: string }): boolean => code.startsWith("client/");

/** What a unit's submission, its steps and its figures must be, by what was acknowledged. */
async function faultsOf(writer: Writer, khop: Khop): Promise<readonly string[]> {
  const params = pathOf(writer);
  const { data: stands } = await khop.GET(at, { params });
  const { data: entries } = await khop.GET(`${at}/entries`, { params });
  const { data: taken } = await khop.GET(`${at}/steps`, { params });
  if (stands === undefined || entries === undefined || taken === undefined) return [`${writer.orgUnit} is not answered`];
  const values = new Set(entries.items.map(({ fact }) => fact?.value ?? null));
  const [value] = values;
  const told = new Map(taken.items.map(({ seq, action }) => [seq, action]));
  const lost = [...writer.steps].filter(([seq, action]) => told.get(seq) !== action);
  const last = taken.items.at(-1);
  const states = { submit: "submitted", approve: "approved", lock: "locked", unlock: "returned" } as const;
  const expected = last === undefined ? "draft" : states[last.action as keyof typeof states];
  const about = (fault: string): string => `${writer.orgUnit}: ${fault}`;
  return [
    ...(values.size > 1 ? [about(`half a form stands: ${[...values].join(", ")}`)] : []),
    ...(Number(value ?? 0) < writer.acknowledged ? [about(`${writer.acknowledged} was acknowledged and ${value} stands`)] : []),
    ...(Number(value ?? 0) > writer.sent ? [about(`${value} stands and nobody sent it`)] : []),
    ...(stands.version < writer.version ? [about(`version ${writer.version} was acknowledged and ${stands.version} stands`)] : []),
    ...lost.map(([seq, action]) => about(`${action} ${seq} was acknowledged and is not there`)),
    ...(stands.state === expected ? [] : [about(`it is ${stands.state} and its last step makes it ${expected}`)]),
  ];
}

/** What the trail is at odds with. */
async function brokenIn(khop: Khop): Promise<readonly string[]> {
  const { data, error } = await khop.GET("/api/v1/provinces/{province}/audit/verification", { params: { path: { province } } });
  if (data === undefined) return [`the trail is not verified: ${error.detail}`];
  return data.faults.map(({ seq, what, row }) => `the trail is broken at ${seq}: ${what} ${row ?? ""}`);
}
