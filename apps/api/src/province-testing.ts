import { departmentMonthly, departmentMonthlyTwoLevel, type ReportRegime } from "@khop/catalog/report";
import { at, defineRule, type OrgUnit, relations } from "@khop/core";

const kept = ["dossiers.received", "dossiers.received-share", "dossiers.resolved"];
const channels = ["direct", "online", "post"] as const;

/** A regime of files received and resolved, asked of every level; its breakdowns by level are what the levels themselves are. */
function filesOf(base: ReportRegime, id: string): ReportRegime {
  const { wording: _, ...rest } = base;
  const share = (member: string) =>
    defineRule({
      id: `share.${member}`,
      kind: relations.share,
      places: {
        share: at("dossiers.received-share", { members: { channel: member } }),
        parts: [at("dossiers.received", { members: { channel: member } })],
        whole: at("dossiers.received"),
      },
    });
  const sum = (indicator: string, over: string) =>
    defineRule({ id: `sum.${indicator}`, kind: relations.total, places: { total: at(indicator), parts: at(indicator, { over }) } });
  return {
    ...rest,
    id,
    level: "commune",
    name: { vi: "Báo cáo tháng giải quyết thủ tục hành chính", en: "Monthly report of administrative procedures" },
    indicators: base.indicators
      .filter((one) => kept.includes(one.id))
      .map((one) => ({ ...one, breakdowns: (one.breakdowns ?? []).filter(({ id: named }) => named !== "level") })),
    rules: [sum("dossiers.received", "channel"), sum("dossiers.resolved", "outcome"), ...channels.map(share)],
    structuralZeros: [],
    sections: [
      { id: "files", title: "Tình hình tiếp nhận và giải quyết hồ sơ", indicators: kept },
      { id: "judgement", title: "Đánh giá chung" },
    ],
    forms: [
      {
        id: "files",
        title: { vi: "Hồ sơ", en: "Files" },
        responsible: base.divisions[0]?.id ?? "",
        dueWithin: 2,
        rows: [
          { indicator: "dossiers.received" },
          { indicator: "dossiers.received", over: ["channel"] },
          { indicator: "dossiers.resolved" },
          { indicator: "dossiers.resolved", over: ["outcome"] },
        ],
      },
    ],
    tasks: [],
  };
}

export const threeLevels = filesOf(departmentMonthly, "files-monthly");
export const twoLevels = filesOf(departmentMonthlyTwoLevel, "files-monthly-2025");

const unit = (id: string, level: OrgUnit["level"], parent: string | null, more: Partial<OrgUnit> = {}): OrgUnit => ({
  id,
  name: id.replace("xa-", "xã ").replace("huyen-", "huyện ").replace("so-", "sở "),
  level,
  parent,
  validFrom: null,
  validTo: null,
  ...more,
});
const numbered = <T>(many: number, make: (n: number) => T): T[] => Array.from({ length: many }, (_, i) => make(i + 1));

/** A province of 62 communes, 7 districts and 3 departments to 30/6/2025; of 31 communes, each merged from two, since. */
export const provinceUnits: readonly OrgUnit[] = [
  unit("tinh", "province", null),
  ...numbered(3, (n) => unit(`so-${n}`, "province", "tinh")),
  ...numbered(7, (n) => unit(`huyen-${n}`, "district", "tinh", { validTo: "2025-06-30" })),
  ...numbered(62, (n) => unit(`xa-${n}`, "commune", `huyen-${((n - 1) % 7) + 1}`, { validTo: "2025-06-30" })),
  ...numbered(31, (n) => unit(`xa-moi-${n}`, "commune", "tinh", { validFrom: "2025-07-01" })),
];

/** Figures of one unit, by entry: "dossiers.received channel=online". */
export type Values = Readonly<Record<string, number>>;

/** What a unit that adds up nobody truly did; another for each. */
export function valuesOf(n: number): Values {
  const [direct, online, post] = [20 + ((n * 7) % 31), 40 + ((n * 13) % 53), n % 4];
  const [onTime, late] = [direct + online - 5, n % 3];
  return {
    "dossiers.received": direct + online + post,
    "dossiers.received channel=direct": direct,
    "dossiers.received channel=online": online,
    "dossiers.received channel=post": post,
    "dossiers.resolved": onTime + late,
    "dossiers.resolved outcome=onTime": onTime,
    "dossiers.resolved outcome=late": late,
  };
}

/** What several make together, worked out by nothing of ours. */
export function together(all: readonly Values[]): Values {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, all.reduce((sum, one) => sum + (one[name] ?? Number.NaN), 0)]));
}
