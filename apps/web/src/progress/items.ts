import type { paths } from "@khop/client";
import type { StoredFact, submissionAt } from "../api/collecting.ts";

type At = typeof submissionAt;
type Got<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { "application/json": infer T } } } } }
  ? T
  : never;
type ItemOf<T> = T extends { items: readonly (infer I)[] } ? I : never;

/** A cell of the form with what was entered. */
export interface EntryItem {
  readonly cell: { readonly indicator: string; readonly members: Readonly<Record<string, string>> };
  readonly fact: StoredFact | null;
}
/** What the rules say of a submission. */
export type CheckAnswer = Got<`${At}/check`>;
/** What the rules found in what was entered. */
export type FindingItem = CheckAnswer["findings"][number];
/** A step that a submission went. */
export type StepItem = ItemOf<Got<`${At}/steps`>>;
/** What somebody said of it. */
export type CommentItem = ItemOf<Got<`${At}/comments`>>;
