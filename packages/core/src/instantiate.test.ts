import { describe, expect, it } from "vitest";
import { addressKey } from "./address.ts";
import { check } from "./check.ts";
import { derive } from "./derive.ts";
import type { Fact } from "./fact.ts";
import type { Indicator } from "./indicator.ts";
import { instantiate } from "./instantiate.ts";
import type { OrgUnit } from "./org-unit.ts";
import { period } from "./period.ts";
import { quantity } from "./quantity.ts";
import { cumulative } from "./relations/cumulative.ts";
import { growth } from "./relations/growth.ts";
import { share } from "./relations/share.ts";
import { total } from "./relations/total.ts";
import { at, defineRule, type Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { percent, unitOf } from "./unit.ts";

const october = period("2024-M10");
const always = { validFrom: null, validTo: null };
const province: OrgUnit = { id: "an-phu", name: "tỉnh An Phú", level: "province", parent: null, ...always };
const [binhMinh, hoaLac, tanLap]: OrgUnit[] = [["binh-minh", "xã Bình Minh"], ["hoa-lac", "xã Hòa Lạc"], ["tan-lap", "xã Tân Lập"]].map(
  ([id = "", name = ""]) => ({ id, name, level: "commune", parent: "an-phu", ...always, ...(id === "tan-lap" ? { validTo: "2024-06-30" } : {}) }));
const orgUnits = [province, binhMinh, hoaLac, tanLap] as OrgUnit[];

const channel = { id: "channel", vi: "hình thức", members: [{ id: "online", vi: "trực tuyến" }, { id: "direct", vi: "trực tiếp" }, { id: "post", vi: "bưu chính" }] };
const dossiers = { unit: unitOf("hồ sơ"), kind: "flow", additive: true } as const;
const indicators: Indicator[] = [
  { id: "received", vi: "Hồ sơ tiếp nhận", ...dossiers, breakdowns: [channel] },
  { id: "to-date", vi: "Hồ sơ lũy kế", ...dossiers },
  { id: "online-share", vi: "Tỷ lệ trực tuyến", unit: percent, kind: "ratio", additive: false },
  { id: "growth", vi: "Tốc độ tăng", unit: percent, kind: "ratio", additive: false },
];

/** "received online 12" of a unit in a month. */
function facts(orgUnit: string, texts: string, month = "2024-M10"): Fact[] {
  return texts.split(", ").map((text) => {
    const [indicator = "", ...rest] = text.split(" ");
    const value = rest.at(-1) ?? "";
    const unit = indicators.find(({ id }) => id === indicator)?.unit ?? percent;
    return { indicator, orgUnit, period: period(month), quantity: quantity({ value, unit }), ...(rest.length > 1 ? { members: { channel: rest[0] as string } } : {}) };
  });
}

const byChannel = defineRule({ id: "channels", kind: total, places: { total: at("received"), parts: at("received", { over: "channel" }) } });
const rollUp = defineRule({ id: "roll-up", kind: total, places: { total: at("received"), parts: at("received", { orgUnit: "children" }) } });
const onlineShare = defineRule({ id: "online-share", kind: share, places: { share: at("online-share"), parts: [at("received", { members: { channel: "online" } })], whole: at("received") } });
const toDate = defineRule({ id: "to-date", kind: cumulative, levels: ["province"], places: { toDate: at("to-date"), previous: at("to-date", { period: "previous" }), currents: [at("received")] } });
const yearOnYear = defineRule({ id: "year-on-year", kind: growth, places: { growth: at("growth"), current: at("received"), base: at("received", { period: "yearBefore" }) } });
const sinceStart = defineRule({ id: "since-start", kind: total, places: { total: at("to-date"), parts: at("received", { period: "sinceYearStart" }) } });

const scope = (given: Fact[], more: Partial<Scope> = {}): Scope => ({ indicators, orgUnits, periods: [october], facts: given, ...more });
const verdicts = (rules: Rule[], of: Scope) => check(instantiate(rules, of)).checked.map(({ relation, verdict, reason }) => `${relation.id} ${verdict}${reason ? `: ${reason}` : ""}`);

describe("instantiate", () => {
  it.each([
    // what the rule says                        rule         facts of An Phú                                                        verdicts
    ["a total over its breakdown",               byChannel,   "received 21, received online 12, received direct 7, received post 2", ["channels|an-phu|2024-M10 holds"]],
    ["a count is off by one",                    byChannel,   "received 22, received online 12, received direct 7, received post 2", ["channels|an-phu|2024-M10 violated"]],
    ["a member is missing, which is not zero",   byChannel,   "received 19, received online 12, received direct 7",                  ["channels|an-phu|2024-M10 unknown: missing-operand"]],
    ["a share of its own indicator",             onlineShare, "online-share 57.14, received 21, received online 12",                 ["online-share|an-phu|2024-M10 holds"]],
  ])("%s", (_, rule, given, expected) => expect(verdicts([rule], scope(facts("an-phu", given), { orgUnits: [province] }))).toEqual(expected));

  it("sums the units below that exist in the period", () => {
    const given = [...facts("an-phu", "received 21"), ...facts("binh-minh", "received 12"), ...facts("hoa-lac", "received 9"), ...facts("tan-lap", "received 5")];
    expect(verdicts([rollUp], scope(given))).toEqual(["roll-up|an-phu|2024-M10 holds"]);
    expect(verdicts([rollUp], scope(given, { periods: [period("2024-M06")] }))).toEqual(["roll-up|an-phu|2024-M06 unknown: missing-operand"]);
  });

  it("looks back a period, and a year", () => {
    const given = [...facts("an-phu", "received 21, to-date 221, growth 5"), ...facts("an-phu", "to-date 200", "2024-M09"), ...facts("an-phu", "received 20", "2023-M10")];
    expect(verdicts([toDate, yearOnYear], scope(given, { orgUnits: [province] }))).toEqual(["to-date|an-phu|2024-M10 holds", "year-on-year|an-phu|2024-M10 holds"]);
  });

  it.each([
    // the newest year told of                   years told of                     base that is taken
    ["takes the newest that has ended",          "2019-A1 500, 2023-A1 600",       "2023-A1"],
    ["takes no year that has not ended",         "2019-A1 500, 2024-A1 610",       "2019-A1"],
    ["waits for one where none is told of",      "",                               "2024-M10"],
  ])("%s", (_, told, expected) => {
    const people: Indicator = { id: "people", vi: "Dân số", unit: unitOf("người"), kind: "stock", additive: true };
    const perHead = defineRule({ id: "per-head", kind: share, places: { share: at("growth"), parts: [at("received")], whole: at("people", { period: "latest" }) } });
    const given = told.split(", ").filter(Boolean).map((text): Fact => ({ indicator: "people", orgUnit: "an-phu", period: period(text.split(" ")[0] as string), quantity: quantity({ value: text.split(" ")[1] as string, unit: people.unit }) }));
    const made = instantiate([perHead], scope(given, { indicators: [...indicators, people], orgUnits: [province] }));
    expect(made.cells.filter(({ address }) => address.indicator === "people").map(({ address }) => address.period?.id)).toEqual([expected]);
  });

  it("makes cells that are wanted though no rule speaks of them, each once", () => {
    const wanted = (indicator: string, members?: Record<string, string>) => ({ indicator, orgUnit: "an-phu", period: october, ...(members && { members }) });
    const of = scope(facts("an-phu", "received 21, to-date 221"), { orgUnits: [province] });
    const { cells } = instantiate([byChannel], of, [wanted("to-date"), wanted("growth"), wanted("received", { channel: "post" })]);
    expect(cells.map(({ address, status }) => `${address.indicator} ${address.members?.channel ?? ""} ${status}`).sort()).toEqual(
      ["growth  missing", "received  stated", "received direct missing", "received online missing", "received post missing", "to-date  stated"]);
    expect(() => instantiate([], of, [wanted("received", { channel: "fax" })])).toThrow('There is no member "fax" here.');
  });

  it("sums from the year's start", () => {
    const given = [...facts("an-phu", "received 1", "2024-M01"), ...facts("an-phu", "received 2, to-date 3", "2024-M02")];
    expect(verdicts([sinceStart], scope(given, { orgUnits: [province], periods: [period("2024-M02")] }))).toEqual(["since-start|an-phu|2024-M02 holds"]);
  });

  it("is asked of every unit and period of its levels", () => {
    expect(instantiate([toDate, byChannel], scope([])).relations.map(({ id }) => id)).toEqual(
      ["to-date|an-phu|2024-M10", "channels|an-phu|2024-M10", "channels|binh-minh|2024-M10", "channels|hoa-lac|2024-M10"]);
  });

  it("fills a structural zero, and leaves out what does not apply", () => {
    const given = facts("an-phu", "received 19, received online 12, received direct 7");
    const absent = (as: "structuralZero" | "notApplicable"): NonNullable<Scope["absent"]> => ({ members }) => (members?.channel === "post" ? as : undefined);
    const made = (as: "structuralZero" | "notApplicable") => {
      const network = instantiate([byChannel], scope(given, { orgUnits: [province], absent: absent(as) }));
      return [check(network).checked[0]?.verdict, network.relations[0]?.cells.length, network.cells.map(({ status }) => status).join(" ")];
    };
    expect(made("structuralZero")).toEqual(["holds", 4, "stated stated stated structuralZero"]);
    expect(made("notApplicable")).toEqual(["holds", 3, "stated stated stated notApplicable"]);
  });

  it("takes what is told to be nothing for zero", () => {
    const told: Fact = { indicator: "received", orgUnit: "an-phu", period: october, members: { channel: "post" }, quantity: null, status: "structuralZero" };
    const network = instantiate([byChannel], scope([...facts("an-phu", "received 19, received online 12, received direct 7"), told], { orgUnits: [province] }));
    expect(check(network).checked[0]?.verdict).toBe("holds");
  });

  it("names its cells, says where they come from, and lets derive fill them", () => {
    const network = instantiate([byChannel], scope(facts("an-phu", "received 21, received online 12, received direct 7"), { orgUnits: [province] }));
    const post = network.cells.find(({ status }) => status === "missing");
    expect([post?.label, post && addressKey(post.address)]).toEqual(["Hồ sơ tiếp nhận, bưu chính, tỉnh An Phú, tháng 10/2024", post?.id]);
    expect(network.cells[0]?.anchor).toEqual({ in: "fact", fact: "indicator:received|orgUnit:an-phu|period:2024-M10" });
    expect(derive(network).filled.map(({ quantity }) => quantity?.format())).toEqual(["2 hồ sơ"]);
  });

  it.each([
    ["an indicator", { places: { total: at("sent"), parts: at("received", { over: "channel" }) } }, 'There is no indicator "sent" here. There is "received", "to-date", "online-share", "growth".'],
    ["a breakdown",  { places: { total: at("received"), parts: at("received", { over: "sex" }) } }, 'The indicator "received" has no breakdown "sex". It has "channel".'],
    ["a member",     { places: { total: at("received"), parts: [at("received", { members: { channel: "fax" } })] } }, 'There is no member "fax" here. There is "online", "direct", "post".'],
    ["a shape",      { places: { whole: at("received"), parts: at("received", { over: "channel" }) } }, 'The cells do not fit the shape of "total"'],
  ])("refuses %s that is not known", (_, places, message) => expect(() => instantiate([{ ...byChannel, ...places }], scope([]))).toThrow(message));

  it("refuses two facts of one address", () => {
    expect(() => instantiate([byChannel], scope(facts("an-phu", "received 21, received 22")))).toThrow('Two facts are given for "indicator:received|orgUnit:an-phu|period:2024-M10".');
  });
});
