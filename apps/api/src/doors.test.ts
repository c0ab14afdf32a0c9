import { putOrgUnits, type Role, roles } from "@khop/store";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Action, type Scope, scopes } from "./access/authorise.ts";
import { isSpecified, type Place, places, specified } from "./access/powers-testing.ts";
import { documentOf, filled, type Operation } from "./document-testing.ts";
import { everythingIn } from "./everything-testing.ts";
import { smallApi, units } from "./testing.ts";

/**
 * What each door of a province asks for: an action, and where in the request the unit that it is about stands. "some": it shows that part of the province which its
 * asker reaches. "&": another action besides, of another unit.
 */
const doors = `
GET    org-units                    orgUnits.read
PUT    org-units                    orgUnits.put
GET    roles                        roles.read
GET    roles/{user}                 roles.read
PUT    roles/{user}                 roles.put
GET    facts                        facts.read           query orgUnit
GET    facts.csv                    facts.read           query orgUnit
GET    facts.json                   facts.read           query orgUnit
GET    facts.xlsx                   facts.read           query orgUnit
POST   facts/versions               facts.read           body orgUnit
POST   facts/import                 facts.import         body orgUnit
GET    series                       facts.read           query orgUnits
GET    audit                        audit.read
GET    audit/latest                 audit.read
GET    audit/verification           audit.read
GET    powers                       periods.read
GET    lineage                      orgUnits.read
PUT    lineage                      orgUnits.put
GET    deadlines                    periods.read
GET    periods                      periods.read
POST   periods                      period.open
GET    periods/submissions          periods.read
GET    periods/overview             periods.read
GET    periods/roll-up              facts.read           query to
GET    periods/check                facts.read           some
POST   periods/check                facts.read           some
GET    periods/reminders            reminder.send        some
POST   periods/reminders            reminder.send        some
GET    submission                   submission.read      path
GET    submission/entries           submission.read      path
PATCH  submission/entries           facts.enter          path
GET    submission/check             submission.read      path
POST   submission/submit            submission.submit    path
POST   submission/approve           submission.approve   path&as
POST   submission/return            submission.return    path&as
POST   submission/lock              submission.lock      path
POST   submission/unlock            submission.unlock    path
GET    submission/steps             submission.read      path
POST   submission/waivers           finding.waive        path
GET    submission/comments          submission.read      path
POST   submission/comments          comment.add          path
POST   submission/evidence          evidence.add         path
GET    submission/evidence          submission.read      path
GET    submission/evidence/{id}     submission.read      path
POST   reports                      report.read          body orgUnit
POST   jobs                         report.read          body orgUnits
GET    report                       report.read          path
GET    report/passages              report.read          path
PATCH  report/passages              report.write         path
GET    report/passages/{passage}/versions report.read    path
POST   report/draft                 report.write         path
POST   report/check                 report.decide        path
POST   report/sign                  report.decide        path
POST   report/withdraw              report.decide        path
GET    report/steps                 report.read          path
GET    report/document              report.read          path
GET    report/figures               report.read          path
GET    templates                    templates.read
GET    templates/{template}         templates.read
PUT    templates/{template}         templates.write
GET    templates/{template}/versions templates.read
POST   templates/{template}/preview templates.read
GET    webhooks                     webhooks.manage
POST   webhooks                     webhooks.manage
GET    webhooks/{webhook}           webhooks.manage
PATCH  webhooks/{webhook}           webhooks.manage
DELETE webhooks/{webhook}           webhooks.manage
POST   webhooks/{webhook}/secret    webhooks.manage
GET    webhooks/{webhook}/deliveries webhooks.manage
POST   webhooks/{webhook}/deliveries/{delivery}/retry webhooks.manage
`;

const shortOf = (path: string) => path
  .replace("/api/v1/provinces/{province}/", "")
  .replace("periods/{regime}/{period}/submissions/{orgUnit}", "submission")
  .replace("periods/{regime}/{period}/", "periods/")
  .replace("reports/{regime}/{period}/{orgUnit}", "report")
  .replace("regimes/{regime}/templates", "templates");

