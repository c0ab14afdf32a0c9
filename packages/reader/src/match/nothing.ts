import { noUnit, quantity } from "@khop/core";
import type { Passage } from "../against/passages.ts";
import { around, frameOf, type Mention, Near } from "./contexts.ts";
import { DENIAL } from "./denial.ts";

/** Places where words say that there is nothing: "không phát sinh đơn thư". Whether they are about a figure that is asked for is for others to tell. */
export function nothingIn(passage: Passage, lead: string): Mention[] {
  const { text, start, index } = passage;
  const frame = frameOf(passage, lead);
  return [...text.matchAll(DENIAL)].map((found): Mention => {
    const from = found.index;
    const to = from + found[0].length;
    const said = /^[^;.,:()]*/u.exec(text.slice(to))?.[0] ?? "";
    const before = /[^;.:]*$/u.exec(text.slice(0, from))?.[0] ?? "";
    const own = new Near().put(said, 1).put(before.slice(-60), 0.6);
    return {
      figure: null,
      start: start + from,
      end: start + to,
      quantity: quantity({ value: "0", unit: noUnit }),
      level: undefined,
      change: undefined,
      own: own.terms,
      frame: frame.terms,
      all: around(passage, from, frame).with(own.terms).terms,
      year: undefined,
      passage: index,
    };
  });
}
