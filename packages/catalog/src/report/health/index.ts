import { breakdown, type Chapter, chapter, enter, formsOf } from "../build/chapter.ts";
import { addsUp, growthOf, of, rule, sharesOver, within } from "../build/rules.ts";
import type { RegimeData } from "../regime.ts";

const payer = breakdown("payer", "đối tượng chi trả", {
  insured: "có bảo hiểm y tế / insured",
  other: "không có bảo hiểm y tế / not insured",
});
const vaccine = breakdown("vaccine", "vắc-xin", { measles: "sởi / measles", tetanus: "uốn ván / tetanus" });

/** Phần mềm quản lý khám, chữa bệnh. */
const treatment = chapter(
  {
    id: "treatment",
    vi: "Phần mềm quản lý khám, chữa bệnh",
    en: "Hospital records",
    responsible: "treatment",
    legal: "Luật Khám bệnh, chữa bệnh 2023",
  },
  ({ flow, stock, share, change, ratio }) => {
    const visits = flow("visits", "Lượt khám bệnh", "Visits", "lượt", { breakdowns: [payer] });
    const visitsShare = share("visits.share", "Tỷ lệ lượt khám theo đối tượng chi trả", "Share of visits by payer", {
      breakdowns: [payer],
      decimals: 1,
    });
    const growth = change("visits.growth", "Tốc độ tăng, giảm lượt khám so với quý trước", "Growth of visits", { decimals: 1 });
    const admitted = flow("inpatients.admitted", "Người bệnh vào điều trị nội trú", "Patients admitted", "người bệnh");
    const discharged = flow("inpatients.discharged", "Người bệnh ra viện", "Patients discharged", "người bệnh");
    const present = stock(
      "inpatients.present",
      "Người bệnh đang điều trị nội trú cuối kỳ",
      "Patients in hospital at the end",
      "người bệnh",
    );
    const beds = stock("beds", "Giường bệnh thực kê", "Hospital beds", "giường");
    const population = stock("population", "Dân số trung bình", "Mean population", "người", { frequency: "year" });
    const bedDensity = ratio("beds.density", "Số giường bệnh trên 10.000 dân", "Beds per 10,000 people", "giường/10.000 dân", {
      decimals: 1,
    });
    return {
      indicators: [visits, visitsShare, growth, admitted, discharged, present, beds, population, bedDensity],
      rules: [
        addsUp(visits),
        sharesOver(visitsShare, visits, "payer"),
        growthOf(growth, visits),
        rule("inpatients.balance", "balance", {
          closing: of(present),
          opening: of(present, {}, { period: "previous" }),
          ins: [of(admitted)],
          outs: [of(discharged)],
        }),
        rule("beds.density.ratio", "ratio", {
          ratio: of(bedDensity),
          numerators: [of(beds)],
          denominator: of(population, {}, { period: "latest" }),
          per: "10000",
        }),
      ],
      rows: [
        enter(visits, { over: ["payer"], typical: "120000" }),
        enter(admitted, { typical: "12000" }),
        enter(present, { typical: "2400" }),
        enter(beds, { typical: "2600" }),
        enter(population, { typical: "900000" }),
      ],
    };
  },
);

/** Hệ thống thông tin tiêm chủng. */
const vaccination = chapter(
  {
    id: "vaccination",
    vi: "Hệ thống thông tin tiêm chủng",
    en: "Vaccination register",
    responsible: "prevention",
    legal: "Nghị định 104/2016/NĐ-CP",
  },
  ({ flow, share }) => {
    const planned = flow("vaccinated.planned", "Trẻ em cần tiêm theo kế hoạch", "Children to vaccinate", "trẻ em", {
      breakdowns: [vaccine],
    });
    const done = flow("vaccinated", "Trẻ em được tiêm", "Children vaccinated", "trẻ em", { breakdowns: [vaccine] });
    const rate = share("vaccinated.completion", "Tỷ lệ tiêm đạt kế hoạch", "Completion of the plan", {
      breakdowns: [vaccine],
      decimals: 1,
      domain: { min: 0 },
    });
    return {
      indicators: [planned, done, rate],
      rules: [
        addsUp(planned),
        addsUp(done),
        ["measles", "tetanus"]
          .map((one) => ({ vaccine: one }))
          .flatMap((members) => [
            within(of(done, members), of(planned, members)),
            rule(`vaccinated.${members.vaccine}.completion`, "completion", {
              completion: of(rate, members),
              actual: of(done, members),
              plan: of(planned, members),
            }),
          ]),
        rule("vaccinated.completion.whole", "completion", { completion: of(rate), actual: of(done), plan: of(planned) }),
      ],
      rows: [enter(planned, { over: ["vaccine"], typical: "3000" }), enter(done, { over: ["vaccine"], typical: "2800" })],
    };
  },
);

const chapters: readonly Chapter[] = [treatment, vaccination];

/** Báo cáo quý của ngành y tế: small, and of another field and frequency. */
export const healthQuarterly: RegimeData = {
  id: "health-quarterly",
  version: "1",
  sort: "administrative",
  name: { vi: "Báo cáo quý công tác y tế của Sở Y tế", en: "Quarterly report of a Department of Health" },
  body: "Sở Y tế",
  level: "province",
  addressees: ["Ủy ban nhân dân tỉnh", "Bộ Y tế"],
  sending: "Hệ thống thông tin báo cáo, có chữ ký số",
  frequency: "quarter",
  dueWithin: 7,
  validFrom: "2019-03-12",
  validTo: null,
  legal: ["Nghị định 09/2019/NĐ-CP"],
  sources: chapters.map(({ source }) => source),
  divisions: [
    { id: "treatment", name: { vi: "Phòng Nghiệp vụ Y", en: "Medical affairs" } },
    { id: "prevention", name: { vi: "Trung tâm Kiểm soát bệnh tật", en: "Centre for disease control" } },
  ],
  indicators: chapters.flatMap(({ indicators }) => indicators),
  rules: chapters.flatMap(({ rules }) => rules),
  structuralZeros: [],
  sections: [
    { id: "treatment", title: "Khám bệnh, chữa bệnh", indicators: treatment.indicators.map(({ id }) => id) },
    { id: "vaccination", title: "Tiêm chủng mở rộng", indicators: vaccination.indicators.map(({ id }) => id) },
  ],
  wording: {
    title: "Báo cáo",
    summary: "Kết quả công tác y tế {{ period }} và nhiệm vụ trọng tâm {{ nextPeriod }}",
    closing: "Trên đây là báo cáo kết quả công tác y tế {{ period }} của {{ body }}./.",
    tasksTitle: "Nhiệm vụ trọng tâm {{ nextPeriod }}",
    symbol: "BC-SYT",
  },
  forms: formsOf(chapters, 2),
  tasks: [{ id: "season", responsible: "prevention", text: "Chủ động phòng, chống dịch bệnh theo mùa; rà soát trẻ em chưa tiêm đủ mũi." }],
};
