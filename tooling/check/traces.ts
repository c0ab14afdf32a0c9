import { command, none } from "./command.ts";
import { files, readText, root } from "./repository.ts";

const machinePath = /(?<![\w.:/-])(?:\/(?:home|root|Users|work|workspace|builds)\/[\w.-]+|[A-Z]:\\Users\\)/;
const registry = /registry\.(?:npmjs|yarnpkg)\.\w+/;
const address = /https?:\/\//;

/** What a machine left in a file: a path of its own, or the address of the registry that it uses. */
export function tracesIn(path: string, text: string, here: string[] = []): string[] {
  const isLockfile = /(?:^|\/)(?:pnpm-lock\.yaml|package-lock\.json)$/.test(path);
  const leaves = (line: string) =>
    machinePath.test(line) || registry.test(line) || (isLockfile && address.test(line)) || here.some((trace) => line.includes(trace));
  return text.split("\n").flatMap((line, index) => (leaves(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : []));
}

export function machineTraces(): void {
  const { host } = new URL(command("npm", ["config", "get", "registry"]).trim());
  const here = [root, host];
  none(
    files("**/*").flatMap((path) => {
      const text = readText(path);
      return text.includes("\0") ? [] : tracesIn(path, text, here);
    }),
  );
}
