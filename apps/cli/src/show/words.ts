import type { Reason, Severity, Verdict } from "@khop/core";
import type { Language } from "../language.ts";

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
      adjusted: "đã chỉnh cho tròn 100 %",
      rounded: "số đã làm tròn",
    },
    likely: "nhiều khả năng là",
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
    annotated: (file: string, placed: number, unplaced: number) =>
      `Đã ghi ${file}: ${placed} ghi chú${unplaced > 0 ? `, ${unplaced} phát hiện không gắn được vào con số nào` : ""}`,
    reading: (index: number, count: number, file: string) => `Đang kiểm ${index}/${count}: ${file}`,
    place: {
      title: "vị trí",
      paragraph: (number: number) => `đoạn ${number}`,
      cell: (table: number, row: number, column: number) => `bảng ${table}, hàng ${row}, cột ${column}`,
      footnote: (mark: string) => `chú thích ${mark}`,
      endnote: (mark: string) => `chú thích cuối ${mark}`,
      box: (number: number) => `hộp chữ ${number}`,
      field: (row: number, column: number) => `hàng ${row}, cột ${column}`,
      sheet: (sheet: string, cell: string, formula: boolean) => `trang ${sheet}, ô ${cell}${formula ? " (công thức)" : ""}`,
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
      adjusted: "adjusted to make 100 %",
      rounded: "a rounded figure",
    },
    likely: "most likely",
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
    annotated: (file: string, placed: number, unplaced: number) =>
      `Wrote ${file}: ${placed} comments${unplaced > 0 ? `, ${unplaced} findings that could be tied to no figure` : ""}`,
    reading: (index: number, count: number, file: string) => `Checking ${index}/${count}: ${file}`,
    place: {
      title: "place",
      paragraph: (number: number) => `paragraph ${number}`,
      cell: (table: number, row: number, column: number) => `table ${table}, row ${row}, column ${column}`,
      footnote: (mark: string) => `footnote ${mark}`,
      endnote: (mark: string) => `endnote ${mark}`,
      box: (number: number) => `text box ${number}`,
      field: (row: number, column: number) => `row ${row}, column ${column}`,
      sheet: (sheet: string, cell: string, formula: boolean) => `sheet ${sheet}, cell ${cell}${formula ? " (formula)" : ""}`,
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
  readonly place: {
    readonly title: string;
    readonly paragraph: (number: number) => string;
    readonly cell: (table: number, row: number, column: number) => string;
    readonly footnote: (mark: string) => string;
    readonly endnote: (mark: string) => string;
    readonly box: (number: number) => string;
    readonly field: (row: number, column: number) => string;
    readonly sheet: (sheet: string, cell: string, formula: boolean) => string;
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
  readonly likely: string;
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
  readonly annotated: (file: string, placed: number, unplaced: number) => string;
  readonly andMore: (count: number) => string;
  readonly below: (count: number, severity: string) => string;
  readonly reading: (index: number, count: number, file: string) => string;
}
