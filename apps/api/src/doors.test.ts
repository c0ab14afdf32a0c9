import { PGlite } from "@electric-sql/pglite";
import { openStore, type Role, roles, type Store } from "@khop/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Action, actions, may, powers } from "./access/authorise.ts";
import { smallApi, units } from "./testing.ts";

interface Operation { readonly operationId: string; readonly parameters?: readonly { name: string; in: string }[]; readonly requestBody?: unknown }

let store: Store;
let api: Awaited<ReturnType<typeof smallApi>>;
let operations: { method: string; path: string; operation: Operation }[] = [];
beforeAll(async () => {
  store = await openStore({ pglite: await PGlite.create() });
  api = await smallApi(store);
  const document = (await (await api.app.request("/openapi.json")).json()) as { openapi: string; paths: Record<string, Record<string, Operation>> };
  expect(document.openapi).toBe("3.1.0");
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
});
afterAll(() => store.close());

const filled = (path: string, values: Readonly<Record<string, string>>) => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? "x"));
const there = { province: "lam-son", regime: "commune-monthly", period: "2024-M10", orgUnit: "xa-1", user: "a@b.example", token: "00000000-0000-4000-8000-000000000000", id: "00000000-0000-4000-8000-000000000000", job: "00000000-0000-4000-8000-000000000000", webhook: "00000000-0000-4000-8000-000000000000", delivery: "00000000-0000-4000-8000-000000000000" };
const query = "?first=2024-10-01&last=2024-10-31&regime=commune-monthly&period=2024-M10&orgUnit=xa-1&to=xa-1&level=commune&name=a.txt&format=md&indicator=dossiers.received&orgUnits=xa-1";
/** Bodies that are as they should be, so that nothing but the right to do it is in question. */
const bodies: Readonly<Record<string, object>> = {
  "PUT org-units": { orgUnits: [units[0]] }, "PUT roles": { roles: [] }, "POST periods": { regime: "commune-monthly", period: "2024-M10" }, "POST versions": { indicator: "a", orgUnit: "xa-1", period: "2024-M10" },
  "PATCH entries": { cells: [{ indicator: "dossiers.received", value: "1" }] }, "POST approve": { as: "huyen" }, "POST return": { as: "huyen", reason: "r" }, "POST unlock": { reason: "r" },
  "POST reports": { regime: "commune-monthly", period: "2024-M10", orgUnit: "xa-1", format: "md", letter: { body: "b", place: "p", signatureBlock: { position: "p", name: "" } } },
  "POST import": { regime: "commune-monthly", orgUnit: "xa-1", why: "w", csv: "" }, "POST waivers": { finding: "f", reason: "r" }, "POST comments": { text: "t" }, "PATCH passages": { passages: [{ passage: "p", text: "t" }] }, "POST withdraw": { reason: "r" }, "POST draft": { letter: { body: "b", place: "p", signatureBlock: { position: "p", name: "" } } }, "POST jobs": { regime: "commune-monthly", period: "2024-M10", orgUnits: ["xa-1"], format: "md", letter: { place: "p", signatureBlock: { position: "p", name: "" } } }, "POST webhooks": { url: "https://hook.example/", events: ["period.opened"] },
  "PUT templates": { text: null }, "PUT lineage": { items: [] }, "POST preview": { text: "" },
  "POST tokens": { name: "n", scopes: ["read"] },
};
const bodyFor = (method: string, path: string) => (method === "GET" || method === "DELETE" ? undefined : (Object.entries(bodies).find(([key]) => key.startsWith(method) && path.split("/").filter((part) => !part.startsWith("{")).at(-1) === key.split(" ")[1])?.[1] ?? {}));