interface Door { readonly action: Action; readonly unit: "none" | "some" | "path" | "query" | "body"; readonly name: string; readonly also: boolean }
const doorIn = new Map<string, Door>(doors.trim().split("\n").map((line) => {
  const [method = "", short = "", action = "", where = "none", name = ""] = line.trim().split(/\s+/);
  const [unit = "none", as] = where.split("&");
  return [`${method} ${short}`, { action: action as Action, unit: unit as Door["unit"], name, also: as !== undefined }] as const;
}));

const letter = { body: "b", place: "p", signatureBlock: { position: "p", name: "" } };
/** Bodies that are as they should be, so that nothing but the right to do it is in question. */
const bodies: Readonly<Record<string, object>> = {
  "PUT org-units": { orgUnits: [units[0]] }, "PUT lineage": { items: [] }, "PUT roles/{user}": { roles: [] }, "POST periods": { regime: "commune-monthly", period: "2024-M10" }, "POST facts/versions": { indicator: "dossiers.received", period: "2024-M10" },
  "POST facts/import": { regime: "commune-monthly", why: "w", csv: "" }, "PATCH submission/entries": { cells: [{ indicator: "dossiers.received", value: "1" }] }, "POST submission/approve": { as: "huyen" }, "POST submission/return": { as: "huyen", reason: "r" }, "POST submission/unlock": { reason: "r" },
  "POST submission/waivers": { finding: "f", reason: "r" }, "POST submission/comments": { text: "t" }, "POST reports": { regime: "commune-monthly", period: "2024-M10", format: "md", letter }, "POST jobs": { regime: "commune-monthly", period: "2024-M10", format: "md", letter: { place: "p", signatureBlock: letter.signatureBlock } },
  "PATCH report/passages": { passages: [{ passage: "judgement", text: "t" }] }, "POST report/draft": { letter }, "POST report/withdraw": { reason: "r" }, "PUT templates/{template}": { text: null }, "POST templates/{template}/preview": { text: "" }, "POST webhooks": { url: "https://hook.example/", events: ["period.opened"] },
};
/** Doors whose regime stands in no path: a role for one regime is asked for it here. */
const namesRegime = (short: string, { path }: Operation) => path.includes("{regime}") || ["GET facts.csv", "GET facts.json", "GET facts.xlsx", "GET series", "POST facts/import", "POST periods", "POST reports", "POST jobs"].includes(short);

/** For a role in the district: a unit in each place. */
const unitAt: Readonly<Record<Place, string>> = { own: "huyen", below: "xa-1", sibling: "huyen-2", above: "tinh", elsewhere: "huyen" };

