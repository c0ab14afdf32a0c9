import { onBoth } from "@khop/store/testing";
import { afterAll, describe, expect, it } from "vitest";
import { everythingIn } from "./everything-testing.ts";
import { fuzzApi } from "./fuzz-testing.ts";
import { smallApi } from "./testing.ts";

/** What is seldom done with what was drawn, and what it would want. */
const seldom: Readonly<Record<string, string>> = {
  putProvincesProvinceOrgUnits: "units that end after they begin",
  postProvincesProvincePeriodsRegimePeriodReminders: "a server that sends mail",
  postProvincesProvincePeriodsRegimePeriodSubmissionsOrgUnitLock: "figures that were approved",
  postProvincesProvincePeriodsRegimePeriodSubmissionsOrgUnitUnlock: "figures that are locked",
  postProvincesProvincePeriodsRegimePeriodSubmissionsOrgUnitWaivers: "the name of a finding",
  postProvincesProvinceFactsImport: "one of three ways, and no other",
  getJobsJobResult: "a job that was done",
  postProvincesProvinceWebhooksWebhookDeliveriesDeliveryRetry: "a delivery that has ended",
};

await onBoth({ describe, afterAll }, "whatever is sent to any operation", (database) => {
  it("is answered without failing, refused by problems, and answered as the document says", { timeout: 180_000 }, async () => {
    const api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    const { ask, known } = await everythingIn(api);
    const { faults, answered, never } = await fuzzApi(api.app, { seed: 20241015, runs: 20, token: ask.secret, known });
    expect([...new Set(api.lines.flatMap((line) => line.failed ?? []))]).toEqual([]);
    expect(faults.slice(0, 10)).toEqual([]);
    expect(never.filter((one) => !(one in seldom))).toEqual([]);
    expect([answered.requests > 3000, answered.done > 500]).toEqual([true, true]);
  });

  it("is told from a door that fails", async () => {
    const api = await smallApi(await database.newStore({ now: () => new Date("2024-10-15T02:00:00Z") }));
    const { ask, known } = await everythingIn(api);
    await api.services.store.db.schema.dropTable("webhook_delivery").execute();
    const { faults } = await fuzzApi(api.app, { seed: 1, runs: 2, token: ask.secret, known });
    expect(new Set(faults.map(({ operation }) => operation))).toContain("getProvincesProvinceWebhooks");
  });
});