describe("every door of the API", () => {
  it("is in the document, each with a name of its own", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.length).toBeGreaterThan(25);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is shut for who is not signed in, or shows a token that nobody gave", async () => {
    for (const { method, path } of operations) {
      for (const headers of [{}, { authorization: "Bearer khop_made-up" }]) {
        const body = bodyFor(method, path);
        const response = await api.app.request(filled(path, there) + query, { method, headers: { "content-type": "application/json", ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        expect([method, path, response.status]).toEqual([method, path, 401]);
        expect(response.headers.get("content-type")).toContain("application/problem+json");
      }
    }
  });

  it("of a province is shut for every role of another unit, unless the table of powers opens it", async () => {
    const aboutUnit = operations.filter(({ path }) => path.includes("{orgUnit}"));
    expect(aboutUnit.length).toBeGreaterThan(12);
    for (const role of roles.filter((one) => one !== "auditor")) {
      const stranger = await api.as(`${role}@xa-2.example`, [{ role, orgUnit: "xa-2" }]);
      for (const { method, path } of aboutUnit) {
        const answer = await stranger(method, filled(path.replace("/api/v1", ""), there) + query, bodyFor(method, path));
        expect([role, method, path, answer.status, answer.body.code]).toEqual([role, method, path, 403, "api/not-allowed"]);
      }
    }
  });

  it("of a province is shut for those of another province, and of none", async () => {
    const nobody = await api.as("nobody@lam-son.example", []);
    const admin = await api.as("admin@lam-son.example", roles.map((role) => ({ role, orgUnit: "tinh" })));
    for (const { method, path } of operations.filter((one) => one.path.includes("{province}"))) {
      const inner = path.replace("/api/v1", "");
      const body = bodyFor(method, path);
      expect([method, path, (await nobody(method, filled(inner, there) + query, body)).status]).toEqual([method, path, 403]);
      expect([method, path, (await admin(method, filled(inner, { ...there, province: "khac" }) + query, body)).status]).toEqual([method, path, 403]);
    }
  });
});

describe("who may do what", () => {
  const subject = { province: "lam-son", regime: "r" };
  /** For each role in the district: what it may do there, below (xã Một), and above. */
  it.each<[Role, string, string, string]>([
    // role       in its own unit                                                                            below                                                                                     above
    ["reader",    "facts.read submission.read orgUnits.read periods.read report.read templates.read",                                   "facts.read submission.read orgUnits.read periods.read report.read templates.read",                                  "orgUnits.read periods.read templates.read"],
    ["clerk",     "facts.read submission.read orgUnits.read periods.read report.read templates.read facts.enter submission.submit comment.add evidence.add report.write", "facts.read submission.read orgUnits.read periods.read report.read templates.read comment.add",              "orgUnits.read periods.read templates.read"],
    ["approver",  "facts.read submission.read orgUnits.read periods.read report.read templates.read submission.submit comment.add evidence.add report.write report.decide submission.approve submission.return finding.waive", "facts.read submission.read orgUnits.read periods.read report.read templates.read comment.add submission.approve submission.return finding.waive", "orgUnits.read periods.read templates.read"],
    ["steward",   "facts.read submission.read orgUnits.read periods.read report.read templates.read comment.add finding.waive submission.lock submission.unlock facts.import period.open reminder.send orgUnits.put templates.write", "facts.read submission.read orgUnits.read periods.read report.read templates.read comment.add finding.waive submission.lock submission.unlock facts.import period.open reminder.send orgUnits.put templates.write", "orgUnits.read periods.read templates.read"],
    ["auditor",   "facts.read submission.read orgUnits.read periods.read report.read templates.read roles.read audit.read",             "facts.read submission.read orgUnits.read periods.read report.read templates.read roles.read audit.read",            "facts.read submission.read orgUnits.read periods.read report.read templates.read roles.read audit.read"],
    ["admin",     "orgUnits.read periods.read templates.read orgUnits.put templates.write roles.read roles.put audit.read backup.read webhooks.manage",                 "orgUnits.read periods.read templates.read orgUnits.put templates.write roles.read roles.put audit.read backup.read webhooks.manage",                "orgUnits.read periods.read templates.read orgUnits.put templates.write roles.read roles.put audit.read backup.read webhooks.manage"],
  ])("a %s", (role, own, below, above) => {
    const grants = [{ province: "lam-son", user: "u", role, orgUnit: "huyen" }];
    const allowed = (orgUnit: string) => (Object.keys(actions) as Action[]).filter((action) => may(grants, action, { ...subject, orgUnit }, units)).join(" ");
    expect([allowed("huyen"), allowed("xa-1"), allowed("tinh")]).toEqual([own, below, above]);
    const elsewhere = (Object.keys(actions) as Action[]).filter((action) => may(grants, action, { ...subject, province: "khac", orgUnit: "huyen" }, units));
    expect(elsewhere).toEqual([]);
    const otherRegime = (Object.keys(actions) as Action[]).filter((action) => may([{ ...grants[0]!, regime: "other" }], action, { ...subject, orgUnit: "huyen" }, units));
    expect(otherRegime).toEqual([]);
    expect(Object.keys(powers[role]).length).toBeGreaterThan(0);
  });
});
