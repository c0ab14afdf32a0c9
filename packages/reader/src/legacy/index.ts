export { type Detected, detectLegacy, type LegacyText, legacyText, mayBeLegacy } from "./detect.ts";
export type { LegacyEncoding } from "./encoding.ts";
