import { describe, expect, it } from "vitest";
import type { Cells } from "../view.ts";
import { decided, heard, type Ledger, seenAt, waitingIn } from "./ledger.ts";

const cellsOf = (texts: Readonly<Record<string, string>>): Cells => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]));
const ledgerOf = (texts: Readonly<Record<string, string>>, base: Ledger["base"]): Ledger => ({ book: { regime: "r", orgUnit: "u", period: "2024-M10", cells: cellsOf(texts) }, base, conflicts: [] });

describe("a cell after the server has spoken", () => {
  it.each<[string, string, [string, number], [string, number], string, string[], string[]]>([
    // what happened                      here     heard before  heard now     then it says  waits    conflicts
    ["nobody changed it",                 "60",    ["60", 1],    ["60", 1],    "60",         [],      []],
    ["another changed it",                "60",    ["60", 1],    ["61", 2],    "61",         [],      []],
    ["another took it away",              "60",    ["60", 1],    ["", 2],      "",           [],      []],
    ["it was changed here",               "62",    ["60", 1],    ["60", 1],    "62",         ["a"],   []],
    ["it was taken away here",            "",      ["60", 1],    ["60", 1],    "",           ["a"],   []],
    ["both changed it",                   "62",    ["60", 1],    ["61", 2],    "62",         [],      ["a"]],
    ["both wrote the same",               "61",    ["60", 1],    ["61", 2],    "61",         [],      []],
    ["what was sent has come",            "62",    ["60", 1],    ["62", 2],    "62",         [],      []],
    ["missing said in words is missing",  "chưa có", ["", 0],    ["", 0],      "",           [],      []],
  ])("%s", (_, mine, [before, version], [now, next], text, waits, conflicts) => {
    const after = heard(ledgerOf(mine === "" ? {} : { a: mine }, { a: { text: before, version } }), { a: { text: now, version: next } });
    expect([after.book.cells.a?.text ?? "", waitingIn(after), after.conflicts.map(({ key }) => key)]).toEqual([text, waits, conflicts]);
  });

  const conflict = heard(ledgerOf({ a: "62", b: "5" }, { a: { text: "60", version: 1 }, b: { text: "5", version: 1 } }), { a: { text: "61", version: 2, by: "lan" }, b: { text: "5", version: 1 } });

  it("goes out again over theirs, with their version seen", () => {
    const mine = decided(conflict, "a", "mine");
    expect([mine.book.cells.a?.text, waitingIn(mine), seenAt(mine, "a"), mine.conflicts]).toEqual(["62", ["a"], 2, []]);
  });

  it("is theirs, where theirs is taken", () => {
    const theirs = decided(conflict, "a", "theirs");
    expect([theirs.book.cells.a?.text, waitingIn(theirs), theirs.conflicts]).toEqual(["61", [], []]);
  });
});
