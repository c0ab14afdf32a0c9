import type { Indicator } from "./indicator.ts";
import type { OrgUnit } from "./org-unit.ts";
import { periodName } from "./period.ts";
import type { Comparison, WhyNotComparable } from "./recast.ts";

const mostNames = 4;

/** Says of a figure whether it was recast from earlier units or cannot be compared, and why: "… không so sánh được với tháng 6/2025 …". */
export function comparisonSaid(
  { indicator: id, members, orgUnit, period, is, why = "unknownOrigin", of }: Comparison,
  { indicators, orgUnits }: { readonly indicators: readonly Indicator[]; readonly orgUnits: readonly OrgUnit[] },
): { readonly vi: string; readonly en: string } {
  const indicator = indicators.find((one) => one.id === id);
  const memberNames = Object.entries(members).map(([breakdown, member]) => {
    const known = indicator?.breakdowns?.find((one) => one.id === breakdown)?.members.find((one) => one.id === member);
    return known?.vi ?? member;
  });
  const nameOf = (unit: string): string => orgUnits.find((one) => one.id === unit)?.name ?? unit;
  const what = [indicator?.vi ?? id, ...memberNames, nameOf(orgUnit)].join(", ");
  const names = of.slice(0, mostNames).map(nameOf).join(", ") + (of.length > mostNames ? ", …" : "");
  const when = periodName(period);
  if (is === "recast") {
    return {
      vi: `${what}: số ${when} được tính lại theo đơn vị hiện nay, từ ${names}.`,
      en: `${what}: the figure of ${when} is recast onto the units of now, from ${names}.`,
    };
  }
  const because = reasons[why](names);
  return {
    vi: `${what}: không so sánh được với ${when} do sắp xếp đơn vị hành chính: ${because.vi}.`,
    en: `${what}: not comparable with ${when}, for org units were reorganised: ${because.en}.`,
  };
}

const reasons: Readonly<Record<WhyNotComparable, (names: string) => { readonly vi: string; readonly en: string }>> = {
  parted: (names) => ({
    vi: `một phần của đơn vị trước đây đã về ${names}`,
    en: `a part of what was went to ${names}`,
  }),
  notAdditive: (names) => ({
    vi: `chỉ tiêu này không cộng được từ ${names}`,
    en: `figures of this indicator make no sum of ${names}`,
  }),
  missing: (names) => ({ vi: `chưa có số liệu kỳ đó của ${names}`, en: `there is no figure of ${names} for it` }),
  rounded: (names) => ({
    vi: `số liệu của ${names} đã làm tròn nên tổng không chính xác`,
    en: `figures of ${names} are rounded and have more than one sum`,
  }),
  straddles: () => ({
    vi: "kỳ này có ngày cả trước và sau khi sắp xếp",
    en: "this period has days before and after the reorganisation",
  }),
  ended: (names) => ({ vi: `kỳ này không còn ${names}`, en: `there is no ${names} in this period any more` }),
  unknownOrigin: (names) => ({
    vi: `chưa khai báo sáp nhập, chia tách của ${names}`,
    en: `nobody has said what ${names} came from or became`,
  }),
};
