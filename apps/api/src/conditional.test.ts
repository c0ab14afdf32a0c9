import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, filled, type Operation } from "./document-testing.ts";
import { everythingIn } from "./everything-testing.ts";
import { smallApi } from "./testing.ts";

/** Answers without a tag, and why. */
const untagged: Readonly<Record<string, string>> = {
  "GET /api/v1/backup": "a stream; each leaves an entry in the trail",
  "GET /api/v1/jobs/{job}/events": "a stream",
};

/** What two change without `If-Match`, and what keeps them from losing anything. */
const merged: Readonly<Record<string, string>> = {
  "PATCH /api/v1/provinces/{province}/reports/{regime}/{period}/{orgUnit}/passages": "each passage names the version that was seen; one that two changed comes back with both texts",
};

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const made = { "GET /api/v1/jobs/{job}/result": "a job that is done" };

await onBoth({ describe, afterAll }, "asking and writing on a condition", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let given: Awaited<ReturnType<typeof documentOf>>;
  let world: Awaited<ReturnType<typeof everythingIn>>;
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    given = await documentOf(api.app);
    world = await everythingIn(api);
  });
  const addressOf = ({ path, parameters }: Operation) =>
    `${filled(path.replace("/api/v1", ""), world.there)}?${parameters.filter((one) => one.in === "query" && one.required === true).map(({ name }) => `${name}=${encodeURIComponent(world.asking[name] ?? "")}`).join("&")}`;

  it("every GET says by its ETag what it is, and is not sent to who has it", async () => {
    const gets = given.operations.filter(({ method }) => method === "GET");
    const isDescribed = ({ parameters, responses }: Operation) =>
      parameters.some((one) => one.in === "header" && one.name === "if-none-match") && responses[200]?.headers?.etag !== undefined && responses[304] !== undefined;
    expect(gets.filter((one) => !isDescribed(one)).map(nameOf).sort()).toEqual(Object.keys(untagged).sort());
    const ended = async () => (await world.ask("GET", `/jobs/${world.there.job}`)).body.state;
    expect(await ended()).toBe("queued");
    for (const one of gets.filter(isDescribed).filter((each) => !(nameOf(each) in made))) {
      const at = addressOf(one);
      const first = await world.ask("GET", at);
      expect([nameOf(one), first.status === 200 ? 200 : first.text, first.etag]).toEqual([nameOf(one), 200, expect.stringMatching(/^"[\w-]+"$/)]);
      for (const tags of [first.etag, `W/${first.etag}`, `"other", ${first.etag}`, "*"]) {
        const again = await world.ask("GET", at, undefined, { "if-none-match": tags ?? "" });
        expect([nameOf(one), tags, again.status, again.etag, again.text]).toEqual([nameOf(one), tags, 304, first.etag, ""]);
      }
      const other = await world.ask("GET", at, undefined, { "if-none-match": '"other"' });
      expect([nameOf(one), other.status, other.text]).toEqual([nameOf(one), 200, first.text]);
    }
  });

  it("a tag is another once anything is", async () => {
    const { ask, there } = world;
    const entries = `/provinces/lam-son/periods/commune-monthly/2024-M10/submissions/xa-1/entries`;
    const before = (await ask("GET", entries)).etag ?? "";
    await ask("PATCH", entries, { cells: [{ indicator: "dossiers.received", members: { channel: "post" }, value: "1" }] });
    const after = await ask("GET", entries, undefined, { "if-none-match": before });
    expect([after.status, after.etag === before]).toEqual([200, false]);
    expect((await ask("GET", `/provinces/lam-son/webhooks/${there.webhook}`, undefined, { "if-none-match": "" })).status).toBe(200);
  });

  /** Something that two change: where it stands, what one wrote meanwhile, what the other sends. */
  const changes: readonly (readonly [name: string, from: (at: (path: string) => string) => string, mine: object, theirs: object, both: object])[] = [
    ["PUT /api/v1/provinces/{province}/org-units",       (at) => at("org-units"),           { orgUnits: [{ id: "xa-2", name: "xã Của Tôi", level: "commune", parent: "huyen", validFrom: null, validTo: null }] }, { orgUnits: [{ id: "xa-2", name: "xã Của Họ", level: "commune", parent: "huyen", validFrom: null, validTo: null }] }, { mine: [{ name: "xã Của Tôi" }], theirs: [{ id: "xa-2", name: "xã Của Họ" }] }],
    ["PUT /api/v1/provinces/{province}/lineage",         (at) => at("lineage"),             { items: [{ on: "2024-07-01", change: "rename", from: ["xa-1"], into: ["xa-1"], source: "Của tôi" }] }, { items: [{ on: "2024-07-01", change: "rename", from: ["xa-1"], into: ["xa-1"], source: "Của họ" }] }, { mine: [{ source: "Của tôi" }], theirs: [{ source: "Của họ" }] }],
    ["PUT /api/v1/provinces/{province}/roles/{user}",    (at) => at("roles/{user}"),        { roles: [{ role: "reader", orgUnit: "xa-1" }] }, { roles: [{ role: "reader", orgUnit: "xa-2" }] }, { mine: [{ orgUnit: "xa-1" }], theirs: [{ role: "reader", orgUnit: "xa-2" }] }],
    ["PUT /api/v1/provinces/{province}/regimes/{regime}/templates/{template}", (at) => at("regimes/{regime}/templates/{template}"), { text: "Của tôi." }, { text: "Của họ." }, { mine: "Của tôi.", theirs: "Của họ." }],
    ["PATCH /api/v1/provinces/{province}/webhooks/{webhook}", (at) => at("webhooks/{webhook}"), { url: "http://127.0.0.1:9/toi" }, { url: "http://127.0.0.1:9/ho" }, { mine: { url: "http://127.0.0.1:9/toi" }, theirs: { url: "http://127.0.0.1:9/ho", events: ["period.opened"] } }],
    ["PATCH /api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}/entries", (at) => at("periods/{regime}/{period}/submissions/{orgUnit}/entries"), { cells: [{ indicator: "dossiers.received", value: "7" }] }, { cells: [{ indicator: "dossiers.received", value: "8" }] }, {}],
  ];

  it("every PUT and PATCH takes If-Match, or merges", () => {
    const writes = given.operations.filter(({ method }) => method === "PUT" || method === "PATCH");
    const takes = writes.filter(({ parameters }) => parameters.some((one) => one.in === "header" && one.name === "if-match")).map(nameOf);
    expect(takes.sort()).toEqual(changes.map(([name]) => name).sort());
    expect(writes.map(nameOf).filter((name) => !takes.includes(name))).toEqual(Object.keys(merged));
  });

  it.each(changes)("%s is refused with both values where another came first, and done by who has seen theirs", async (name, from, mine, theirs, both) => {
    const { ask, there } = world;
    const at = from((path) => filled(`/provinces/lam-son/${path}`, there));
    const [method = ""] = name.split(" ");
    const before = await ask("GET", at);
    expect((await ask(method, at, theirs, { "if-match": before.etag ?? "" })).status).toBe(200);
    const refused = await ask(method, at, mine, { "if-match": before.etag ?? "" });
    expect([refused.status, refused.body.code]).toEqual([412, "store/stale"]);
    expect(refused.body.info).toMatchObject(both);
    const now = await ask("GET", at);
    expect((await ask(method, at, mine, { "if-match": now.etag ?? "" })).status).toBe(200);
    expect((await ask(method, at, mine, { "if-match": "*" })).status).toBe(200);
    expect((await ask(method, at, mine, { "if-match": "nonsense" })).body.code).toBe("api/bad-request");
  });

  it("of two that give somebody roles at once, each having seen none, one is refused", async () => {
    const { ask } = world;
    const at = "/provinces/lam-son/roles/moi@xa-2.example";
    await api.accounts.add({ email: "moi@xa-2.example", name: "Mới", password: "mật khẩu đủ dài" });
    const { etag } = await ask("GET", at);
    const both = await Promise.all(["reader", "clerk"].map((role) => ask("PUT", at, { roles: [{ role, orgUnit: "xa-2" }] }, { "if-match": etag ?? "" })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await ask("GET", at)).body.roles).toHaveLength(1);
  });
});
