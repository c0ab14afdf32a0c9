import { describe, expect, it } from "vitest";
import { blockIn, Spots, stepOf } from "./moves.ts";

describe("what is pasted", () => {
  it.each<[string, string, string[][] | undefined]>([
    ["one cell is typed as usual",   "12",             undefined],
    ["one cell with its line's end", "12\r\n",         undefined],
    ["a column",                     "12\r\n13\r\n",   [["12"], ["13"]]],
    ["a row",                        "12\t13",         [["12", "13"]]],
    ["a block, an empty cell in it", "1\t\n 2 \t3\n",  [["1", ""], ["2", "3"]]],
  ])("%s", (_, text, expected) => expect(blockIn(text)).toEqual(expected));
});

describe("the cells of a page", () => {
  const spots = new Spots([
    { id: "one", rows: [["a", "b"], [null, "c"], ["d", "e"]] },
    { id: "two", rows: [["f"], ["g"]] },
  ]);

  it.each([
    ["down the column, over a place where nothing is entered", "a", "down",     "d"],
    ["down out of a table, into the next",                     "e", "down",     "f"],
    ["up out of a table, into the one before",                 "f", "up",       "e"],
    ["right over the end of a row",                            "b", "right",    "c"],
    ["to the end of a row",                                    "d", "rowEnd",   "e"],
    ["to the last of all",                                     "a", "last",     "g"],
    ["ten rows on, no further than the table",                 "b", "pageDown", "e"],
    ["ten rows on from its last, into the next",               "e", "pageDown", "f"],
    ["up from the first: nowhere",                             "a", "up",       undefined],
  ] as const)("%s", (_, from, step, to) => expect(spots.step(from, step)?.key).toBe(to));

  it("take a block row by row, what hangs over left out", () => {
    expect(spots.placed("b", [["1", "9"], ["2"], ["3"]])).toEqual({ b: "1", c: "2", e: "3" });
  });
});

describe("a key in a cell", () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  it.each([
    ["an arrow moves on from a text chosen whole",  { key: "ArrowLeft" },                { start: 0, end: 5, length: 5 }, "left"],
    ["within a text it moves the caret",            { key: "ArrowLeft" },                { start: 3, end: 3, length: 5 }, undefined],
    ["at its end it moves on",                      { key: "ArrowRight" },               { start: 5, end: 5, length: 5 }, "right"],
    ["Shift and an arrow choose text",              { key: "ArrowRight", shiftKey: true }, { start: 5, end: 5, length: 5 }, undefined],
    ["Enter goes down, with Shift up",              { key: "Enter", shiftKey: true },    { start: 1, end: 1, length: 5 }, "up"],
    ["Home is the text's own while it is written",  { key: "Home" },                     { start: 1, end: 1, length: 5 }, undefined],
    ["Ctrl and Home go to the first of all",        { key: "Home", ctrlKey: true },      { start: 1, end: 1, length: 5 }, "first"],
  ] as const)("%s", (_, event, caret, step) => expect(stepOf({ ...plain, ...event }, caret)).toBe(step));
});
