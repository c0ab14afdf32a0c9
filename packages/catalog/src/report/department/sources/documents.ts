import { chapter, enter } from "../../build/chapter.ts";
import { addsUp, cuts, growthOf, of, rule, shareOf, within } from "../../build/rules.ts";
import { direction, level, monthBefore } from "../breakdowns.ts";

/** Hệ thống quản lý văn bản và hồ sơ công việc. */
export const documents = chapter(
  {
    id: "documents",
    vi: "Hệ thống quản lý văn bản và hồ sơ công việc",
    en: "Document management system",
    responsible: "informationTechnology",
    legal: "Nghị định 30/2020/NĐ-CP",
  },
  ({ flow, share, change }) => {
    const window = monthBefore;
    const all = flow("documents", "Văn bản đi, đến", "Documents sent and received", "văn bản", { window, breakdowns: [direction, level] });
    const growth = change("documents.growth", "Tốc độ tăng, giảm văn bản so với kỳ trước", "Growth of documents", {
      window,
      breakdowns: [direction],
    });
    const signed = flow(
      "documents.signed",
      "Văn bản đi có chữ ký số cá nhân",
      "Documents sent with a personal digital signature",
      "văn bản",
      {
        window,
        breakdowns: [level],
      },
    );
    const signedShare = share(
      "documents.signed-share",
      "Tỷ lệ sử dụng chữ ký số cá nhân",
      "Share of documents sent that are signed digitally",
      {
        window,
        breakdowns: [level],
      },
    );
    const signedChange = change("documents.signed-change", "Mức tăng, giảm tỷ lệ sử dụng chữ ký số cá nhân", "Change of that share", {
      window,
      in: "điểm %",
    });
    const sent = { direction: "sent" };
    return {
      indicators: [all, growth, signed, signedShare, signedChange],
      rules: [
        addsUp(all),
        addsUp(signed),
        cuts(signed, ["level"]).map((members) => within(of(signed, members), of(all, { ...members, ...sent }))),
        growthOf(growth, all),
        rule("documents.growth.between", "mean", { mean: of(growth), values: of(growth, {}, { over: "direction" }) }),
        shareOf(signedShare, signed, all, sent),
        rule("documents.signed-share.mean", "mean", {
          mean: of(signedShare),
          values: of(signedShare, {}, { over: "level" }),
          weights: of(all, sent, { over: "level" }),
        }),
        rule("documents.signed-change.difference", "difference", {
          difference: of(signedChange),
          current: of(signedShare),
          base: of(signedShare, {}, { period: "previous" }),
        }),
      ],
      rows: [enter(all, { over: ["direction", "level"], typical: "9000" }), enter(signed, { over: ["level"], typical: "8800" })],
    };
  },
);
