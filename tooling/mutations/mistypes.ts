// pnpm mistypes [DIR]: mistypes each figure of annotated relations that hold in five ways, and says what is noticed.
import { existsSync } from "node:fs";
import { mistypeAll, table } from "./annotated.ts";
import { annotatedFields, corpusFolder, foundFields, reportFields } from "./fields.ts";

const [given] = process.argv.slice(2);
const folder = given ?? corpusFolder;
if (!existsSync(folder)) {
  console.error(given === undefined ? "mistypes: not run, ../shared/corpus is absent." : `There is no ${given}. Usage: mistypes [DIR]`);
  process.exit(given === undefined ? 0 : 2);
}
console.log("annotated relations that hold");
console.log(table(mistypeAll(annotatedFields(folder))));
console.log("\nof them, those that the reader finds");
console.log(table(mistypeAll(foundFields(folder))));
const report = reportFields();
if (report.length > 0) console.log(`\nthe given report, figures in relations that hold\n${table(mistypeAll(report))}`);
