import type { Reason, Severity, Verdict } from "@khop/core";
import type { Move, Previous } from "@khop/reader/against";
import { type Acceptance, type PlaceWords, placeWords } from "@khop/reader/checked";
import type { Language } from "../language.ts";
import { dayVi } from "./day.ts";

const inBrackets = (parts: readonly (string | undefined)[]): string => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
};

/** Every word that the terminal shows, in both languages. */
export const words = {
  vi: {
    severity: { error: "LỖI", warning: "CẢNH BÁO", review: "XEM LẠI", info: "GHI CHÚ" },
    counted: { error: "lỗi", warning: "cảnh báo", review: "cần xem lại", info: "ghi chú" },
    verdict: {
      holds: "khớp",
      truncated: "chỉ khớp nếu cắt bớt chữ số",
      violated: "không khớp",
      unknown: "chưa đủ căn cứ để kết luận",
    },
    reason: {
      "missing-operand": "thiếu một con số",
      "hidden-operand": "cần số liệu không in trong báo cáo (kỳ trước, dân số …)",
      "zero-denominator": "mẫu số bằng 0",
      "unit-mismatch": "đơn vị tính khác nhau",
      "too-wide": "con số quá ước chừng",
      "not-comparable": "không so sánh được do sắp xếp đơn vị",
      adjusted: "đã chỉnh cho tròn 100 %",
      rounded: "số đã làm tròn",
    },
    likely: "nhiều khả năng là",
    diffHead: ["số liệu", "trước", "nay", "tăng/giảm", "%"],
    diffOf: (before: string, now: string) => `${before} → ${now}`,
    moves: { changed: "thay đổi", same: "giữ nguyên", new: "mới", gone: "không còn" },
    heldAgainst: (file: string, period: string | null, paired: number, figures: number) =>
      `Đối chiếu với ${file}${period === null ? "" : ` (${period})`}: ${paired}/${figures} con số có cặp.`,
    standing: {
      previous: () => "",
      yearBefore: (now: string | null, left: number) =>
        `Báo cáo trước là của cùng kỳ năm trước so với ${now}${left === 0 ? "" : `; ${left} mức so với kỳ trước không kiểm được`}.`,
      same: () => "Hai báo cáo cùng một kỳ: không có gì để đối chiếu với kỳ trước.",
      other: (now: string | null, left: number) =>
        `Báo cáo trước không phải của kỳ liền trước ${now}${left === 0 ? "" : `; ${left} mức so với kỳ trước không kiểm được`}.`,
      untold: () =>
        "Không đọc được kỳ báo cáo của một trong hai tệp: coi báo cáo trước là của kỳ liền trước, không kiểm mức so với cùng kỳ.",
    },
    uncheckedYear: (count: number) => `${count} mức so với cùng kỳ không kiểm: báo cáo trước không phải của kỳ ấy.`,
    doubtfulPrevious: "Phần lớn số gốc không khớp: xem lại đây có đúng là báo cáo kỳ trước không.",
    andMore: (count: number) => `và ${count} con số nữa`,
    figures: (count: string) => `${count} con số`,
    quantities: "Số liệu",
    boundNone: (count: string) => `${count} không gắn với con số nào khác`,
    boundOne: (count: string) => `${count} thuộc 1 quan hệ`,
    boundMore: (count: string) => `${count} thuộc 2 quan hệ trở lên`,
    relations: "Quan hệ",
    checked: (count: string) => `${count} đã kiểm`,
    findings: "Phát hiện",
    none: "không có",
    layout: {
      title: "Thể thức",
      by: (regime: string) => `theo ${regime}`,
      right: "không thấy điểm nào trái quy định trong những gì đo được",
      noRegime: (day: string) => `chưa biết quy định nào cho văn bản ngày ${dayVi(day)}, nên không kiểm`,
      sheet: ["bảng tính không có thể thức văn bản, nên không kiểm", "hãy đưa tệp Word (.docx) của báo cáo"],
      unmeasured: "dạng tệp này không cho đo trang và phông chữ: chỉ kiểm thứ tự, số thứ tự và cách ghi",
      also: (count: number, first: string) => `và ${count} chỗ nữa: ${first}`,
    },
    below: (count: number, severity: string) => `${count} phát hiện nhẹ hơn không hiện: thêm --severity ${severity}`,
    fits: "Không thấy con số nào không khớp.",
    doubtful: (count: string) =>
      `${count} quan hệ không khớp, nhưng chưa đủ chắc rằng báo cáo muốn nói quan hệ ấy: xem bằng --format json.`,
    nothingChecked: "Chưa kiểm được quan hệ nào: không thấy hai con số nào ràng buộc nhau.",
    notChecked: "Chưa kiểm được",
    unbound: (count: string) => `${count} con số đứng riêng, không có con số nào để đối chiếu`,
    relationsOf: (count: string) => `${count} quan hệ`,
    files: (count: string) => `${count} tệp`,
    all: "Tất cả",
    wrote: (file: string) => `Đã ghi ${file}`,
    accepted: "Đã chấp nhận",
    acceptedBy: ({ reason, by, date }) => reason + inBrackets([by, date && dayVi(date)]),
    waived: (id: string, file: string) => `Đã chấp nhận ${id}, ghi vào ${file}:`,
    unwaived: (id: string, file: string) => `Đã bỏ chấp nhận ${id} khỏi ${file}`,
    stale: "không còn ứng với phát hiện nào",
    staleIn: (id: string, file: string) =>
      `Chấp nhận ${id} trong ${file} không ứng với phát hiện nào ở đây; nếu không còn cần, bỏ bằng khop waive --remove ${id}.`,
    annotated: (file: string, placed: number, unplaced: number) =>
      `Đã ghi ${file}: ${placed} ghi chú${unplaced > 0 ? `, ${unplaced} phát hiện không gắn được vào con số nào` : ""}`,
    repaired: (made: number, left: number) =>
      `, ${made} chỗ sửa bằng theo dõi thay đổi${left > 0 ? ` (${left} chỗ khác nằm trong trường, công thức hay hộp chữ: hãy sửa tay)` : ""}`,
    signed: (file: string) => `Lưu ý: tài liệu gốc có chữ ký số; chữ ký không còn giá trị với ${file}, chỉ với bản gốc.`,
    reading: (done: number, count: number, file: string) => `Đã kiểm ${done}/${count}: ${file}`,
    left: (seconds: number) => ` · còn khoảng ${seconds} giây`,
    stopped: (done: number, count: number) => `Đã dừng theo yêu cầu, mới kiểm ${done}/${count} tệp.`,
    place: placeWords.vi,
    readAs: {
      title: "Cách đọc",
      encodings: (names: string) => `mã ${names} đổi sang Unicode`,
      converted: (from: string, to: string) => `bản .${to} do LibreOffice đổi từ .${from}, vị trí tính theo bản ấy`,
    },
    leftOut: {
      title: "Không đọc",
      sheets: (names: string) => `trang ẩn: ${names}`,
      rows: (count: string) => `${count} hàng ẩn`,
      columns: (count: string) => `${count} cột ẩn`,
      uncalculated: (count: string, cells: string) => `${count} công thức chưa có kết quả: ${cells}`,
      recalculate: "hãy mở bằng Excel hoặc LibreOffice rồi lưu lại",
    },
    head: ["dòng", "con số", "giá trị", "đơn vị tính", "là số liệu về"],
    roles: {
      quantity: "số liệu",
      date: "ngày tháng",
      docNumber: "số ký hiệu",
      ordinal: "số thứ tự",
      reference: "dẫn chiếu",
      other: "khác",
    },
  },
  en: {
    severity: { error: "ERROR", warning: "WARNING", review: "REVIEW", info: "INFO" },
    counted: { error: "errors", warning: "warnings", review: "to review", info: "info" },
    verdict: { holds: "hold", truncated: "hold only if cut, not rounded", violated: "do not hold", unknown: "cannot be told" },
    reason: {
      "missing-operand": "a figure is missing",
      "hidden-operand": "needs a figure that the report does not print (last period, population …)",
      "zero-denominator": "the denominator is 0",
      "unit-mismatch": "units of measure differ",
      "too-wide": "a figure is too approximate",
      "not-comparable": "not comparable, for org units were reorganised",
      adjusted: "adjusted to make 100 %",
      rounded: "a rounded figure",
    },
    likely: "most likely",
    diffHead: ["figure", "before", "now", "change", "%"],
    diffOf: (before: string, now: string) => `${before} → ${now}`,
    moves: { changed: "changed", same: "the same", new: "new", gone: "gone" },
    heldAgainst: (file: string, period: string | null, paired: number, figures: number) =>
      `Held against ${file}${period === null ? "" : ` (${period})`}: ${paired} of ${figures} figures are paired.`,
    standing: {
      previous: () => "",
      yearBefore: (now: string | null, left: number) =>
        `The earlier report is of the year before ${now}${left === 0 ? "" : `; ${left} changes since the period before cannot be checked`}.`,
      same: () => "Both reports are of one period: there is nothing to hold against the period before.",
      other: (now: string | null, left: number) =>
        `The earlier report is not of the period right before ${now}${left === 0 ? "" : `; ${left} changes since that period cannot be checked`}.`,
      untold: () =>
        "The period of one of the files cannot be read: the earlier report is taken to be of the period before, and nothing is checked against a year ago.",
    },
    uncheckedYear: (count: number) => `${count} changes since the year before are not checked: the earlier report is not of that period.`,
    doubtfulPrevious: "Most bases do not fit: see that this is the report of the period before.",
    andMore: (count: number) => `and ${count} more`,
    figures: (count: string) => `${count} figures`,
    quantities: "Figures",
    boundNone: (count: string) => `${count} tied to no other`,
    boundOne: (count: string) => `${count} in 1 relation`,
    boundMore: (count: string) => `${count} in 2 relations or more`,
    relations: "Relations",
    checked: (count: string) => `${count} checked`,
    findings: "Findings",
    none: "none",
    layout: {
      title: "Layout",
      by: (regime: string) => `by ${regime}`,
      right: "nothing against the rules in what could be measured",
      noRegime: (day: string) => `no rules are known for a document of ${day}, so it was not checked`,
      sheet: ["a sheet has no layout of a document and was not checked", "give the Word file (.docx) of the report"],
      unmeasured: "pages and fonts cannot be measured in this format: only order, numbers and wording were checked",
      also: (count: number, first: string) => `and ${count} more: ${first}`,
    },
    below: (count: number, severity: string) => `${count} lesser findings not shown: add --severity ${severity}`,
    fits: "No figure was found that does not fit.",
    doubtful: (count: string) => `${count} relations do not hold, but it is not sure that the report means them: see --format json.`,
    nothingChecked: "No relation could be checked: no two figures were found that bind each other.",
    notChecked: "Not checkable",
    unbound: (count: string) => `${count} figures stand alone, with no other to hold them against`,
    relationsOf: (count: string) => `${count} relations`,
    files: (count: string) => `${count} files`,
    all: "All",
    wrote: (file: string) => `Wrote ${file}`,
    accepted: "Accepted",
    acceptedBy: ({ reason, by, date }) => reason + inBrackets([by, date]),
    waived: (id: string, file: string) => `Accepted ${id}, written to ${file}:`,
    unwaived: (id: string, file: string) => `No longer accepted: ${id}, taken out of ${file}`,
    stale: "matches no finding any more",
    staleIn: (id: string, file: string) =>
      `The waiver ${id} in ${file} matches no finding here; if it is needed no longer, take it out with khop waive --remove ${id}.`,
    annotated: (file: string, placed: number, unplaced: number) =>
      `Wrote ${file}: ${placed} comments${unplaced > 0 ? `, ${unplaced} findings that could be tied to no figure` : ""}`,
    repaired: (made: number, left: number) =>
      `, ${made} repaired as tracked changes${left > 0 ? ` (${left} more stand in fields, formulas or text boxes: mend them by hand)` : ""}`,
    signed: (file: string) => `Note: the original is digitally signed; the signature does not hold for ${file}, only for the original.`,
    reading: (done: number, count: number, file: string) => `Checked ${done}/${count}: ${file}`,
    left: (seconds: number) => ` · about ${seconds} s left`,
    stopped: (done: number, count: number) => `Stopped as asked, with ${done} of ${count} files checked.`,
    place: placeWords.en,
    readAs: {
      title: "Read as",
      encodings: (names: string) => `${names}, converted to Unicode`,
      converted: (from: string, to: string) => `a .${to} that LibreOffice made of the .${from}; places are those of that copy`,
    },
    leftOut: {
      title: "Not read",
      sheets: (names: string) => `hidden sheets: ${names}`,
      rows: (count: string) => `${count} hidden rows`,
      columns: (count: string) => `${count} hidden columns`,
      uncalculated: (count: string, cells: string) => `${count} formulas without a result: ${cells}`,
      recalculate: "open the file in Excel or LibreOffice and save it again",
    },
    head: ["line", "figure", "value", "unit", "what it is of"],
    roles: { quantity: "quantity", date: "date", docNumber: "document number", ordinal: "ordinal", reference: "reference", other: "other" },
  },
} as const satisfies Record<Language, Words>;

