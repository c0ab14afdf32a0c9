import { addressKey } from "@khop/core";
import { type Asked, atOnce, type Load, sustained } from "./load.ts";
import { october, province, type Reporter, regime, type Served, served, start } from "./served.ts";

export const communes = 500;

/** What an API does under load, on one of its databases. */
export interface ApiLoad {
  /** Figures that each unit enters. */
  readonly figures: number;
  readonly entered: Load;
  /** What the pages ask for after entering: what the rules say. */
  readonly checked: Load;
  readonly submitted: Load;
  readonly state: Load;
  readonly read: Load;
  readonly written: Load;
}

/** The same asked of a handler that does nothing but the query. */
export interface BareLoad {
  readonly state: Load;
  readonly read: Load;
  readonly written: Load;
}

/** Measures the API, and a bare handler over the same database by turns, where it is a server. Throws where something was lost. */
export async function apiLoad(
  engine: "server" | "embedded",
): Promise<{ readonly api: ApiLoad; readonly bare?: BareLoad } | { readonly notRun: string }> {
  const there = await served(engine, communes);
  if ("notRun" in there) return there;
  try {
    const { address, reporters, url } = there;
    const entered = await atOnce(address, reporters.map(entering));
    const checked = await atOnce(
      address,
      reporters.map((one) => ({ method: "GET", path: `${at(one)}/check`, token: one.token })),
    );
    const submitted = await atOnce(
      address,
      reporters.map((one) => ({ method: "POST", path: `${at(one)}/submit`, token: one.token, body: {} })),
    );
    await nothingLost(there, [...entered.answers, ...checked.answers, ...submitted.answers]);
    const of = (n: number) => reporters[n % reporters.length] as Reporter;
    const ours = {
      state: (n: number): Asked => ({ method: "GET", path: at(of(n)), token: of(n).token }),
      read: (n: number): Asked => ({
        method: "GET",
        path: `/api/v1/provinces/${province}/facts?period=${october.id}&orgUnit=${of(n).orgUnit}&limit=500`,
        token: of(n).token,
      }),
      written: (n: number): Asked => writing(of(n), n),
    };
    // What was sent is written no more: units that have it back write.
    await there.reopen();
    if (url === undefined)
      return {
        api: {
          figures: reporters[0]?.facts.length ?? 0,
          entered,
          checked,
          submitted,
          state: await sustained(address, ours.state),
          read: await sustained(address, ours.read),
          written: await sustained(address, ours.written),
        },
      };
    const bare = await start(["bench/api/bare.ts"], { DATABASE_URL: url }, "stdout");
    const theirs = {
      state: (n: number): Asked => ({ method: "GET", path: `/state/${of(n).orgUnit}` }),
      read: (n: number): Asked => ({ method: "GET", path: `/facts/${of(n).orgUnit}` }),
      written: (n: number): Asked => bareWriting(of(n), n),
    };
    const loads = { ours: {} as Record<keyof BareLoad, Load>, theirs: {} as Record<keyof BareLoad, Load> };
    for (const what of ["state", "read", "written"] as const) {
      // By turns, so that a machine that is slow for a while is slow for both; the middle one stands.
      const [some, bares]: [Load[], Load[]] = [[], []];
      for (let turn = 0; turn < 3; turn++) {
        some.push(await sustained(address, ours[what], { seconds: 3 }));
        bares.push(await sustained(bare.address, theirs[what], { seconds: 3 }));
      }
      loads.ours[what] = middleOf(some);
      loads.theirs[what] = middleOf(bares);
    }
    await bare.stop();
    return { api: { figures: reporters[0]?.facts.length ?? 0, entered, checked, submitted, ...loads.ours }, bare: loads.theirs };
  } finally {
    await there.stop();
  }
}

const middleOf = (loads: readonly Load[]): Load =>
  loads.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(loads.length / 2)] as Load;

const at = ({ orgUnit }: Reporter): string => `/api/v1/provinces/${province}/periods/${regime.id}/${october.id}/submissions/${orgUnit}`;

function entering(reporter: Reporter): Asked {
  const cells = reporter.facts.map(({ indicator, members, quantity }) => ({
    indicator,
    value: quantity?.value.toFixed(Math.max(quantity.decimals, 0)) ?? null,
    ...(members === undefined ? {} : { members }),
  }));
  return { method: "PATCH", path: `${at(reporter)}/entries`, token: reporter.token, body: { cells } };
}

/** Counts that are written over and over. */
const countOf = ({ facts }: Reporter, n: number) => {
  const counts = facts.filter(({ quantity }) => quantity?.unit.kind === "count" && quantity.decimals === 0);
  return counts[n % counts.length] as (typeof counts)[number];
};

function writing(reporter: Reporter, n: number): Asked {
  const { indicator, members } = countOf(reporter, n);
  const cell = { indicator, value: String(n + 1), ...(members === undefined ? {} : { members }) };
  return { method: "PATCH", path: `${at(reporter)}/entries`, token: reporter.token, body: { cells: [cell] } };
}

function bareWriting(reporter: Reporter, n: number): Asked {
  const { indicator, members = {} } = countOf(reporter, n);
  const text = addressKey({ members });
  return { method: "PATCH", path: `/facts/${reporter.orgUnit}`, body: { indicator, members: text, value: String(n + 1) } };
}

/** Everything was answered well, is there, and the trail is whole. */
async function nothingLost({ address, reporters, auditor }: Served, answers: Load["answers"]): Promise<void> {
  const refused = answers.find(({ status }) => status !== 200);
  if (refused !== undefined) throw new Error(`answered ${refused.status}: ${refused.text}`);
  const ask = async (path: string) => {
    const { answers: answered } = await atOnce(address, [{ method: "GET", path: `/api/v1/provinces/${province}/${path}`, token: auditor }]);
    return JSON.parse(answered[0]?.text ?? "");
  };
  const { items } = (await ask(`periods/${regime.id}/${october.id}/submissions?limit=500`)) as { items: { state: string }[] };
  const sent = items.filter(({ state }) => state === "submitted").length;
  const { faults } = (await ask("audit/verification")) as { faults: unknown[] };
  const [one] = reporters;
  const facts = ((await ask(`facts?period=${october.id}&orgUnit=${one?.orgUnit}&limit=500`)) as { items: unknown[] }).items.length;
  if (sent !== communes || faults.length > 0 || facts !== one?.facts.length)
    throw new Error(
      `${sent} of ${communes} were sent, ${facts} figures of ${one?.facts.length} are there, ${faults.length} faults in the trail`,
    );
}
