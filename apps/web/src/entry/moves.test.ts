import { describe, expect, it } from "vitest";
import { blockIn } from "./moves.ts";

describe("what is pasted", () => {
  it.each<[string, string, string[][] | undefined]>([
    ["one cell is typed as usual",   "12",             undefined],
    ["one cell with its line's end", "12\r\n",         undefined],
    ["a column",                     "12\r\n13\r\n",   [["12"], ["13"]]],
    ["a row",                        "12\t13",         [["12", "13"]]],
    ["a block, an empty cell in it", "1\t\n 2 \t3\n",  [["1", ""], ["2", "3"]]],
  ])("%s", (_, text, expected) => expect(blockIn(text)).toEqual(expected));
});
