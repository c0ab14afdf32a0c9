import { PGlite } from "@electric-sql/pglite";
import { openStore, type Store } from "@khop/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smallApi } from "../testing.ts";

let store: Store;
let api: Awaited<ReturnType<typeof smallApi>>;
beforeAll(async () => {
  store = await openStore({ pglite: await PGlite.create() });
  api = await smallApi(store);
});
afterAll(() => store.close());

it("tells what is due between two days, of what is open and of what will be", async () => {
  const steward = await api.as("mai@lam-son.example", [{ role: "steward", orgUnit: "tinh" }]);
  await steward("POST", "/provinces/lam-son/periods", { regime: "commune-monthly", period: "2024-M10", dueOn: "2024-10-25" });
  const at = async (from: string, to: string) => (await steward("GET", `/provinces/lam-son/deadlines?first=${from}&last=${to}`)).body.items.map((one: Record<string, string>) => `${one.dueOn} ${one.regime} ${one.period} ${one.isOpen}`);
  expect(await at("2024-10-01", "2024-11-30")).toEqual([
    "2024-10-21 department-monthly 2024-M10 false",
    "2024-10-25 commune-monthly 2024-M10 true",
    "2024-11-21 commune-monthly 2024-M11 false",
    "2024-11-21 department-monthly 2024-M11 false",
  ]);
  expect(await at("2025-07-21", "2025-07-22")).toEqual([]);
  expect((await steward("GET", "/provinces/lam-son/deadlines?first=2020-01-01&last=2024-01-01")).status).toBe(400);
});
