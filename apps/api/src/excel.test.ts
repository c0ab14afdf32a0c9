import { xlsxOf } from "@khop/reporting";
import { onBoth } from "@khop/store/testing";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallApi } from "./testing.ts";

const sheet = "xl/worksheets/sheet1.xml";
/** An Excel file with its sheet changed by hand, as other programs would write it. */
const patched = (file: Uint8Array, change: (xml: string) => string | Uint8Array): Uint8Array => {
  const parts = unzipSync(file);
  const xml = change(strFromU8(parts[sheet] ?? new Uint8Array()));
  return zipSync({ ...parts, [sheet]: typeof xml === "string" ? strToU8(xml) : xml });
};
const head = ["Mã", "Phân tổ", "Kỳ", "Giá trị"];

await onBoth({ describe, afterAll }, "facts as Excel files", (database) => {
  let steward: Awaited<ReturnType<Awaited<ReturnType<typeof smallApi>>["as"]>>;
  let app: Awaited<ReturnType<typeof smallApi>>["app"];
  beforeAll(async () => {
    const api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    app = api.app;
    steward = await api.as("giu@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
  });
  const take = (file: Uint8Array) => steward("POST", "/provinces/lam-son/facts/import", { regime: "commune-monthly", orgUnit: "xa-1", why: "nhập", xlsx: Buffer.from(file).toString("base64") });
  const query = "regime=commune-monthly&period=2024-M10&orgUnit=xa-1";
  const give = async () => {
    const answer = await app.request(`/api/v1/provinces/lam-son/facts.xlsx?${query}`, { headers: { authorization: `Bearer ${steward.secret}` } });
    return { status: answer.status, type: answer.headers.get("content-type"), name: answer.headers.get("content-disposition"), bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const values = async () => ((await steward("GET", "/provinces/lam-son/facts?period=2024-M10&orgUnit=xa-1")).body.items as { indicator: string; value: string; members?: Record<string, string> }[]).map(({ indicator, value, members = {} }) => [indicator, ...Object.values(members), value].join(" "));

  it("come in, go out and come in again as they were", async () => {
    const first = await take(xlsxOf([["Mã", "Kỳ", "Giá trị"], ["dossiers.received", "2024-M10", "1234"], ["dossiers.received online", "2024-M10", "1000"]]));
    expect(first.body).toMatchObject({ written: 2, facts: 2, issues: [] });
    const told = await values();
    expect(told).toEqual(["dossiers.received 1234", "dossiers.received online 1000"]);
    const out = await give();
    expect(out).toMatchObject({ status: 200, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: expect.stringContaining("xa-1-2024-M10.xlsx") });
    expect((await take(out.bytes)).body).toEqual({ written: 0, facts: 2, issues: [] });
    const changed = patched(out.bytes, (xml) => { expect(xml).toContain("<v>1000</v>"); return xml.replace("<v>1000</v>", "<v>1001</v>"); });
    expect((await take(changed)).body).toEqual({ written: 1, facts: 2, issues: [] });
    expect(await values()).toEqual(["dossiers.received 1234", "dossiers.received online 1001"]);
  });

  it("name each cell that cannot be taken, and take the others", async () => {
    const { body } = await take(xlsxOf([["Mã", "Kỳ", "Giá trị"], ["dossier received", "2024-M10", "5"], ["dossiers.received", "tháng nào", "5"], ["dossiers.received", "2024-M10", "năm"], ["dossiers.received", "2024-M10", "77"]]));
    expect(body).toMatchObject({ written: 1, facts: 1 });
    expect(body.issues.map(({ place }: { place: string }) => place)).toEqual(["Số liệu!A2", "Số liệu!B3", "Số liệu!C4"]);
    expect(body.issues[0]).toMatchObject({ vi: expect.stringContaining("dossiers.received"), en: expect.any(String) });
  });

  it("with a formula are read as their cells show, and nothing is worked out from it", async () => {
    const made = xlsxOf([["Mã", "Kỳ", "Giá trị"], ["dossiers.received", "2024-M10", "55"]]);
    const { body } = await take(patched(made, (xml) => xml.replace("<v>55</v>", '<f>HYPERLINK("http://khac.example","x")</f><v>56</v>')));
    expect([body.written, body.issues, (await values())[0]]).toEqual([1, [], "dossiers.received 56"]);
    const empty = await take(patched(made, (xml) => xml.replace("<v>55</v>", "<f>1+1</f>")));
    expect([empty.body.written, (await values())[0]]).toEqual([0, "dossiers.received 56"]);
    const out = await give();
    expect(strFromU8(unzipSync(out.bytes)[sheet] ?? new Uint8Array())).not.toContain("<f>");
  });

  it.each<[string, () => Uint8Array]>([
    ["a bomb: a sheet of 120 MB in 120 KB",  () => patched(xlsxOf([head]), () => new Uint8Array(120_000_000))],
    ["a file that is cut off",               () => xlsxOf([head]).slice(0, 200)],
    ["no Excel file at all",                 () => zipSync({ "a.txt": strToU8("x") })],
    ["a sheet that is no XML",               () => patched(xlsxOf([head]), () => "<<<")],
  ])("are refused, and nothing is written: %s", { timeout: 30_000 }, async (_, make) => {
    const before = await values();
    const file = make();
    const began = performance.now();
    const answer = await take(file);
    expect([answer.status, answer.body.code, performance.now() - began < 5_000]).toEqual([400, "api/bad-request", true]);
    expect(answer.body.detail).toContain("Tệp Excel không đọc được");
    expect(await values()).toEqual(before);
  });
});
