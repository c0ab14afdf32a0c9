// pnpm fuzz [--seconds N] [--seed N] [--runs N] [--print]: reads and examines texts that nobody wrote, and says what breaks.
// pnpm fuzz --api [--seconds N] [--seed N]: sends the API what its document describes and what it does not, on both databases.
// pnpm fuzz --files [--seed N] [--runs N]: the same of files of all formats, 10.000 unless said otherwise.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Outcome, outcomeOf } from "./faults.ts";
import { Random } from "./random.ts";
import { runFiles } from "./run-files.ts";
import { sources } from "./sources.ts";
import { textOf } from "./texts.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "30" },
    seed: { type: "string" },
    runs: { type: "string" },
    print: { type: "boolean" },
    files: { type: "boolean" },
    api: { type: "boolean" },
  },
});
const seconds = Number(values.seconds);
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const most = values.runs === undefined ? Number.POSITIVE_INFINITY : Number(values.runs);
if (![seconds, seed].every(Number.isFinite) || Number.isNaN(most)) {
  console.error("Usage: fuzz [--seconds N] [--seed N] [--runs N] [--print] [--files] [--api]");
  process.exit(2);
}
if (values.api) {
  const program = join(import.meta.dirname, "../../apps/api/src/fuzz-run.ts");
  const words = ["--conditions=@khop/source", "--disable-warning=ExperimentalWarning", program, String(seed), String(seconds)];
  process.exit(spawnSync(process.execPath, words, { stdio: "inherit" }).status ?? 2);
}
if (values.files) process.exit((await runFiles(seed, Number.isFinite(most) ? most : 10_000)) > 0 ? 1 : 0);

const given = sources();
const sum = { runs: 0, characters: 0, figures: 0, relations: 0, findings: 0, faulty: 0 };
let slowest = { seed, milliseconds: 0, length: 0 };
const until = performance.now() + seconds * 1000;

for (; sum.runs < most && performance.now() < until; sum.runs += 1) {
  const own = seed + sum.runs;
  const random = new Random(own);
  const format = random.below(2) === 0 ? "markdown" : "text";
  const text = textOf(random, given);
  if (values.print) console.log(text);
  add(own, text, outcomeOf(text, format), format);
}

function add(own: number, text: string, { faults, milliseconds, figures, relations, findings }: Outcome, format: string): void {
  sum.characters += text.length;
  sum.figures += figures;
  sum.relations += relations;
  sum.findings += findings;
  if (milliseconds > slowest.milliseconds) slowest = { seed: own, milliseconds, length: text.length };
  if (faults.length === 0) return;
  sum.faulty += 1;
  console.log(`FAULT in ${format} of ${text.length} characters, again with: pnpm fuzz --seed ${own} --runs 1`);
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
}

console.log(
  `${sum.runs} texts from seed ${seed}, ${sum.characters} characters: ${sum.figures} figures, ${sum.relations} relations, ${sum.findings} findings`,
);
console.log(`slowest: ${Math.round(slowest.milliseconds)} ms for ${slowest.length} characters (seed ${slowest.seed})`);
console.log(`${sum.runs - sum.faulty} passed, ${sum.faulty} failed`);
process.exitCode = sum.faulty > 0 ? 1 : 0;
