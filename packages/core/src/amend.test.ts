import { describe, expect, it } from "vitest";
import { amend } from "./amend.ts";
import { cellOf } from "./cell.ts";
import { Decimal } from "./decimal.ts";
import { examine } from "./examine.ts";
import { network } from "./network.ts";
import { relate } from "./relation.ts";
import { total } from "./relations/total.ts";
import { dossier, quantityIn } from "./testing/index.ts";

const read = quantityIn(dossier);
const [whole, one, other] = ["100", "60", "39"].map((text, i) => cellOf({ id: `f${i + 1}`, label: text, quantity: read(text).quantity }));
const printed = network({ relations: [relate(total, { total: whole!, parts: [one!, other!] })] });
const after = (...values: [string, string][]) => examine(amend(printed, new Map(values.map(([id, value]) => [id, new Decimal(value)]))));

describe("amend", () => {
  it.each<[string, [string, string][], number]>([
    ["nothing changed",                   [],                              1],
    ["the same value again",              [["f3", "39"]],                  1],
    ["a part that mends the total",       [["f3", "40"]],                  0],
    ["the total mended instead",          [["f1", "99"]],                  0],
    ["both, which is one too many",       [["f1", "99"], ["f3", "40"]],    1],
    ["a figure that is not there",        [["f9", "1"]],                   1],
  ])("%s", (_, values, findings) => expect(after(...values).findings).toHaveLength(findings));

  it("leaves the network that it was given alone", () => {
    after(["f3", "40"]);
    expect(examine(printed).findings).toHaveLength(1);
  });

  it("prints the new figure as the old one was", () => {
    expect(amend(printed, new Map([["f2", new Decimal("1234")]])).cells.map(({ quantity }) => quantity?.format())).toEqual(["100", "1.234", "39"].map((text) => `${text} hồ sơ`));
  });
});
