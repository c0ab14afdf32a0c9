import { departmentMonthly, reportRegimes } from "@khop/catalog/report";
import { madeUpMaterial, templatesOf, tryTemplate } from "@khop/reporting";
import { onBoth } from "@khop/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundExample } from "./found.ts";
import { smallApi } from "./testing.ts";

type Api = Awaited<ReturnType<typeof smallApi>>;
type Ask = Awaited<ReturnType<Api["askAs"]>>;

describe("every template of every regime", () => {
  it.each(reportRegimes.map((regime) => [regime.id, regime] as const))("tells made-up figures without a gap: %s", (_, regime) => {
    const material = madeUpMaterial(regime);
    for (const { id } of templatesOf(regime)) expect([id, tryTemplate(material, id).missing]).toEqual([id, []]);
  });
});

await onBoth({ describe, afterAll }, "templates over HTTP", (database) => {
  let api: Api;
  let admin: Ask;
  let clerk: Ask;
  let seconds = 0;
  beforeAll(async () => {
    api = await smallApi(await database.newStore({ now: () => new Date(Date.UTC(2024, 9, 17, 2, 0, seconds++)) }));
    await foundExample(api.services.store, api.accounts);
    admin = await api.askAs("an-phu", "mau@an-phu.example", [{ role: "admin", orgUnit: "an-phu" }]);
    clerk = await api.askAs("an-phu", "soan@an-phu.example", [{ role: "clerk", orgUnit: "an-phu" }]);
  });
  const at = "/provinces/an-phu/regimes/department-monthly/templates";
  const report = "/provinces/an-phu/reports/department-monthly/2024-M10/an-phu";
  const letter = { body: "Sở Thông tin và Truyền thông", place: "An Phú", signatureBlock: { position: "Giám đốc", name: "" } };
  const composed = async () => (await clerk("POST", "/provinces/an-phu/reports", { regime: "department-monthly", period: "2024-M10", orgUnit: "an-phu", format: "md", letter })).text;
  const section = templatesOf(departmentMonthly).find(({ id }) => id === "section.certificates");
  const one = `${at}/${section?.id}`;
  const mine = `Tổ chức có {{ "certificates.issued" | figure }} mới.\n{% written "them-ve-chung-thu" optional %}{% endwritten %}`;

  it("lists what the regime has, and what stands in its place", async () => {
    const { items } = (await clerk("GET", at)).body;
    expect(items.length).toBe(templatesOf(departmentMonthly).length);
    expect(items.find(({ template }: { template: string }) => template === section?.id)).toMatchObject({ is: "section", title: section?.title, regimes: section?.template, stands: null });
  });

  it("tries a template over made-up figures, and over those of a unit that one may see", async () => {
    const tried = await admin("POST", `${one}/preview`, { text: mine });
    expect([tried.status, tried.body.missing]).toEqual([200, []]);
    expect(tried.body.html).toMatch(/Tổ chức có <data [^>]*data-fact="indicator:certificates\.issued[^>]*>\d+ chứng thư/);
    expect(tried.body.html).not.toContain("hồ sơ");
    const real = await clerk("POST", `${one}/preview`, { text: mine, of: { period: "2024-M10", orgUnit: "an-phu" } });
    expect([real.status, real.body.period]).toEqual([200, "2024-M10"]);
    expect((await admin("POST", `${one}/preview`, { text: mine, of: { period: "2024-M10", orgUnit: "an-phu" } })).body.code).toBe("api/not-allowed");
    expect((await admin("POST", `${one}/preview`, { text: mine, of: { period: "x", orgUnit: "an-phu" } })).status).toBe(403);
    expect((await admin("POST", `${at}/section.none/preview`, { text: "" })).status).toBe(404);
  });

  it.each<[string, string, object]>([
    ["an indicator that is not there",  `Một.\nCó {{ "certificates.isued" | figure }}.`, { line: 2, nearest: "certificates.issued" }],
    ["a filter that is not there",      `{{ "certificates.issued" | figures }}`,             { line: 1 }],
    ["a tag that is not closed",        `Một.\n{% if x %}`,                                       { line: 2 }],
  ])("says where it is wrong, and keeps none such: %s", async (_, text, info) => {
    for (const answer of [await admin("POST", `${one}/preview`, { text }), await admin("PUT", one, { text })]) {
      expect([answer.status, answer.body.code, answer.body.info]).toEqual([422, "writer/bad-template", expect.objectContaining(info)]);
    }
    expect((await admin("GET", `${one}/versions`)).body.items).toEqual([]);
  });

  it("tells reports by it from then on; one that was drafted stays as it was, until it is drafted anew", async () => {
    const before = await composed();
    await clerk("POST", `${report}/draft`, { letter });
    expect((await clerk("PUT", one, { text: mine })).body.code).toBe("api/not-allowed");
    const kept = await admin("PUT", one, { text: mine, why: "gọn hơn" }, { "if-match": '"0"' });
    expect([kept.status, kept.etag, kept.body]).toEqual([200, '"1"', expect.objectContaining({ template: section?.id, text: mine, version: 1, by: "mau@an-phu.example", why: "gọn hơn" })]);
    expect((await admin("PUT", one, { text: "Khác." }, { "if-match": '"0"' })).status).toBe(412);
    expect(await composed()).toMatch(/Tổ chức có \d+ chứng thư số mới\./);
    expect((await clerk("GET", `${report}/passages`)).body.items.map(({ passage }: { passage: string }) => passage)).toContain("them-ve-chung-thu");
    expect((await clerk("GET", report)).body.newer.templates).toBe(1);
    const fixed = async () => (await clerk("GET", `${report}/document?format=md`)).text;
    expect(await fixed()).not.toContain("Tổ chức có");
    await clerk("POST", `${report}/draft`, { letter }, { "if-match": '"1"' });
    expect(await fixed()).toContain("Tổ chức có");
    expect((await admin("PUT", one, { text: null }, { "if-match": '"1"' })).body).toMatchObject({ version: 2, text: null });
    expect(await composed()).toBe(before);
    expect((await clerk("GET", `${one}/versions`)).body.items.map(({ version, text }: { version: number; text: string | null }) => [version, text])).toEqual([[1, mine], [2, null]]);
  });
});
