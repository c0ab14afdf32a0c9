import { describe, expect, it } from "vitest";
import { exampleBook } from "./example.ts";
import { Ongoing, opened } from "./ongoing.ts";
import type { Reworked, Typed } from "./view.ts";

/** What stands after all that was said. */
function standing(all: readonly Reworked[]) {
  const left = <T>(changes: readonly Readonly<Record<string, T | null>>[]) => Object.entries(Object.assign({}, ...changes) as Record<string, T | null>).filter(([, one]) => one !== null).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { figures: left(all.map((said) => said.figures)), faults: left(all.map((said) => said.faults)), rules: all.at(-1)?.rules.map(({ message }) => message.vi) };
}

describe("a book that is being filled in", () => {
  it("stands after each change as if it were opened anew", () => {
    const book = exampleBook();
    const first = opened({ book });
    const said = [first.said];
    let cells: Record<string, Typed> = { ...book.cells };
    const texts = ["90.141", "x", "", "0", "không phát sinh", "1.234,5", "12"];
    Object.keys(book.cells).filter((_, i) => i % 19 === 0).forEach((key, i) => {
      const text = texts[i % texts.length] as string;
      said.push(first.ongoing.change({ [key]: text === "" ? null : { text } }));
      cells = { ...cells, [key]: { text } };
      if (text === "") delete cells[key];
      expect(standing(said)).toEqual(standing([opened({ book: { ...book, cells } }).said]));
    });
  });

  it("says of a change what it changed, and no more", () => {
    const { ongoing } = opened({ book: exampleBook() });
    const { figures, faults } = ongoing.change({ "2024-M10 documents received commune": { text: "100" } });
    expect(Object.keys(figures).every((key) => key.includes(" documents"))).toBe(true);
    expect([figures["2024-M10 documents received"], faults]).toEqual(["43.907", {}]);
  });

  it("leaves alone what is of no regime", () => {
    expect(new Ongoing({ book: exampleBook() }).change({ "2024-M10 nothing such": { text: "1" } })).toEqual({ figures: {}, faults: {}, rules: [] });
  });
});
