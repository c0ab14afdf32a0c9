import type { RegimeData } from "@khop/catalog/report";
import { type Book, keyOf, type Typed } from "../entry/view.ts";

const communes = 125;
const law = "Nghị định 61/2018/NĐ-CP";

const commune = {
  id: "commune",
  vi: "xã, phường",
  members: Array.from({ length: communes }, (_, i) => ({ id: `c${i + 1}`, vi: `xã số ${i + 1}`, en: `commune ${i + 1}` })),
};

const fields = [
  ["land", "Đất đai", "Land"],
  ["civil", "Hộ tịch", "Civil status"],
  ["building", "Xây dựng", "Building"],
  ["transport", "Giao thông", "Transport"],
  ["labour", "Lao động", "Labour"],
  ["business", "Kinh doanh", "Business"],
  ["nature", "Môi trường", "Environment"],
  ["certified", "Chứng thực", "Certification"],
  ["health", "Y tế", "Health"],
  ["school", "Giáo dục", "Education"],
] as const;

/** What is counted in each field, and about how much of it there is in a commune. */
const counts = [
  ["received", "hồ sơ tiếp nhận", "dossiers received", 90],
  ["online", "nộp trực tuyến", "sent online", 40],
  ["resolved", "đã giải quyết", "resolved", 80],
  ["in-time", "giải quyết đúng hạn", "resolved in time", 30],
] as const;

const within = [
  ["online", "received"],
  ["in-time", "resolved"],
] as const;

const said = (vi: string, en: string) => ({ vi, en });

const counted = fields.flatMap(([field, vi, en]) =>
  counts.map(([count, of, ofEn]) => ({ id: `${field}.${count}`, vi: `${vi}: ${of}`, en: `${en}: ${ofEn}` })),
);

/** A made-up form of five thousand cells, to show and to measure how large a table may be. */
export const largeForm: RegimeData = {
  id: "large",
  version: "1",
  sort: "administrative",
  name: said("Biểu lớn, không có thật", "A large form, made up"),
  body: "Văn phòng",
  level: "province",
  addressees: [],
  sending: "bản điện tử",
  frequency: "month",
  dueWithin: 3,
  validFrom: "2019-03-12",
  validTo: null,
  legal: [law],
  sources: [{ id: "register", name: said("Sổ theo dõi", "Register") }],
  divisions: [{ id: "office", name: said("Văn phòng", "Office") }],
  indicators: counted.map((one) => ({
    ...one,
    unit: { id: "hồ sơ", kind: "count" },
    kind: "flow",
    additive: true,
    breakdowns: [commune],
    source: "register",
    responsible: "office",
    legal: law,
    decimals: 0,
  })),
  structuralZeros: [],
  sections: [{ id: "all", title: "Hồ sơ theo lĩnh vực", indicators: counted.map(({ id }) => id) }],
  rules: [
    ...counted.map(({ id }) => ({
      id: `${id}.by-commune`,
      kind: "total",
      places: { total: { indicator: id }, parts: { indicator: id, over: "commune" } },
    })),
    ...fields.flatMap(([field]) =>
      within.flatMap(([part, whole]) =>
        commune.members.map(({ id }) => ({
          id: `${field}.${part}.within.${id}`,
          kind: "part",
          places: {
            part: { indicator: `${field}.${part}`, members: { commune: id } },
            whole: { indicator: `${field}.${whole}`, members: { commune: id } },
          },
        })),
      ),
    ),
  ],
  forms: [
    {
      id: "fields",
      title: said("Hồ sơ theo lĩnh vực và xã", "Dossiers by field and commune"),
      responsible: "office",
      dueWithin: 3,
      rows: counted.map(({ id }) => ({ indicator: id, over: ["commune"] })),
    },
  ],
  tasks: [],
};

/** Its book, with the month before, filled in but for a few cells. */
export function largeBook(): Book {
  const cells: Record<string, Typed> = {};
  for (const [at, period] of ["2024-M09", "2024-M10"].entries())
    for (const [f, [field]] of fields.entries())
      for (const [count, , , usual] of counts)
        for (const [c, { id }] of commune.members.entries())
          if (at === 0 || f !== 4 || c % 61 !== 7)
            cells[keyOf(period, `${field}.${count} ${id}`)] = { text: String(usual + ((c * 37 + f * 11 + at * 5) % 40)) };
  return { regime: largeForm.id, orgUnit: "tỉnh ở đâu đó", period: "2024-M10", cells };
}
