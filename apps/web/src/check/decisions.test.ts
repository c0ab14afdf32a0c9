import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepped as decided, type History, redone, undone } from "../history.ts";
import { begun, withAccepted, without, withWaived } from "./decisions.ts";
import type { Decisions } from "./view.ts";

const steps = fc.array(fc.tuple(fc.constantFrom("f1", "f2", "f3"), fc.constantFrom("1", "2")), { maxLength: 6 });
const after = (all: readonly (readonly [string, string])[]): History<Decisions> => all.reduce<History<Decisions>>((history, [figure, value]) => decided(history, withAccepted(history.now, figure, value)), begun);

describe("decisions", () => {
  it("undone as often as they were made, nothing is left of them; redone, all is back", () => {
    fc.assert(fc.property(steps, (all) => {
      const made = after(all);
      const back = all.reduce<History<Decisions>>((history) => undone(history), made);
      expect(back.now).toEqual(begun.now);
      expect(all.reduce<History<Decisions>>((history) => redone(history), back)).toEqual(made);
    }));
  });

  it("one more after an undo lets go of what was undone", () => {
    const history = decided(undone(after([["f1", "1"]])), withWaived(begun.now, "abc", "ước"));
    expect(redone(history)).toBe(history);
    expect(history.now).toEqual({ accepted: {}, waived: { abc: "ước" } });
  });

  it("can be taken back one by one", () => {
    expect(without(withWaived(withAccepted(begun.now, "f1", "1"), "abc", "ước"), "f1")).toEqual({ accepted: {}, waived: { abc: "ước" } });
  });

  it("nothing to undo, nothing to redo", () => expect([undone(begun), redone(begun)]).toEqual([begun, begun]));
});
