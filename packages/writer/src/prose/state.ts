import type { Block, Report, Span } from "@khop/core";
import type { Context } from "liquidjs";
import { unmarked } from "./marks.ts";
import type { Names } from "./naming.ts";

/** What a rendering gathers beside its text: figures, notes and tables stand in the text as marks. */
export class Gathered {
  readonly names: Names;
  readonly written: Readonly<Record<string, string>>;
  readonly spans: Span[] = [];
  readonly blocks: Block[] = [];
  /** Facts that charts show, by their keys. */
  readonly charted: string[] = [];
  readonly notes: Report["footnotes"] = [];
  /** Written passages that a template leaves room for, by whether they have what they need. */
  readonly rooms = new Map<string, boolean>();

  constructor(names: Names, written: Readonly<Record<string, string>>) {
    this.names = names;
    this.written = Object.fromEntries(Object.entries(written).map(([id, text]) => [id, unmarked(text)]));
  }
}

const states = new WeakMap<object, Gathered>();

/** The scope of a rendering, with what it gathers tied to it out of a template's reach. */
export function scopeFor(gathered: Gathered, variables: object): object {
  states.set(variables, gathered);
  return variables;
}

export function gatheredIn(context: Context): Gathered {
  const found = states.get(context.environments);
  if (found === undefined) throw new TypeError("A template was rendered without what it gathers.");
  return found;
}
