import { describe, expect, it } from "vitest";
import { cellOf } from "./cell.ts";
import { derive } from "./derive.ts";
import { type Network, network } from "./network.ts";
import { relate } from "./relation.ts";
import { linear } from "./relations/linear.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { billionDong, dossier, quantityIn } from "./testing/index.ts";
import { percent } from "./unit.ts";

/** "x + y - 2z = 4" over figures "x 5", "y …". */
function sums(figures: string, ...laws: string[]): Network {
  const cells = new Map(figures.split(", ").map((text) => text.split(" ") as [string, string]).map(([id, value]) => [id, quantityIn(dossier)(value, { id })]));
  const relations = laws.map((law) => {
    const [, left = "", is, constant = "0"] = /^(.*?) (<=|>=|=|<|>) (.*)$/.exec(law) ?? [];
    const terms = [...left.matchAll(/([+-]?) ?(\d*)([a-z])/g)].map(([, sign = "", factor = "", id = ""]) => ({ weight: `${sign === "-" ? "-" : ""}${factor || 1}`, id }));
    const places = { terms: terms.map(({ id }) => cells.get(id) ?? cellOf({ id })), weights: terms.map(({ weight }) => weight), constant };
    return relate(linear, { ...places, is: is as "=" });
  });
  return network({ cells: [...cells.values()], relations });
}

describe("derive", () => {
  it.each([
    // what the relations say                      figures               laws                                           filled         left empty
    ["one part is missing",                        "t 10, a 4, b …",     ["t - a - b = 0"],                             "b 6",         ""],
    ["two parts are missing",                      "t 10, a …, b …",     ["t - a - b = 0"],                             "",            "a b"],
    ["two equations together give both",           "x …, y …",           ["x + y = 7", "x - y = 1"],                    "x 4, y 3",    ""],
    ["three equations, none of them alone",        "x …, y …, z …",      ["x + y = 3", "y + z = 5", "x + z = 4"],       "x 1, y 2, z 3", ""],
    ["a chain",                                    "x 1, y …, z …",      ["x + 2y = 3", "x + y + z = 7"],               "y 1, z 5",    ""],
    ["bounds leave nothing but zero",              "x …, y …",           ["x + y = 0", "x >= 0", "y >= 0"],             "x 0, y 0",    ""],
    ["bounds of sums meet",                        "x …, y …",           ["x + y = 2", "x - y <= 0", "x >= 1"],         "x 1, y 1",    ""],
    ["strict bounds leave a gap",                  "x …",                ["x > 0", "x < 2"],                            "",            "x"],
    ["one equation twice says nothing more",       "x …, y …",           ["x + y = 3", "2x + 2y = 6"],                  "",            "x y"],
    ["the relations contradict each other",        "x …, y …",           ["x + y = 3", "x + y = 4"],                    "",            "x y"],
    ["no value is left within the bounds",         "a …, b …, c 10, d 9", ["a + b + c - d = 0", "a >= 0", "b >= 0"],    "",            "a b"],
  ])("%s", (_, figures, laws, filled, undetermined) => {
    const derived = derive(sums(figures, ...laws));
    expect(derived.filled.map(({ id, quantity }) => `${id} ${quantity?.value}`).join(", ")).toBe(filled);
    expect(derived.undetermined.map(({ id }) => id).join(" ")).toBe(undetermined);
  });

  it("takes unit and multiplier from the other cells of a sum, when they agree", () => {
    const read = quantityIn({ ...billionDong, exact: true });
    const missing = cellOf({ id: "missing" });
    const { filled } = derive(network({ relations: [relate(total, { total: read("10,5"), parts: [read("3,2"), missing] })] }));
    expect(filled.map(({ quantity }) => quantity?.format())).toEqual(["7,3 tỷ đồng"]);
  });

  it("does not guess between values that would print the same", () => {
    const read = quantityIn(billionDong);
    const { undetermined } = derive(network({ relations: [relate(total, { total: cellOf({ id: "t" }), parts: [read("3,3"), read("3,3")] })] }));
    expect(undetermined.map(({ id }) => id)).toEqual(["t"]);
  });

  it("takes the one whole number that rounding leaves", () => {
    const part = cellOf({ id: "part", hidden: true, domain: { integer: true } });
    const shown = quantityIn({ unit: percent })("2,85");
    const { filled } = derive(network({ relations: [relate(share, { share: shown, parts: [part], whole: quantityIn(dossier)("667") })] }));
    expect(filled.map(({ quantity }) => String(quantity?.value))).toEqual(["19"]);
  });

  it("rounds to the wanted precision", () => {
    const read = quantityIn(dossier);
    const shown = cellOf({ id: "share" });
    const all = network({ relations: [relate(share, { share: shown, parts: [read("4.603")], whole: read("18.908") })] });
    expect(derive(all).undetermined).toEqual([shown]);
    expect(derive(all, { precision: () => ({ decimals: 2, unit: percent }) }).filled.map(({ quantity }) => quantity?.format())).toEqual(["24,34 %"]);
  });

  it("leaves what does not apply alone", () => {
    const read = quantityIn(dossier);
    const none = cellOf({ id: "none", status: "notApplicable" });
    expect(derive(network({ relations: [relate(total, { total: read("5"), parts: [read("2"), none] })] })).filled).toEqual([]);
  });
});
