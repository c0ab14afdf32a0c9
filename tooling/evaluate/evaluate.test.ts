import { describe, expect, it } from "vitest";
import { spansOf } from "./corpus.ts";
import { read } from "./reading.ts";
import { emptyScore, type Miss, tally } from "./score.ts";

const text = "Tháng 3 có 13 hồ sơ, gồm 3 hồ sơ trễ hạn và 10 hồ sơ đúng hạn (1.013 lượt, 3,5%; bốn ca, 3 việc).";

describe("where a noted figure stands", () => {
  it.each([
    ["any occurrence that stands alone",  "3",      undefined, ["Tháng ", "gồm ", "ca, "]],
    ["the second of them",                "3",      2,         ["gồm "]],
    ["none inside a longer number",       "13",     undefined, [" có "]],
    ["with its sign",                     "3,5%",   undefined, ["ợt, "]],
    ["in words",                          "bốn ca", undefined, ["5%; "]],
    ["no further than there are",         "10",     2,         []],
  ])("%s", (_, printed, nth, before) => {
    const spans = spansOf(text, { text: printed, value: "0", ...(nth === undefined ? {} : { nth }) });
    expect(spans.map(({ start }, index) => text.slice(start - (before[index]?.length ?? 0), start))).toEqual(before);
    for (const { start, end } of spans) expect(text.slice(start, end)).toBe(printed);
  });
});

describe("the score of a passage", () => {
  const passage = {
    name: "a",
    text: "Xã tiếp nhận 100 hồ sơ, trong đó 60 hồ sơ trực tiếp chiếm 60,00% và 40 hồ sơ trực tuyến chiếm 45,00%.",
    rows: [
      { kind: "share", figures: [{ text: "60,00%", value: "60" }, { text: "60", nth: 1, value: "60" }, { text: "100", value: "100" }], holds: true },
      { kind: "share", figures: [{ text: "45,00%", value: "45" }, { text: "40", value: "40" }, { text: "100", value: "100" }], holds: false, err_class: "material" },
      { kind: "other", figures: [{ text: "100", value: "100" }, { text: "40", value: "40" }], holds: true, trap: true },
      { kind: "sum", figures: [{ text: "100", value: "100" }, { text: "99", value: "99" }], holds: true, outside: true },
    ],
  };
  const misses: Miss[] = [];
  const score = emptyScore();
  tally(score, read(passage), (miss) => misses.push(miss));

  it("leaves traps and other texts out of recall", () => {
    expect(score.recall.of).toBe(2);
    expect(score.byKind).toMatchObject({ share: { of: 2 } });
  });

  it("asks for every material error", () => {
    expect(score.material.of).toBe(1);
    expect(score.material.hit + misses.filter(({ what }) => what === "material").length).toBe(1);
  });

  it("names each row that was not found", () => {
    expect(score.recall.hit + misses.filter(({ what }) => what === "relation").length).toBe(2);
  });
});
