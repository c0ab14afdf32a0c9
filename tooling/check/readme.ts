import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, none } from "./command.ts";
import { packages, readText, root } from "./repository.ts";

interface Example {
  readonly program: string;
  readonly output: string;
}

/** The programs of a README that have an output, each with it: what stands in ```text after ```ts. */
export function examplesIn(readme: string): Example[] {
  const fences = [...readme.matchAll(/^```(ts|text)\n([\s\S]*?)^```$/gm)];
  return fences.flatMap(([, language, program = ""], i) => {
    const [, next, output = ""] = fences[i + 1] ?? [];
    return language === "ts" && next === "text" ? [{ program, output }] : [];
  });
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
