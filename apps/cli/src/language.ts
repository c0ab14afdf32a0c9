/** The language that messages are shown in. */
export type Language = "vi" | "en";

/** A sentence in both languages. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}
