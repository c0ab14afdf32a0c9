import { describe, expect, it } from "vitest";
import { check } from "../check.ts";
import { network } from "../network.ts";
import { implied } from "../outcome.ts";
import { relate } from "../relation.ts";
import { sentence } from "../sentence.ts";
import { dossier, percentage, quantityIn, said } from "../testing/index.ts";
import { commonBase } from "./common-base.ts";

const places = (votes: string) => {
  const pairs = votes.split("; ").map((text) => text.split(" ") as [string, string]);
  return {
    parts: pairs.map(([part]) => said("phiếu", part)),
    shares: pairs.map(([, share]) => said("tỷ lệ", share, percentage)),
    base: quantityIn(dossier)("…", { label: "Tổng số đại biểu", hidden: true, domain: { integer: true, min: 1 } }),
  };
};

describe("commonBase", () => {
  it("finds the one base that fits votes of an assembly", () => {
    expect(String(implied(commonBase, places("473 95,75; 476 96,36"), "base"))).toBe("[494; 494]");
  });

  it.each([
    // what the report says    votes                             verdict
    ["one base fits",          "473 95,75; 476 96,36",           "holds"],
    ["no base fits",           "473 95,75; 476 93,36",           "violated"],
    ["a share is missing",     "473 95,75; 476 …",               "unknown"],
  ])("%s", (_, votes, expected) => expect(check(network({ relations: [relate(commonBase, places(votes))] })).checked[0]?.verdict).toBe(expected));

  it.each([
    ["vi", "Tổng số đại biểu: không tìm được một mẫu số chung cho 473 (95,75 %); 476 (93,36 %). Tính lại các tỷ lệ."],
    ["en", "Tổng số đại biểu: no one base fits 473 (95,75 %); 476 (93,36 %). Work out the shares again."],
  ] as const)("says which shares (%s)", (language, expected) => expect(sentence(commonBase, language, places("473 95,75; 476 93,36"))).toBe(expected));
});
