import { readFileSync } from "node:fs";
import { examine, examineAgainst, type Finding } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "../read.ts";
import { against } from "./index.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.md`, import.meta.url), "utf8");
const other = { file: "truoc.md", placeOf: () => ({ vi: "dòng 1", en: "line 1" }) };

/** The first digit of every figure of the later report changed in turn: what is found with the earlier report, and only with it. */
function slips(earlier: string, later: string) {
  const before = readText(fixture(earlier));
  const text = fixture(later);
  const tally = { figures: 0, alone: 0, beside: 0 };
  const astray: string[] = [];
  for (const figure of readText(text).figures) {
    const digit = figure.text.search(/[1-9]/);
    if (figure.role !== "quantity" || digit < 0) continue;
    const at = figure.start + digit;
    const now = readText(`${text.slice(0, at)}${(Number(text[at]) % 9) + 1}${text.slice(at + 1)}`);
    const own = examine(now.network);
    const { findings } = examineAgainst(own, against(now, before, other).ties);
    const isLoud = ({ severity }: Finding): boolean => severity !== "info";
    const starts = (cells: Finding["cells"]): number[] => cells.flatMap(({ anchor }) => (anchor?.in === "document" ? [anchor.start] : []));
    tally.figures += 1;
    if (own.findings.some(isLoud)) tally.alone += 1;
    if (findings.some(isLoud)) tally.beside += 1;
    for (const found of findings.filter((one) => isLoud(one) && !own.findings.includes(one))) {
      const accused = found.ambiguous ? [] : starts(found.suspects.map(({ cell }) => cell));
      if (!starts(found.cells).includes(figure.start) || accused.some((start) => start !== figure.start)) astray.push(`${figure.text}: ${found.message.vi}`);
    }
  }
  return { tally, astray };
}

describe("one digit of the later report changed, every figure in turn", () => {
  it.each([
    ["a department's month", "thang-3", "thang-4", { figures: 132, more: 6, beside: 104 }],
    ["a commune's month", "xa-thang-8", "xa-thang-9", { figures: 46, more: 16, beside: 25 }],
  ])("%s: the earlier report finds more, and never points elsewhere", (_, earlier, later, least) => {
    const { tally, astray } = slips(earlier, later);
    expect(astray).toEqual([]);
    expect(tally.figures).toBe(least.figures);
    expect(tally.beside).toBeGreaterThanOrEqual(least.beside);
    expect(tally.beside - tally.alone).toBeGreaterThanOrEqual(least.more);
  });

  it("a commune's month fits that before it", () => {
    const [before, now] = [readText(fixture("xa-thang-8")), readText(fixture("xa-thang-9"))];
    expect(examineAgainst(examine(now.network), against(now, before, other).ties).findings).toEqual([]);
  });
});
