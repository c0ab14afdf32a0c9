import { period } from "@khop/core";
import { afterAll, describe, expect, it } from "vitest";
import { putOrgUnits, readFacts, readVersions, verifyAudit, writeFacts } from "../index.ts";
import { onBoth } from "../testing/index.ts";

await onBoth({ describe, afterAll }, "facts", (database) => {
  it("x", async () => {
    const store = await database.newStore();
    await putOrgUnits(store, {province: "p", by: "me"}, [{id: "p", name:"P", level: "province", parent: null, validFrom: null, validTo: null}]);
    console.log(await writeFacts(store, {province: "p", by: "me"}, [{fact: {indicator: "a", orgUnit: "p", period: period("2024-M10"), quantity: null}}]));
    console.log(await readFacts(store, {province: "p"}), await verifyAudit(store, "p"));
  });
});
