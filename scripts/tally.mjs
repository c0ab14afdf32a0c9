// Sums what the test runs and the checks left in .reports/ and prints it as the last line of a CI run.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./node.mjs";

const folder = join(root, ".reports");
const names = existsSync(folder) ? readdirSync(folder) : [];
const read = (name) => readFileSync(join(folder, name), "utf8");
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const name of names.filter((each) => each.endsWith(".json"))) {
  const report = JSON.parse(read(name));
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
  // A file that could not be loaded fails as a whole and counts no test.
  sum.failed += report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
}

for (const name of names.filter((each) => each.endsWith(".txt"))) {
  const [, passed, failed] = [...read(name).matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  sum.passed += Number(passed ?? 0);
  sum.failed += Number(failed ?? 0);
}

// Arguments: the exit codes of the commands; one that stopped before it could report is a failure too.
const stopped = process.argv.slice(2).filter((code) => code !== "0").length;
if (stopped > 0 && sum.failed === 0) sum.failed = stopped;

console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
