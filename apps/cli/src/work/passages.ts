import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Period } from "@khop/core";
import { readSource } from "../input/source.ts";
import { periodFile } from "./period.ts";

/** Hand-written passages by their ids, and the tasks of the next period. */
export interface Passages {
  readonly written: Readonly<Record<string, string>>;
  readonly tasks?: readonly string[];
  /** The file they come from. */
  readonly file?: string;
}

/**
 * The words of a period: its own file, or the latest before it, so that what people wrote goes on until they change it.
 *
 * - Shape: Markdown; a heading that ends in `{#id}` opens the passage of that id, `{#tasks}` the tasks, one a line.
 */
export function passagesFor(folder: string, period: Period): Passages {
  if (!existsSync(folder)) return { written: {} };
  const own = `${periodFile(period)}.md`;
  const name = readdirSync(folder)
    .filter((one) => one.endsWith(".md") && one <= own && one.startsWith(own.slice(0, 2)))
    .sort()
    .at(-1);
  return name === undefined ? { written: {} } : readPassages(join(folder, name));
}

export function readPassages(file: string): Passages {
  const source = readSource(file);
  const text = "text" in source ? source.text : "";
  const written: Record<string, string> = {};
  let tasks: string[] | undefined;
  for (const part of text.split(/^(?=#{1,6} )/m)) {
    const [head = "", ...lines] = part.split("\n");
    const id = /\{#([\w.-]+)\}\s*$/.exec(head)?.[1];
    const words = lines.join("\n").trim();
    if (id === "tasks")
      tasks = words
        .split("\n")
        .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").trim())
        .filter((line) => line !== "");
    else if (id !== undefined && words !== "") written[id] = words;
  }
  return { written, ...(tasks === undefined ? {} : { tasks }), file: basename(file) };
}

/** A file of passages to be filled in: a heading for each, with the words that there are. */
export function passagesText(rooms: readonly { readonly id: string; readonly title: string; readonly text: string }[]): string {
  return rooms.map(({ id, title, text }) => `## ${title} {#${id}}\n\n${text.trim()}\n`).join("\n");
}