export interface Words {
  readonly severity: Record<Severity, string>;
  readonly counted: Record<Severity, string>;
  readonly verdict: Record<Verdict, string>;
  readonly reason: Record<Reason, string>;
  readonly roles: Record<string, string>;
  readonly head: readonly string[];
  /** Where something stands in a file that is no text of lines. */
  readonly place: PlaceWords;
  /** How a file was read that is not itself what was checked. */
  readonly readAs: {
    readonly title: string;
    readonly encodings: (names: string) => string;
    readonly converted: (from: string, to: string) => string;
  };
  /** What of an Excel file was not read. */
  readonly leftOut: {
    readonly title: string;
    readonly sheets: (names: string) => string;
    readonly rows: (count: string) => string;
    readonly columns: (count: string) => string;
    readonly uncalculated: (count: string, cells: string) => string;
    readonly recalculate: string;
  };
  readonly layout: {
    readonly title: string;
    readonly by: (regime: string) => string;
    readonly right: string;
    readonly noRegime: (day: string) => string;
    readonly sheet: readonly string[];
    readonly unmeasured: string;
    readonly also: (count: number, first: string) => string;
  };
  readonly likely: string;
  readonly diffHead: readonly string[];
  readonly diffOf: (before: string, now: string) => string;
  /** What became of figures, behind their count. */
  readonly moves: Record<Move["status"], string>;
  readonly heldAgainst: (file: string, period: string | null, paired: number, figures: number) => string;
  /** How the earlier report stands to this one; "" where it is the one before. */
  readonly standing: Record<Previous["standing"], (now: string | null, left: number) => string>;
  readonly uncheckedYear: (count: number) => string;
  readonly doubtfulPrevious: string;
  readonly quantities: string;
  readonly relations: string;
  readonly findings: string;
  readonly none: string;
  readonly fits: string;
  readonly doubtful: (count: string) => string;
  readonly nothingChecked: string;
  readonly notChecked: string;
  readonly all: string;
  readonly figures: (count: string) => string;
  readonly boundNone: (count: string) => string;
  readonly boundOne: (count: string) => string;
  readonly boundMore: (count: string) => string;
  readonly checked: (count: string) => string;
  readonly unbound: (count: string) => string;
  readonly relationsOf: (count: string) => string;
  readonly files: (count: string) => string;
  readonly wrote: (file: string) => string;
  readonly accepted: string;
  readonly acceptedBy: (acceptance: Acceptance) => string;
  readonly waived: (id: string, file: string) => string;
  readonly unwaived: (id: string, file: string) => string;
  readonly stale: string;
  readonly staleIn: (id: string, file: string) => string;
  readonly andMore: (count: number) => string;
  readonly below: (count: number, severity: string) => string;
  readonly annotated: (file: string, placed: number, unplaced: number) => string;
  readonly repaired: (made: number, left: number) => string;
  readonly signed: (file: string) => string;
  /** The line of progress, the time that is left, and where an interruption came. */
  readonly reading: (done: number, count: number, file: string) => string;
  readonly left: (seconds: number) => string;
  readonly stopped: (done: number, count: number) => string;
}
