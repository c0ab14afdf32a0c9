import { fileOutcomeOf } from "./files.ts";
import { fileOf } from "./formats.ts";
import { Random } from "./random.ts";

/** Reads so many changed files, and prints what came of them. Gives the number of those with faults. */
export async function runFiles(seed: number, runs: number): Promise<number> {
  const ends = new Map<string, { runs: number; read: number; codes: Set<string> }>();
  let faulty = 0;
  let slowest = { seed, milliseconds: 0, format: "" };
  for (let own = seed; own < seed + runs; own += 1) {
    const file = fileOf(new Random(own));
    const { ended, faults, milliseconds } = await fileOutcomeOf(file);
    const sum = ends.get(file.format) ?? { runs: 0, read: 0, codes: new Set() };
    ends.set(file.format, sum);
    sum.runs += 1;
    if (ended === "read") sum.read += 1;
    else sum.codes.add(ended);
    if (milliseconds > slowest.milliseconds) slowest = { seed: own, milliseconds, format: file.format };
    if (faults.length === 0) continue;
    faulty += 1;
    console.log(`FAULT in ${file.format} of ${file.bytes.length} bytes, again with: pnpm fuzz --files --seed ${own} --runs 1`);
    for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
  }
  console.log(`${runs} files from seed ${seed}`);
  for (const [format, { runs: all, read, codes }] of [...ends].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const refused = codes.size === 0 ? "" : ` (${[...codes].sort().join(", ")})`;
    console.log(`  ${format.padEnd(8)} ${String(all).padStart(5)}: ${read} read, ${all - read} turned away${refused}`);
  }
  console.log(`slowest: ${Math.round(slowest.milliseconds)} ms (${slowest.format}, seed ${slowest.seed})`);
  console.log(`${runs - faulty} passed, ${faulty} failed`);
  return faulty;
}
