import { describe, expect, it } from "vitest";
import { cellOf, examine, network, quantity, relate, relations, unitOf } from "./index.ts";

const printed = (id: string, value: string) => cellOf({ id, quantity: quantity({ value, unit: unitOf("hộ") }) });

describe("misprints", () => {
  const [total, one, two] = [printed("total", "706.42"), printed("one", "700"), printed("two", "5")];

  it("are told of for a person to look at, with what is printed", () => {
    const { findings } = examine(network({ cells: [total], misprints: [{ cell: total, text: "706.42" }] }));
    expect(findings.map(({ severity, code, cells }) => [severity, code, cells])).toEqual([["review", "misprinted-number", [total]]]);
    expect(findings[0]?.message.vi).toContain('"706.42"');
    expect(findings[0]?.message.en).toContain('"706.42"');
  });

  it("are left to a finding that names the same figure", () => {
    const broken = relate(relations.total, { total, parts: [one, two] }, { id: "r1", intended: 1 });
    const { findings } = examine(network({ relations: [broken], misprints: [{ cell: total, text: "706.42" }] }));
    expect(findings.map(({ code }) => code)).toEqual(["total-mismatch"]);
  });

  it("bring their cells with them, and change nothing where there are none", () => {
    expect(network({ misprints: [{ cell: one, text: "7.00" }] }).cells).toEqual([one]);
    expect("misprints" in network({ cells: [one], misprints: [] })).toBe(false);
  });
});
