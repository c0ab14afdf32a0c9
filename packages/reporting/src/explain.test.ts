import { anPhuOrgUnits, departmentMonthly, october2024, references2024, september2024 } from "@khop/catalog/report";
import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";

const orgUnit = anPhuOrgUnits[0]!;
const { period } = october2024;
const { figures, findings } = explain({ regime: departmentMonthly, orgUnit, period, facts: [...references2024, ...september2024.facts, ...october2024.facts] });
const named = (indicator: string, members = "") => figures.find(({ fact }) => fact === `indicator:${indicator}|orgUnit:an-phu|period:2024-M10${members}`);

describe("the figures of October 2024", () => {
  it.each<[string, string, string, string, string | undefined, string | undefined]>([
    // what it is                        indicator                  members            figure          arithmetic                                   against September
    ["a figure that was entered",        "certificates.issued",     "",                "16 chứng thư số", undefined,                                 "-5 chứng thư số, -23,81 %"],
    ["a sum",                            "documents",               "|direction=sent", "22.108 văn bản",  "9.014 + 6.355 + 6.739", "-3.173 văn bản, -12,55 %"],
    ["a share, in points since",         "documents.signed-share",  "",                "98,44 %",         "21.764 ÷ 22.108",         "0,83 điểm %"],
  ])("%s", (_, indicator, members, text, working, change) => {
    const one = named(indicator, members);
    expect([one?.text, one?.working?.lines.map((line) => `${line.sign} ${line.text}`.trim()).join(" "), [one?.change?.text, one?.change?.growth].filter(Boolean).join(", ")]).toEqual([text, working, change]);
  });

  it("all say what they are of, each once, and nothing in them is at odds", () => {
    expect(new Set(figures.map(({ fact }) => fact)).size).toBe(figures.length);
    expect(figures.every(({ label }) => label !== "")).toBe(true);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
