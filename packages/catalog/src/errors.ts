import type { Issue } from "./report/issue.ts";

declare module "@khop/core" {
  interface ErrorInfo {
    "catalog/bad-layout-regime": { issues: string };
    "catalog/bad-report-regime": { issues: readonly Issue[] };
    "catalog/bad-fact-row": { line: number; text: string; known: readonly string[] };
    "catalog/cannot-generate": { regime: string; relations: readonly string[] };
  }
}