await onBoth({ describe, afterAll }, "every door of the API", (database) => {
  let api: Awaited<ReturnType<typeof smallApi>>;
  let world: Awaited<ReturnType<typeof everythingIn>>;
  let operations: readonly Operation[] = [];
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    ({ operations } = await documentOf(api.app));
    const sibling = { id: "huyen-2", name: "huyện Hai", level: "district" as const, parent: "tinh", validFrom: null, validTo: null };
    await putOrgUnits(api.services.store, { province: "lam-son", by: "khop" }, [sibling]);
    await putOrgUnits(api.services.store, { province: "khac", by: "khop" }, [{ ...units[0] }, { ...units[1] }]);
    world = await everythingIn(api);
  });
  const ofProvince = () => operations.filter(({ path }) => path.includes("{province}"));
  const nameOf = ({ method, path }: Operation) => `${method} ${shortOf(path)}`;

  /** Asks at a door about a unit; of what names none, about the province. */
  const askAt = (ask: typeof world.ask, operation: Operation, orgUnit: string, province = "lam-son") => {
    const door = doorIn.get(nameOf(operation));
    const { unit, name = "" } = door ?? { unit: "none" };
    const many = name === "orgUnits";
    const query = { ...world.asking, regime: "commune-monthly", orgUnit, to: orgUnit, orgUnits: orgUnit };
    const wanted = operation.parameters.filter((one) => one.in === "query" && (one.required === true || (unit === "query" && one.name === name))).map((one) => `${one.name}=${encodeURIComponent(query[one.name as "to"] ?? "")}`);
    const sent = operation.method === "GET" || operation.method === "DELETE" ? undefined : { ...bodies[nameOf(operation)], ...(unit === "body" ? { [name]: many ? [orgUnit] : orgUnit } : {}) };
    return ask(operation.method, `${filled(operation.path.replace("/api/v1", ""), { ...world.there, user: "a@b.example", province, orgUnit })}?${wanted.join("&")}`, sent);
  };

  it("is in the document, each with a name of its own, and in the table of doors", () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ofProvince().map(nameOf).sort()).toEqual([...doorIn.keys()].sort());
  });

  it("is shut for who is not signed in, or shows a token that nobody gave", async () => {
    for (const { method, path } of operations) {
      for (const headers of [{}, { authorization: "Bearer khop_made-up" }]) {
        const response = await api.app.request(filled(path, world.there), { method, headers: { "content-type": "application/json", ...headers }, ...(method === "GET" || method === "DELETE" ? {} : { body: "{}" }) });
        expect([method, path, response.status]).toEqual([method, path, 401]);
        expect(response.headers.get("content-type")).toContain("application/problem+json");
      }
    }
  });

  /** A role in the district, in the top unit, under the regime that is asked for, another, or all. */
  const limits = [undefined, "commune-monthly", "department-monthly"] as const;
  describe.each<[string, "huyen" | "tinh"]>([["a role in the district", "huyen"], ["a role in the province's own unit", "tinh"]])("opens as the table says to %s", (_, home) => {
    const placeOf = (place: Place): Place => (home === "huyen" ? place : place === "elsewhere" ? "elsewhere" : unitAt[place] === "tinh" ? "own" : "below");
    it.each(roles.flatMap((role) => limits.map((limited): [Role, string, (typeof limits)[number]] => [role, limited ?? "all regimes", limited])))("%s under %s", async (role, __, limited) => {
      const ask = await api.as(`${role}.${home}@${limited ?? "moi"}.example`, [{ role, orgUnit: home, ...(limited === undefined ? {} : { regime: limited }) }]);
      const wrong: string[] = [];
      for (const operation of ofProvince()) {
        const name = nameOf(operation);
        const { action, unit, also } = doorIn.get(name) as Door;
        const asked = { ...(limited === undefined ? {} : { limited }), ...(namesRegime(name, operation) ? { asked: "commune-monthly" } : {}) };
        for (const place of unit === "none" || unit === "some" ? (["above", "elsewhere"] as const) : places) {
          // Units of another province, and units of this one that are asked for there.
          const province = place === "elsewhere" ? "khac" : "lam-son";
          const says = (about: Place) => isSpecified(action, role, placeOf(about), asked);
          const some = unit === "some" && place !== "elsewhere" && isSpecified(action, role, "own", asked);
          // Facts are seen by whoever may see any of the unit; those of another regime's indicators are left out.
          const ownIndicators = (name === "GET facts" || name === "POST facts/versions") && limited !== undefined && isSpecified(action, role, placeOf(place), { limited, asked: limited });
          const expected = (says(place) || some || ownIndicators) && (!also || isSpecified(action, role, home === "huyen" ? "own" : "below", asked));
          const answer = await askAt(ask, operation, unitAt[place], province);
          const isOpen = !(answer.status === 403 && answer.body.code === "api/not-allowed");
          if (isOpen !== expected || answer.status >= 500) wrong.push(`${name} about ${unitAt[place]} of ${province} (${place}): ${answer.status} ${answer.text.slice(0, 160)}, and should ${expected ? "" : "not "}be open`);
        }
      }
      expect(wrong).toEqual([]);
    }, 60_000);
  });

  it("is shut for who decides in the name of a unit that is not theirs", async () => {
    const head = await api.as("hung@lam-son.example", [{ role: "approver", orgUnit: "huyen" }]);
    const at = "/provinces/lam-son/periods/commune-monthly/2024-M10/submissions/xa-1";
    for (const as of ["tinh", "huyen-2", "khong-co"])
      for (const [verb, body] of [["approve", { as }], ["return", { as, reason: "r" }]] as const) expect([as, verb, (await head("POST", `${at}/${verb}`, body)).body.code]).toEqual([as, verb, "api/not-allowed"]);
    const preview = "/provinces/lam-son/regimes/commune-monthly/templates/files/preview";
    expect((await head("POST", preview, { text: "", of: { period: "2024-M10", orgUnit: "huyen-2" } })).body.code).toBe("api/not-allowed");
  });

  it("answers alike of a unit that is not there and of one that is another's", async () => {
    const ask = await api.as("ai@xa-2.example", [{ role: "reader", orgUnit: "xa-2" }]);
    for (const operation of ofProvince().filter((one) => !["none", "some"].includes(doorIn.get(nameOf(one))?.unit ?? "none"))) {
      const [others, nowhere] = [await askAt(ask, operation, "xa-1"), await askAt(ask, operation, "khong-co")];
      expect([nameOf(operation), nowhere.status, nowhere.text]).toEqual([nameOf(operation), others.status, others.text]);
    }
  });

  it.each(scopes.map((scope): [Scope] => [scope]))("a token for %s alone opens what the table says, of all that its owner may", async (scope) => {
    const everything = ["tinh", "huyen", "xa-1"].flatMap((orgUnit) => roles.map((role) => ({ role, orgUnit })));
    const ask = await api.as("tat-ca.hai@lam-son.example", everything, [scope]);
    const opens = new Map(specified.map(({ action, token }) => [action, token === scope]));
    const wrong: string[] = [];
    for (const operation of ofProvince()) {
      const { action } = doorIn.get(nameOf(operation)) as Door;
      const answer = await askAt(ask, operation, "xa-1");
      const isOpen = !(answer.status === 403 && answer.body.code === "api/not-allowed");
      // A series names its regime, which is asked for first; both are to be read.
      if (isOpen !== opens.get(action)) wrong.push(`${nameOf(operation)}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it("shows whoever reads for one regime the indicators of that regime, and no others", async () => {
    await api.askAs("lam-son", "nhap@huyen.example", [{ role: "steward", orgUnit: "tinh" }]);
    const steward = await api.as("giu@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
    const csv = "Mã;Kỳ;Giá trị\ndocuments;2024-M10;5\ndossiers.received;2024-M10;9\n";
    expect((await steward("POST", "/provinces/lam-son/facts/import", { regime: "department-monthly", orgUnit: "xa-2", why: "w", csv })).body).toMatchObject({ issues: [], facts: 2 });
    const seen = async (regime: string | undefined, path: string) => {
      const ask = await api.as(`doc@${regime ?? "moi"}.example`, [{ role: "reader", orgUnit: "xa-2", ...(regime === undefined ? {} : { regime }) }]);
      const { status, body } = await ask("GET", `/provinces/lam-son/${path}`);
      return status === 200 ? [...new Set(body.items.map(({ indicator }: { indicator: string }) => indicator))].sort().join(" ") : `${status}`;
    };
    for (const path of ["facts?period=2024-M10", "facts?period=2024-M10&orgUnit=xa-2", "facts?period=2024-M10&until=2030-01-01T00:00:00Z"]) {
      expect([path, await seen(undefined, path), await seen("commune-monthly", path), await seen("department-monthly", path), await seen("none", path)])
        .toEqual([path, "documents dossiers.received", "dossiers.received", "documents dossiers.received", "403"]);
    }
    expect(await seen("commune-monthly", "facts?period=2024-M10&orgUnit=xa-2&indicator=documents")).toBe("");
    expect(await seen("commune-monthly", "facts?period=2024-M10&orgUnit=xa-1")).toBe("403");
    const one = await api.as("doc@commune-monthly.example", [{ role: "reader", orgUnit: "xa-2", regime: "commune-monthly" }]);
    const versions = async (indicator: string) => (await one("POST", "/provinces/lam-son/facts/versions", { indicator, orgUnit: "xa-2", period: "2024-M10" })).status;
    expect([await versions("dossiers.received"), await versions("documents")]).toEqual([200, 403]);
    const file = await one("GET", "/provinces/lam-son/facts.csv?regime=commune-monthly&period=2024-M10&orgUnit=xa-2");
    expect([file.status, file.text.includes("dossiers.received"), file.text.includes("documents")]).toEqual([200, true, false]);
    expect((await one("GET", "/provinces/lam-son/facts.csv?regime=department-monthly&period=2024-M10&orgUnit=xa-2")).status).toBe(403);
  });
});
