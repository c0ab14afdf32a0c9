// pnpm paste [PAGE…]: runs every command that a page names in a comment `<!-- prints: COMMAND -->` and pastes what it prints below it.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binDir, envWith, root, supportedNode } from "./node.mjs";

const env = { ...envWith(supportedNode()), COLUMNS: "80", NO_COLOR: "1" };
const block = /<!-- prints: (.+?) -->\n\n```text\n(?:[\s\S]*?\n)?```/g;

const printed = (command) => {
  console.error(`$ ${command}`);
  const [name, ...args] = command.split(" ");
  const { stdout, stderr, status } = spawnSync(join(binDir, name), args, { cwd: root, env, encoding: "utf8" });
  if (status === null || status > 1) throw new Error(`${command} (exit ${status})\n${stdout}${stderr}`);
  return stdout.replace(/^(?:\n?[>$] .*\n)+\n?/, "").trimEnd();
};

const pages = process.argv.length > 2 ? process.argv.slice(2) : ["README.md", "docs/quality.md"];
for (const page of pages) {
  const path = join(root, page);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace(block, (_, command) => `<!-- prints: ${command} -->\n\n\`\`\`text\n${printed(command)}\n\`\`\``),
  );
}
