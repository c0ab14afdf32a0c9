import type { OrgUnit } from "@khop/core";
import { describe, expect, it } from "vitest";
import type { Submission } from "../api/collecting.ts";
import { branchesOf, linesOf, nextAbove, only } from "./tree.ts";

const unit = (id: string, parent: string | null, more: Partial<OrgUnit> = {}): OrgUnit => ({ id, name: id, level: "commune", parent, validFrom: null, validTo: null, ...more });
const units = [unit("tinh", null), unit("huyen", "tinh"), unit("xa-1", "huyen"), unit("xa-2", "huyen"), unit("khac", "tinh"), unit("cu", "huyen", { validTo: "2023-12-31" })];
const sent = (orgUnit: string, state: Submission["state"], approvedBy: string[] = []): Submission => ({ orgUnit, state, approvedBy, regime: "r", period: "2024-M10", version: 1, dueOn: "2024-10-21", firstSubmittedAt: null, submittedAt: null, timeliness: "owed" });
const window = { from: "2024-09-15", to: "2024-10-14" };
const branches = branchesOf(units, [sent("xa-1", "submitted"), sent("xa-2", "draft"), sent("cu", "draft")], window);

describe("the tree of who owes", () => {
  it("has units that owe, those above them, and nobody else", () => {
    expect(linesOf(branches, new Set()).map(({ unit: { id }, depth, owed, sent: done }) => [id, depth, done, owed])).toEqual([["tinh", 0, 1, 2], ["huyen", 1, 1, 2], ["xa-1", 2, 0, 0], ["xa-2", 2, 0, 0]]);
  });

  it("hides what is below a shut unit, and shows some out of their tree", () => {
    expect(linesOf(branches, new Set(["huyen"])).map(({ unit: { id } }) => id)).toEqual(["tinh", "huyen"]);
    expect(only(branches, ({ state }) => state === "draft").map(({ unit: { id } }) => id)).toEqual(["xa-2"]);
  });

  it.each<[string, Submission, string | undefined]>([
    ["the nearest above",                 sent("xa-1", "submitted"),                     "huyen"],
    ["who comes after it has",            sent("xa-1", "submitted", ["huyen"]),          "tinh"],
    ["nobody once all have",              sent("xa-1", "approved", ["huyen", "tinh"]),   undefined],
    ["itself, where nobody is above",     sent("tinh", "submitted"),                     "tinh"],
  ])("lets decide %s", (_, submission, expected) => expect(nextAbove(submission, units, window)?.id).toBe(expected));
});
