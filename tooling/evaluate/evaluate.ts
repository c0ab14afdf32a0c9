import { parseArgs } from "node:util";
import { passagesOf } from "./corpus.ts";
import { missLine, table } from "./print.ts";
import { read } from "./reading.ts";
import { emptyScore, type Miss, tally } from "./score.ts";

const usage = "Usage: evaluate DIR [--hold-out third] [--misses] [--json]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "hold-out": { type: "string" }, misses: { type: "boolean" }, json: { type: "boolean" } },
});
const [folder] = positionals;
const holdOut = values["hold-out"];
if (folder === undefined || (holdOut !== undefined && holdOut !== "third")) {
  console.error(usage);
  process.exit(2);
}

const started = performance.now();
const passages = passagesOf(folder);
const all = emptyScore();
const seen = emptyScore();
const unseen = emptyScore();
const misses: (Miss & { unseen: boolean })[] = [];
for (const [index, passage] of passages.entries()) {
  const reading = read(passage);
  const isUnseen = index % 3 === 2;
  tally(isUnseen ? unseen : seen, reading, () => {});
  tally(all, reading, (miss) => misses.push({ ...miss, unseen: isUnseen }));
}

if (values.json) {
  console.log(JSON.stringify(holdOut ? { all, seen, unseen } : { all }, null, 2));
} else {
  console.log(
    table(
      holdOut
        ? [
            ["all", all],
            ["seen", seen],
            ["unseen", unseen],
          ]
        : [["all", all]],
    ),
  );
  if (values.misses) {
    const byName = new Map(passages.map((passage) => [passage.name, passage]));
    // What is held back stays unseen: its misses are counted, not shown.
    for (const miss of misses) {
      const passage = byName.get(miss.passage);
      if (passage && !(holdOut && miss.unseen)) console.log(missLine(miss, passage));
    }
  }
  console.log(`${passages.length} passages in ${Math.round(performance.now() - started)} ms`);
}
