import type { LayoutRegime, StyleSheet } from "@khop/core";
import { decree30 } from "./layout/decree-30-2020/index.ts";
import { decree30Styles } from "./layout/decree-30-2020/style-sheet.ts";

export { parseLayoutRegime } from "./layout/schema.ts";
export { decree30, decree30Styles };

/** Every layout regime that is known, the newest first. */
export const layoutRegimes: readonly LayoutRegime[] = [decree30];

/** How reports are set by each of these regimes, the newest first. */
export const styleSheets: readonly StyleSheet[] = [decree30Styles];
