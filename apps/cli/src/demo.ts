import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Arguments } from "./arguments.ts";
import { examineSource } from "./examined.ts";
import { readSource } from "./input/source.ts";
import { print } from "./output.ts";
import { prettyDocument } from "./show/pretty.ts";
import { screenOf, standardOutput } from "./show/screen.ts";

const next = {
  vi: `Thử tiếp:
  ./node_modules/.bin/khop check bao-cao-cua-ban.docx  kiểm báo cáo của bạn
  ./node_modules/.bin/khop demo --lang en              the same in English
  ./node_modules/.bin/khop help check                  mọi cờ và mã kết thúc
`,
  en: `Try next:
  ./node_modules/.bin/khop check your-report.docx     check a report of your own
  ./node_modules/.bin/khop demo                       bản tiếng Việt
  ./node_modules/.bin/khop help check --lang en       every flag and exit code
`,
};

/** `khop demo`: the bundled example report, checked, and what to try next. What it finds is no failure. */
export async function demo({ language }: Arguments): Promise<number> {
  const path = fileURLToPath(new URL("../examples/bao-cao-mau.md", import.meta.url));
  const near = relative("", path);
  const file = near.startsWith("..") ? path : near;
  const screen = screenOf(standardOutput(), language);
  const document = await examineSource({ ...readSource(path), file });
  print(`${prettyDocument(document, "review", false, screen)}\n\n${next[language]}`);
  return 0;
}
