import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, filled, type Operation } from "./document-testing.ts";
import { everythingIn } from "./everything-testing.ts";
import { smallApi } from "./testing.ts";

/** Lists that come whole, and what keeps each of them from growing. */
const bounded: Readonly<Record<string, string>> = {
  "GET /api/v1/me": "a person's own roles",
  "GET /api/v1/regimes": "the regimes of the catalogue",
  "GET /api/v1/regimes/{regime}": "the indicators and forms of one regime",
  "GET /api/v1/provinces/{province}/powers": "one row for each action that there is",
  "GET /api/v1/provinces/{province}/audit/verification": "what was tampered with: empty, or a matter for people",
  "GET /api/v1/provinces/{province}/roles/{user}": "a person's roles in one province, 100 at most",
  "GET /api/v1/provinces/{province}/webhooks/{webhook}": "the events that there are",
  "GET /api/v1/provinces/{province}/regimes/{regime}/templates/{template}": "the indicators of one part of a report",
  "GET /api/v1/provinces/{province}/facts.json": "a file: the figures of one unit and period, to be imported whole",
  "GET /api/v1/provinces/{province}/series": "40 units at most, the breakdowns of one indicator",
  "GET /api/v1/provinces/{province}/periods/{regime}/{period}/overview": "one look: twelve that moved most; the units of one level",
  "GET /api/v1/provinces/{province}/periods/{regime}/{period}/roll-up": "the entries of one regime",
  "GET /api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}": "the units above one that approved it",
  "GET /api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}/entries": "the cells of one form",
  "GET /api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}/check": "the rules of one regime",
  "GET /api/v1/provinces/{province}/reports/{regime}/{period}/{orgUnit}/figures": "the figures of one report",
};

/** How each is asked, where not by GET. */
const bodies: Readonly<Record<string, object>> = {
  "POST /api/v1/provinces/{province}/facts/versions": { indicator: "dossiers.received", orgUnit: "xa-1", period: "2024-M10", members: { channel: "direct" } },
};

/** What else is asked, for there to be something in it. */
const asked: Readonly<Record<string, string>> = { "GET /api/v1/provinces/{province}/periods/{regime}/{period}/check": "&verdict=unknown" };

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

await onBoth({ describe, afterAll }, "every list", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let given: Awaited<ReturnType<typeof documentOf>>;
  let world: Awaited<ReturnType<typeof everythingIn>>;
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    given = await documentOf(api.app);
    world = await everythingIn(api);
  });
  /** Operations that answer with a list, at the top of their answer; those that write answer what they were sent. */
  const lists = () => given.operations.filter((one) => {
    const schema = one.responses[200]?.content?.["application/json"]?.schema ?? {};
    return (one.method === "GET" || nameOf(one) in bodies) && (given.resolve(schema).type === "array" || Object.values(given.propertiesOf(schema)).some((property) => given.resolve(property).type === "array"));
  });
  const isPaged = ({ parameters, responses }: Operation) =>
    ["limit", "cursor"].every((name) => parameters.some((one) => one.in === "query" && one.name === name)) && ["items", "next"].every((name) => name in given.propertiesOf(responses[200]?.content?.["application/json"]?.schema ?? {}));

  it("is paged by a cursor, or cannot grow", () => {
    expect(lists().filter((one) => !isPaged(one)).map(nameOf).sort()).toEqual(Object.keys(bounded).sort());
    expect(lists().filter(isPaged).length).toBeGreaterThan(20);
  });

  it("comes whole, in one order, however small its pages are", async () => {
    const { ask, there, asking } = world;
    for (const one of lists().filter(isPaged)) {
      const wanted = one.parameters.filter((parameter) => parameter.in === "query" && parameter.required === true).map(({ name }) => `&${name}=${encodeURIComponent(asking[name] ?? "")}`).join("") + (asked[nameOf(one)] ?? "");
      const page = async (more: string) => {
        const answer = await ask(one.method, `${filled(one.path.replace("/api/v1", ""), there)}?${more}${wanted}`, bodies[nameOf(one)]);
        expect([nameOf(one), answer.status, answer.text.slice(0, 200)]).toEqual([nameOf(one), 200, expect.any(String)]);
        return answer.body as { items: unknown[]; next: string | null };
      };
      const whole = await page("limit=500");
      expect([nameOf(one), whole.items.length > 1, whole.next]).toEqual([nameOf(one), true, null]);
      const piecemeal: unknown[] = [];
      for (let next: string | null | undefined; next !== null; ) {
        const part: Awaited<ReturnType<typeof page>> = await page(`limit=1${next === undefined ? "" : `&cursor=${next}`}`);
        expect(part.items.length).toBeLessThanOrEqual(1);
        piecemeal.push(...part.items);
        next = part.next;
      }
      expect([nameOf(one), piecemeal]).toEqual([nameOf(one), whole.items]);
      expect([nameOf(one), (await ask(one.method, `${filled(one.path.replace("/api/v1", ""), there)}?cursor=bm9uZQ${wanted}`, bodies[nameOf(one)])).body.code]).toEqual([nameOf(one), "api/bad-request"]);
    }
  });
});
