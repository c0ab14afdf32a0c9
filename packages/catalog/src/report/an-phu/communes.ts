import { type Fact, period, quantity } from "@khop/core";
import { communeMonthly } from "../commune/index.ts";

/** What a commune told in January 2024. */
interface Begin {
  readonly direct: number;
  readonly online: number;
  readonly post: number;
  readonly late: number;
  readonly pending: number;
  readonly visits: number;
  readonly complaint: number;
  readonly denunciation: number;
  readonly proposal: number;
}

const begins: Readonly<Record<string, Begin>> = {
  "an-phu.hoa-lac.binh-minh": {
    direct: 152,
    online: 96,
    post: 14,
    late: 5,
    pending: 38,
    visits: 31,
    complaint: 2,
    denunciation: 1,
    proposal: 6,
  },
  "an-phu.hoa-lac.tan-lap": {
    direct: 118,
    online: 61,
    post: 9,
    late: 3,
    pending: 27,
    visits: 22,
    complaint: 1,
    denunciation: 0,
    proposal: 4,
  },
  "an-phu.dong-con.cua-lach": {
    direct: 231,
    online: 187,
    post: 22,
    late: 8,
    pending: 64,
    visits: 47,
    complaint: 4,
    denunciation: 2,
    proposal: 9,
  },
  "an-phu.dong-con.cat-vang": {
    direct: 164,
    online: 142,
    post: 17,
    late: 6,
    pending: 45,
    visits: 35,
    complaint: 3,
    denunciation: 1,
    proposal: 7,
  },
  "an-phu.dong-con.gio-lanh": {
    direct: 97,
    online: 43,
    post: 6,
    late: 2,
    pending: 19,
    visits: 18,
    complaint: 1,
    denunciation: 1,
    proposal: 3,
  },
};

/** How many more dossiers came than went, month by month; what is pending moves by it. */
const more = [0, 5, -4, 3, -2, 6, -5, 2, 4, -3];

/** How far other counts strayed from January's. */
const strayed = [0, 2, 1, 3, 1, 4, 2, 5, 3, 4];

const months = more.map((_, i) => period(`2024-M${String(i + 1).padStart(2, "0")}`));

function monthOf(orgUnit: string, begin: Begin, at: number, pending: number): readonly Fact[] {
  const stray = strayed[at] ?? 0;
  // People came to the counter less, and sent more from home.
  const [direct, online, post] = [begin.direct - 4 * stray, begin.online + 7 * stray, begin.post + (stray % 2)];
  const late = Math.max(begin.late - stray, 1);
  const onTime = direct + online + post - (more[at] ?? 0) - late;
  const told: readonly (readonly [indicator: string, members: Readonly<Record<string, string>>, count: number])[] = [
    ["one-stop.received", { channel: "direct" }, direct],
    ["one-stop.received", { channel: "online" }, online],
    ["one-stop.received", { channel: "post" }, post],
    ["one-stop.resolved", { outcome: "onTime" }, onTime],
    ["one-stop.resolved", { outcome: "late" }, late],
    ["one-stop.pending", {}, pending],
    ["citizens.visits", {}, begin.visits + stray],
    ["citizens.petitions", { petition: "complaint" }, begin.complaint + (stray % 3)],
    ["citizens.petitions", { petition: "denunciation" }, begin.denunciation],
    ["citizens.petitions", { petition: "proposal" }, begin.proposal + (stray % 4)],
  ];
  return told.map(([id, members, count]) => {
    const unit = communeMonthly.indicators.find((one) => one.id === id)?.unit;
    if (unit === undefined) throw new Error(`there is no indicator ${id}`);
    const split = Object.keys(members).length === 0 ? {} : { members };
    return { indicator: id, orgUnit, period: months[at] as Fact["period"], ...split, quantity: quantity({ value: String(count), unit }) };
  });
}

/** What the communes of An Phú entered from January to October 2024: made up, and every rule of their regime holds on it. */
export const communes2024: readonly Fact[] = Object.entries(begins).flatMap(([orgUnit, begin]) => {
  let { pending } = begin;
  return months.flatMap((_, at) => {
    pending += more[at] ?? 0;
    return monthOf(orgUnit, begin, at, pending);
  });
});
