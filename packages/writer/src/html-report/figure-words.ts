import type { Language, Reason, Severity, Verdict } from "@khop/core";
import type { Mark } from "./verdict.ts";

/** What pages say of figures and findings, one by one. */
export interface FigureWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly mark: Readonly<Record<Mark, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly nothing: string;
}

export const figureWords: Readonly<Record<Language, FigureWords>> = {
  vi: {
    severity: { error: "Lỗi", warning: "Cảnh báo", review: "Nên xem lại", info: "Thông tin" },
    mark: {
      fit: "Khớp",
      suspect: "Nhiều khả năng chưa đúng",
      misfit: "Không khớp",
      accepted: "Không khớp, đã chấp nhận",
      unsure: "Chưa đủ căn cứ",
      free: "Không ràng buộc",
    },
    verdict: { holds: "khớp", truncated: "chỉ khớp nếu cắt bớt chữ số", violated: "không khớp", unknown: "chưa đủ căn cứ để kết luận" },
    reason: {
      "missing-operand": "thiếu một con số",
      "hidden-operand": "cần số liệu không in trong báo cáo",
      "zero-denominator": "mẫu số bằng 0",
      "unit-mismatch": "đơn vị tính khác nhau",
      "too-wide": "con số quá ước chừng",
      "not-comparable": "không so sánh được do sắp xếp đơn vị",
      adjusted: "đã chỉnh cho tròn 100 %",
      rounded: "số đã làm tròn",
    },
    nothing: "Không có con số nào khác ràng buộc con số này, nên chưa kiểm được.",
  },
  en: {
    severity: { error: "Errors", warning: "Warnings", review: "To review", info: "Information" },
    mark: {
      fit: "Fits",
      suspect: "Most likely wrong",
      misfit: "Does not fit",
      accepted: "Does not fit, accepted",
      unsure: "Cannot be told",
      free: "Not bound",
    },
    verdict: { holds: "holds", truncated: "holds only if cut, not rounded", violated: "does not hold", unknown: "cannot be told" },
    reason: {
      "missing-operand": "a figure is missing",
      "hidden-operand": "needs a figure that the report does not print",
      "zero-denominator": "the denominator is 0",
      "unit-mismatch": "units of measure differ",
      "too-wide": "a figure is too approximate",
      "not-comparable": "not comparable, for org units were reorganised",
      adjusted: "adjusted to make 100 %",
      rounded: "a rounded figure",
    },
    nothing: "No other figure binds this one, so it could not be checked.",
  },
};

/** The sign of a mark: it says with the stroke and the colour what the colour alone must not. */
export const signs: Readonly<Record<Mark, string>> = { fit: "=", suspect: "≠", misfit: "≠", accepted: "≠", unsure: "?", free: "·" };
