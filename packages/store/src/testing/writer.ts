// Writes until it is killed, and says of each write that it was acknowledged: node writer.ts DIRECTORY
import { period, quantity } from "@khop/core";
import { openStore, putOrgUnits, writeFacts } from "../index.ts";

const [directory = ""] = process.argv.slice(2);
const store = await openStore({ directory });
const acting = { province: "lam-son", by: "lan" };
await putOrgUnits(store, acting, [{ id: "xa", name: "xã", level: "commune", parent: null, validFrom: null, validTo: null }]);
const names = ["a", "b", "c"];
for (let n = Date.now(); ; n++) {
  // Three figures that are always the same number: one without the others would be half a write.
  const entries = names.map((indicator) => ({
    fact: { indicator, orgUnit: "xa", period: period("2024-M10"), quantity: quantity({ value: String(n) }) },
  }));
  await writeFacts(store, acting, entries);
  process.stdout.write(`${n}\n`);
}
