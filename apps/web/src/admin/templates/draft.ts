import type { TemplatesOf } from "./queries.ts";

const key = ({ province, regime }: TemplatesOf, template: string): string => `khop.template ${[province, regime, template].join(" ")}`;

/** What somebody wrote on this machine and did not keep yet. */
export const keptDraft = (of: TemplatesOf, template: string): string | null => localStorage.getItem(key(of, template));

/** Keeps it on this machine; null forgets it. */
export function keepDraft(of: TemplatesOf, template: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key(of, template));
  else localStorage.setItem(key(of, template), text);
}
