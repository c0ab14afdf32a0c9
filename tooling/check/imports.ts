import { posix } from "node:path";
import { none } from "./command.ts";
import { files, readText } from "./repository.ts";

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Which of our packages a package may import. Apps may import every package, and nothing imports an app. */
const allowed: Record<string, string[]> = {
  core: [],
  ooxml: [],
  client: [],
  reader: ["core", "ooxml"],
  writer: ["core", "ooxml"],
  catalog: ["core"],
  store: ["core"],
  reporting: ["core", "catalog", "reader", "writer"],
};

/** Packages that run in a browser too. */
const pure = ["core", "ooxml", "reader", "catalog", "client"];

const statement = /^\s*(?:import|export)\s(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']/gm;
const dynamic = /^(?!\s*(?:\*|\/\/)).*\bimport\(\s*["']([^"']+)["']/gm;

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const memberOf = (path: string) => path.split("/").slice(0, 2).join("/");

export function importsIn(from: string, text: string): Import[] {
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([whole, to = ""]) => ({ from, to, typeOnly: /^\s*(?:import|export)\s+type\s/.test(whole) }));
  return [...found(statement), ...found(dynamic)];
}

const resolved = ({ from, to }: Import) => posix.join(posix.dirname(from), to);

/** Why an import points the wrong way; undefined when it does not. */
export function misdirected(each: Import): string | undefined {
  const { from, to } = each;
  const member = memberOf(from);
  const own = member.startsWith("packages/") ? member.slice("packages/".length) : undefined;

  if (to.startsWith(".")) {
    const inSource = /^(packages|apps)\//.test(from) && from.includes("/src/");
    return inSource && !resolved(each).startsWith(`${member}/`) ? "leaves its package by a relative path" : undefined;
  }
  if (own && pure.includes(own) && to.startsWith("node:") && !isTest(from)) return "must run without Node";
  if (/^khop(\/|$)|^@khop\/(api|web)(\/|$)/.test(to)) return "nothing imports an app";

  const name = /^@khop\/([^/]+)/.exec(to)?.[1];
  if (!name || !own || name === own) return undefined;
  const table = allowed[own];
  if (!table) return `${member} is not in the table of import directions`;
  return table.includes(name) ? undefined : `${own} may import ${table.join(", ") || "none of ours"}`;
}

/** Cycles among imports that exist at run time; a type may look back at its user. */
export function cycles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const each of imports) {
    if (each.typeOnly || !each.to.startsWith(".")) continue;
    next.set(each.from, [...(next.get(each.from) ?? []), resolved(each)]);
  }

  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) found.push([...path.slice(seenAt), file]);
    if (seenAt >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

export function importDirections(): void {
  const sources = files(["{packages,apps,examples,tooling}/*/**/*.{ts,tsx}", "bench/**/*.ts"]);
  const imports = sources.flatMap((path) => importsIn(path, readText(path)));
  none([
    ...imports.flatMap((each) => {
      const why = misdirected(each);
      return why ? [`${each.from} imports ${each.to}: ${why}`] : [];
    }),
    ...cycles(imports).map((path) => `cycle: ${path.join(" → ")}`),
  ]);
}
