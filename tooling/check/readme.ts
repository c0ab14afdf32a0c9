import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, none } from "./command.ts";
import { packages, readText, root } from "./repository.ts";

const fenced = (language: string) => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m");

/** The first program of a README and the output that the README says it has. */
export function exampleIn(readme: string): { program: string; output: string } | undefined {
  const start = fenced("ts").exec(readme);
  if (!start) return undefined;
  const output = fenced("text").exec(readme.slice(start.index + start[0].length));
  return output ? { program: start[1] ?? "", output: output[1] ?? "" } : undefined;
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
      const example = existsSync(join(root, readme)) ? exampleIn(readText(readme)) : undefined;
      if (!example) return [`${readme}: no \`\`\`ts example with its output in \`\`\`text`];
      const printed = command(process.execPath, flags, { cwd: join(root, path), input: example.program });
      return printed.trimEnd() === example.output.trimEnd() ? [] : [`${readme} says\n${example.output}but its example prints\n${printed}`];
    }),
  );
}
