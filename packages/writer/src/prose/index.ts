export { type Composed, type ComposeInput, compose, type Letter, type Outline, type OutlineSection, templateOf } from "./compose.ts";
export type { Told } from "./naming.ts";
