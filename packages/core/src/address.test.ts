import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Address, addressFrom, addressKey } from "./address.ts";
import { period } from "./period.ts";

describe("the key of an address", () => {
  const october = period("2024-M10");
  it.each<[string, Address, string]>([
    ["of nothing",                          {},                                                                                     ""],
    ["of an indicator",                     { indicator: "a.b" },                                                                   "indicator:a.b"],
    ["of all parts, members in one order",  { indicator: "a", orgUnit: "xa", period: october, members: { level: "x", channel: "y" } }, "indicator:a|orgUnit:xa|period:2024-M10|channel=y|level=x"],
    ["of members alone",                    { members: { channel: "y" } },                                                          "channel=y"],
    ["without members, where none are",     { orgUnit: "xa", members: {} },                                                         "orgUnit:xa"],
    ["without what has no name",            { indicator: "", orgUnit: "", period: october },                                        "period:2024-M10"],
  ])("%s", (_, address, expected) => expect(addressKey(address)).toBe(expected));

  it("is that of the address that is read from it, whatever the order of its members", () => {
    const word = fc.stringMatching(/^[a-zđ.-]{1,8}$/);
    const members = fc.dictionary(word, word, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.record({ indicator: word, orgUnit: word, members }), (address) => {
        const key = addressKey({ ...address, period: october });
        const turned = Object.fromEntries(Object.entries(address.members).reverse());
        expect(addressKey({ ...address, members: turned, period: october })).toBe(key);
        expect(addressKey(addressFrom(key) ?? {})).toBe(key);
      }),
    );
  });
});
