import { createHash, randomBytes } from "node:crypto";
import { period } from "@khop/core";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachEvidence, mostEvidence, openPeriod, putOrgUnits, readEvidence, readEvidenceFile, type Store, verifyAudit } from "../index.ts";
import { onBoth } from "../testing/index.ts";
import { madeUpUnits, madeUpRegime as regime } from "../testing/made-up.ts";

const acting = { province: "lam-son", by: "lan" };
const key = { regime: regime.id, period: "2024-M10", orgUnit: "xa-1" };
const ascii = (text: string) => new TextEncoder().encode(text);
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

await onBoth({ describe, afterAll }, "evidence", (database) => {
  let store: Store;
  beforeAll(async () => {
    store = await database.newStore();
    await putOrgUnits(store, acting, madeUpUnits(1, 1));
    await openPeriod(store, acting, regime, period("2024-M10"));
  });

  it.each<[string, string, Uint8Array, string]>([
    // a file that is            but is called   bytes                                              is kept as
    ["a picture",                "scan.pdf",     png,                                               "image/png"],
    ["a PDF",                    "bang.docx",    ascii("%PDF-1.7\n1 0 obj\n"),                      "application/pdf"],
    ["a page with a script",     "anh.png",      ascii("<script>alert(1)</script>"),                "text/plain"],
    ["a text",                   "ghi chú.txt",  ascii("Đã đối chiếu sổ"),                          "text/plain"],
    ["nothing that is known",    "x.txt",        new Uint8Array([0x41, 0x00, 0xff, 0x03]),          "application/octet-stream"],
  ])("keeps %s as what it is, though it is called %s", async (_, name, bytes, type) => {
    const kept = await attachEvidence(store, acting, key, { name, bytes, cell: "indicator:received" });
    expect(kept).toMatchObject({ name, type, size: bytes.byteLength, by: "lan", cell: "indicator:received" });
    const file = await readEvidenceFile(store, acting.province, key, kept.id);
    expect(Buffer.from(file.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("keeps what is as large as may be, and nothing larger", { timeout: 60_000 }, async () => {
    const bytes = randomBytes(mostEvidence);
    const { id } = await attachEvidence(store, acting, key, { name: "a", bytes });
    expect(bytes.equals((await readEvidenceFile(store, acting.province, key, id)).bytes)).toBe(true);
    await expect(attachEvidence(store, acting, key, { name: "a", bytes: new Uint8Array(mostEvidence + 1) })).rejects.toMatchObject({ code: "store/too-large" });
    await expect(attachEvidence(store, acting, key, { name: "a", bytes: new Uint8Array() })).rejects.toMatchObject({ code: "store/too-large" });
    await expect(attachEvidence(store, acting, { ...key, orgUnit: "tinh" }, { name: "a", bytes: png })).rejects.toMatchObject({ code: "store/no-submission" });
  });

  it("hands a file out to its own submission only, and shows when its bytes were changed", async () => {
    const [first] = await readEvidence(store, acting.province, key);
    await expect(readEvidenceFile(store, acting.province, { ...key, period: "2024-M11" }, first?.id ?? "")).rejects.toMatchObject({ code: "store/no-evidence" });
    expect((await verifyAudit(store, acting.province)).faults).toEqual([]);
    await sql`alter table evidence disable trigger evidence_is_kept`.execute(store.db);
    await sql`update evidence set bytes = '\\x00' where id = ${first?.id}`.execute(store.db);
    expect((await verifyAudit(store, acting.province)).faults).toMatchObject([{ what: "evidence" }]);
  });
});
