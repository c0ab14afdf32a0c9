/** What is wrong with a regime, where, and how to mend it. */
export interface Issue {
  /** Where: "indicators › documents › unit". */
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

/** All issues as one message, Vietnamese first. */
export function messageOf(issues: readonly Issue[]): string {
  const list = (language: "vi" | "en") => issues.map((issue) => `${issue.place}: ${issue[language]}`).join("; ");
  return `Chế độ báo cáo này không dùng được: ${list("vi")}. / This report regime cannot be used: ${list("en")}.`;
}
