// pnpm check [NAME…]: all of the checks below, or those named.
import { budget } from "./budget.ts";
import { command } from "./command.ts";
import { importDirections } from "./imports.ts";
import { attw, cleanInstall, pack, publint } from "./packed.ts";
import { readmeExamples } from "./readme.ts";
import { generatedFiles, surfaces, types } from "./sources.ts";
import { machineTraces } from "./traces.ts";

const checks: Record<string, () => unknown> = {
  build: () => command("turbo", ["run", "build", "--output-logs=errors-only"]),
  budget,
  biome: () => command("biome", ["check", "--error-on-warnings"]),
  oxlint: () => command("oxlint", ["--deny-warnings"]),
  types,
  imports: importDirections,
  surfaces,
  generated: generatedFiles,
  traces: machineTraces,
  knip: () => command("knip", ["--no-progress"]),
  readme: readmeExamples,
  pack,
  publint,
  attw,
  "clean-install": cleanInstall,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(", ")}. There are: ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}

const chosen = Object.entries(checks).filter(([name]) => named.length === 0 || named.includes(name));
let failed = 0;
for (const [name, run] of chosen) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${(error as Error).message}`);
  }
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
