import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, none } from "./command.ts";
import { packages, readText, root } from "./repository.ts";

const fenced = (language: string) => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m");

/** The programs of a README, each with the output that the README says it has. */
export function examplesIn(readme: string): { program: string; output: string }[] {
  const start = fenced("ts").exec(readme);
  if (!start) return [];
  const behind = readme.slice(start.index + start[0].length);
  const output = fenced("text").exec(behind);
  if (!output) return [];
  return [{ program: start[1] ?? "", output: output[1] ?? "" }, ...examplesIn(behind.slice(output.index + output[0].length))];
}

const flags = ["--conditions=@khop/source", "--input-type=module-typescript", "--disable-warning=ExperimentalWarning", "-"];

/** Each README with an example, and a member of the workspace that has what the example imports. */
const pages = [
  { readme: "README.md", path: "apps/cli" },
  ...packages.map(({ path }) => ({ readme: `${path}/README.md`, path: path === "packages/writer" ? "apps/cli" : path })),
];

export function readmeExamples(): void {
  none(
    pages.flatMap(({ readme, path }) => {
      const examples = existsSync(join(root, readme)) ? examplesIn(readText(readme)) : [];
      if (examples.length === 0) return [`${readme}: no \`\`\`ts example with its output in \`\`\`text`];
      return examples.flatMap(({ program, output }) => {
        const printed = command(process.execPath, flags, { cwd: join(root, path), input: program });
        return printed.trimEnd() === output.trimEnd() ? [] : [`${readme} says\n${output}but its example prints\n${printed}`];
      });
    }),
  );
}
