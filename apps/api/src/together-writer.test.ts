import { expect, it, vi } from "vitest";
import { TogetherWriter } from "./together-writer.ts";

it("writes lines that come close together as one piece, and what is left when it is told to", () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const writer = new TogetherWriter((text) => written.push(text));
  writer.add("a");
  writer.add("b");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(written).toEqual(["a\nb\n"]);
  writer.add("c");
  writer.flush();
  vi.advanceTimersByTime(100);
  expect(written).toEqual(["a\nb\n", "c\n"]);
  vi.useRealTimers();
});
