import {
  at,
  type Breakdown,
  defineRule,
  type Fact,
  type Indicator,
  type OrgUnit,
  percent,
  period,
  quantity,
  relations,
  unitOf,
} from "@khop/core";
import type { CollectedRegime } from "../collect/regime.ts";

const channel: Breakdown = {
  id: "channel",
  vi: "hình thức",
  members: [
    { id: "direct", vi: "trực tiếp" },
    { id: "online", vi: "trực tuyến" },
  ],
};
const files = unitOf("hồ sơ");

const received: Indicator = { id: "received", vi: "Hồ sơ tiếp nhận", unit: files, kind: "flow", additive: true, breakdowns: [channel] };
const resolved: Indicator = { id: "resolved", vi: "Hồ sơ đã giải quyết", unit: files, kind: "flow", additive: true };
const pending: Indicator = { id: "pending", vi: "Hồ sơ chưa giải quyết", unit: files, kind: "stock", additive: true };
const onlineShare: Indicator = { id: "online-share", vi: "Tỷ lệ trực tuyến", unit: percent, kind: "ratio", additive: false };

/** A small regime that communes, districts and the province report under. */
export const madeUpRegime: CollectedRegime = {
  id: "dossiers-monthly",
  version: "1",
  level: "commune",
  frequency: "month",
  dueWithin: 3,
  validFrom: "2019-03-12",
  validTo: null,
  indicators: [received, resolved, pending, onlineShare],
  rules: [
    defineRule({ id: "by-channel", kind: relations.total, places: { total: at("received"), parts: at("received", { over: "channel" }) } }),
    defineRule({
      id: "balance",
      kind: relations.balance,
      places: { closing: at("pending"), opening: at("pending", { period: "previous" }), ins: [at("received")], outs: [at("resolved")] },
    }),
    defineRule({
      id: "online",
      kind: relations.share,
      places: { share: at("online-share"), parts: [at("received", { members: { channel: "online" } })], whole: at("received") },
    }),
  ],
  entries: [
    { indicator: "received" },
    { indicator: "received", members: { channel: "direct" } },
    { indicator: "received", members: { channel: "online" } },
    { indicator: "resolved" },
    { indicator: "pending" },
    { indicator: "online-share" },
  ],
};

/** A province that is nowhere: three levels to 2025-06-30, two since. */
export function madeUpUnits(districts: number, communes: number): readonly OrgUnit[] {
  const until = { validFrom: null, validTo: "2025-06-30" };
  const units: OrgUnit[] = [{ id: "tinh", name: "tỉnh Lam Sơn", level: "province", parent: null, validFrom: null, validTo: null }];
  for (let d = 1; d <= districts; d++) units.push({ id: `huyen-${d}`, name: `huyện ${d}`, level: "district", parent: "tinh", ...until });
  for (let c = 1; c <= communes; c++) {
    units.push({ id: `xa-${c}`, name: `xã ${c}`, level: "commune", parent: `huyen-${((c - 1) % districts) + 1}`, ...until });
    units.push({ id: `xa-${c}-2025`, name: `xã ${c}`, level: "commune", parent: "tinh", validFrom: "2025-07-01", validTo: null });
  }
  return units;
}

/** A figure as a clerk enters it: "received online" 40. */
export function entered(orgUnit: string, when: string, name: string, value: string): Fact {
  const [indicator = "", member] = name.split(" ");
  const { unit } = madeUpRegime.indicators.find(({ id }) => id === indicator) ?? received;
  const of = { indicator, orgUnit, period: period(when), quantity: quantity({ value, unit }) };
  return member === undefined ? of : { ...of, members: { channel: member } };
}

/** What fits: received 100 = direct 60 + online 40 (40 %), 90 resolved, 15 pending after 5. */
export const fitting: Readonly<Record<string, string>> = {
  received: "100",
  "received direct": "60",
  "received online": "40",
  resolved: "90",
  pending: "15",
  "online-share": "40.00",
};
