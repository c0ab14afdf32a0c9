export type { Acting, AuditEntry } from "./audit.ts";
export { openStore, type Place, type Store, type StoreOptions } from "./database/open.ts";
export { countFacts, type FactQuery, readFacts, readVersions } from "./facts/read-facts.ts";
export type { StoredFact } from "./facts/saying.ts";
export { type Conflict, type FactEntry, type WriteOptions, type Written, writeFacts } from "./facts/write-facts.ts";
export { putLineage, putOrgUnits, readLineage, readOrgUnits, readProvinces } from "./org-units.ts";
export { type AuditFault, type AuditReport, readAudit, verifyAudit } from "./verify-audit.ts";
