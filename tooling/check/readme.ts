import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, none } from "./command.ts";
import { exampleServer } from "./example-server.ts";
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

/** Members that have what a package's example imports, where that is not the package. */
const members: Readonly<Record<string, string>> = { "packages/writer": "apps/cli", "packages/client": "apps/api" };

const flags = ["--conditions=@khop/source", "--input-type=module-typescript", "--disable-warning=ExperimentalWarning", "-"];

/** Each README with an example, and a member of the workspace that has what the example imports. */
const pages = [
  { readme: "README.md", path: "apps/cli" },
  ...packages.map(({ path }) => ({ readme: `${path}/README.md`, path: members[path] ?? path })),
];

export async function readmeExamples(): Promise<void> {
  const server = await exampleServer();
  try {
    none(pages.flatMap((page) => misprinted(page, server.env)));
  } finally {
    server.stop();
  }
}

function misprinted({ readme, path }: (typeof pages)[number], env: Readonly<Record<string, string>>): string[] {
  const examples = existsSync(join(root, readme)) ? examplesIn(readText(readme)) : [];
  if (examples.length === 0) return [`${readme}: no \`\`\`ts example with its output in \`\`\`text`];
  return examples.flatMap(({ program, output }) => {
    const printed = command(process.execPath, flags, { cwd: join(root, path), input: program, env });
    return printed.trimEnd() === output.trimEnd() ? [] : [`${readme} says\n${output}but its example prints\n${printed}`];
  });
}
