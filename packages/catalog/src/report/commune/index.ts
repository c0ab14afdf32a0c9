import { breakdown, type Chapter, chapter, enter, formsOf } from "../build/chapter.ts";
import { addsUp, growthOf, of, rule, sharesOver } from "../build/rules.ts";
import type { RegimeData } from "../regime.ts";

const channel = breakdown("channel", "hình thức nộp", {
  direct: "trực tiếp / in person",
  online: "trực tuyến / online",
  post: "qua bưu chính / by post",
});
const outcome = breakdown("outcome", "kết quả", { onTime: "đúng hạn / in time", late: "quá hạn / late" });
const petition = breakdown("petition", "loại đơn", {
  complaint: "khiếu nại / complaints",
  denunciation: "tố cáo / denunciations",
  proposal: "kiến nghị, phản ánh / proposals",
});

/** Bộ phận Một cửa. */
const oneStop = chapter(
  { id: "one-stop", vi: "Bộ phận Một cửa", en: "One-stop shop", responsible: "office", legal: "Nghị định 61/2018/NĐ-CP" },
  ({ flow, stock, share, change }) => {
    const received = flow("one-stop.received", "Hồ sơ tiếp nhận", "Dossiers received", "hồ sơ", { breakdowns: [channel] });
    const receivedShare = share("one-stop.received.share", "Tỷ lệ hồ sơ theo hình thức nộp", "Share of dossiers by channel", {
      breakdowns: [channel],
    });
    const growth = change(
      "one-stop.received.growth",
      "Tốc độ tăng, giảm hồ sơ tiếp nhận so với tháng trước",
      "Growth of dossiers received",
    );
    const resolved = flow("one-stop.resolved", "Hồ sơ đã giải quyết", "Dossiers resolved", "hồ sơ", { breakdowns: [outcome] });
    const resolvedShare = share("one-stop.resolved.share", "Tỷ lệ hồ sơ đúng hạn, quá hạn", "Share of dossiers in time and late", {
      breakdowns: [outcome],
    });
    const pending = stock("one-stop.pending", "Hồ sơ đang giải quyết cuối kỳ", "Dossiers pending at the end", "hồ sơ");
    return {
      indicators: [received, receivedShare, growth, resolved, resolvedShare, pending],
      rules: [
        addsUp(received),
        sharesOver(receivedShare, received, "channel"),
        growthOf(growth, received),
        addsUp(resolved),
        sharesOver(resolvedShare, resolved, "outcome"),
        rule("one-stop.pending.balance", "balance", {
          closing: of(pending),
          opening: of(pending, {}, { period: "previous" }),
          ins: of(received, {}, { over: "channel" }),
          outs: of(resolved, {}, { over: "outcome" }),
        }),
      ],
      rows: [
        enter(received, { over: ["channel"], typical: "180" }),
        enter(resolved, { over: ["outcome"], typical: "270" }),
        enter(pending, { typical: "60" }),
      ],
    };
  },
);

/** Sổ tiếp công dân. */
const citizens = chapter(
  { id: "citizens", vi: "Sổ tiếp công dân", en: "Reception of citizens", responsible: "office", legal: "Luật Tiếp công dân 2013" },
  ({ flow, change }) => {
    const visits = flow("citizens.visits", "Lượt tiếp công dân", "Visits of citizens", "lượt");
    const growth = change("citizens.visits.growth", "Tốc độ tăng, giảm lượt tiếp công dân so với tháng trước", "Growth of visits");
    const petitions = flow("citizens.petitions", "Đơn tiếp nhận", "Petitions received", "đơn", { breakdowns: [petition] });
    return {
      indicators: [visits, growth, petitions],
      rules: [growthOf(growth, visits), addsUp(petitions)],
      rows: [enter(visits, { typical: "35" }), enter(petitions, { over: ["petition"], typical: "6" })],
    };
  },
);

const chapters: readonly Chapter[] = [oneStop, citizens];

/** Báo cáo tháng của xã: what each commune sends up, the smallest form that many units fill in. */
export const communeMonthly: RegimeData = {
  id: "one-stop-monthly",
  version: "1",
  sort: "administrative",
  name: { vi: "Báo cáo tháng Một cửa và tiếp công dân của cấp xã", en: "Monthly report of communes on one-stop shops and citizens" },
  body: "Ủy ban nhân dân xã",
  level: "commune",
  addressees: ["Ủy ban nhân dân huyện"],
  sending: "Hệ thống thông tin báo cáo",
  frequency: "month",
  dueWithin: 3,
  validFrom: "2019-03-12",
  validTo: null,
  legal: ["Nghị định 09/2019/NĐ-CP"],
  sources: chapters.map(({ source }) => source),
  divisions: [{ id: "office", name: { vi: "Văn phòng Ủy ban nhân dân xã", en: "Office of the commune" } }],
  indicators: chapters.flatMap(({ indicators }) => indicators),
  rules: chapters.flatMap(({ rules }) => rules),
  structuralZeros: [],
  sections: [
    { id: "one-stop", title: "Giải quyết thủ tục hành chính", indicators: oneStop.indicators.map(({ id }) => id) },
    { id: "citizens", title: "Tiếp công dân, xử lý đơn", indicators: citizens.indicators.map(({ id }) => id) },
    { id: "remarks", title: "Khó khăn, kiến nghị" },
  ],
  wording: {
    title: "Báo cáo",
    summary: "Giải quyết thủ tục hành chính và tiếp công dân {{ period }}",
    closing: "Trên đây là báo cáo {{ period }} của {{ body }}./.",
    tasksTitle: "Nhiệm vụ trọng tâm {{ nextPeriod }}",
    symbol: "BC-UBND",
  },
  forms: formsOf(chapters, 2),
  tasks: [{ id: "digital", responsible: "office", text: "Hướng dẫn người dân nộp hồ sơ trực tuyến; rà soát hồ sơ quá hạn." }],
};
