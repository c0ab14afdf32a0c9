import { describe, expect, it } from "vitest";
import type { TextFormat } from "../document.ts";
import { measureText } from "./text.ts";

const parts = (text: string, format: TextFormat = "text"): string[] => measureText(text, format).lines.map((line) => `${line.part}: ${line.text}`);

describe("what the lines of a plain text are", () => {
  it("a report whose head stands in two columns", () => {
    const text = [
      "UBND TỈNH HÒA AN            CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "  SỞ SỐ LIỆU                   Độc lập - Tự do - Hạnh phúc",
      "Số: 12/BC-SSL               Hòa An, ngày 05 tháng 02 năm 2025",
      "",
      "BÁO CÁO",
      "Tình hình tháng 01 năm 2025",
      "-----------",
      "Kính gửi:",
      "- Ủy ban nhân dân tỉnh;",
      "- Sở Nội vụ.",
      "Căn cứ Kế hoạch số 05/KH-UBND ngày 03/01/2025;",
      "Theo đề nghị của Trưởng phòng Tổng hợp.",
      "I. KẾT QUẢ",
      "1. Chỉ đạo",
      "Trong tháng đã ban hành 12 văn bản.",
      "2.1. Thống kê",
      "a) Báo cáo đầy đủ.",
      "- Các phòng phối hợp.",
      "Trên đây là báo cáo./.",
      "Nơi nhận:                   TM. ỦY BAN NHÂN DÂN",
      "- Như trên;                 KT. CHỦ TỊCH",
      "- Lưu: VT.                  PHÓ CHỦ TỊCH",
      "                            Trần Thị Mẫu",
    ].join("\n");
    expect(parts(text).map((line) => line.split(":")[0])).toEqual([
      ..."parentBody nationalName body motto docNumber placeDate title summary typedLine addressedTo addressedTo addressedTo legalBasis legalBasis".split(" "),
      ..."section clause text subclause point item text recipientsTitle authority recipient authority recipient position signer".split(" "),
    ]);
  });

  it.each<[string, string, string]>([
    ["one body over two lines",               "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\nSố: 12/BC-UBND",                    "body body docNumber"],
    ["a body above and one over two lines",   "UBND TỈNH HÒA AN\nSỞ KHOA HỌC\nVÀ CÔNG NGHỆ\nSố: 12/BC-SKHCN",    "parentBody body body docNumber"],
    ["a letter with its subject",             "SỞ SỐ LIỆU\nSố: 12/SSL-TH\nV/v báo cáo tháng 01\nKính gửi: Sở Nội vụ\nSở Số liệu báo cáo như sau.", "body docNumber subject addressedTo text"],
    ["stamps",                                "MẬT\nTHƯỢNG KHẨN\nSỞ SỐ LIỆU",                                    "secrecy urgency body"],
    ["an appendix",                           "BÁO CÁO\nVề số liệu\nTrong tháng có 12 văn bản được ban hành.\nPhụ lục II\nDANH MỤC HỒ SƠ\n(Kèm theo Báo cáo số 12/BC-SSL)\nI. HỒ SƠ", "title summary text appendixNumber appendixTitle appendixReference section"],
    ["a number whose beginning is lost",      "2.4. Thông tin\n.5. Thanh tra",                                   "subclause subclause"],
    ["lines that only look like headings",    "4298/UBND-VX ngày 18/9/2024 được ban hành.\n12 xã đã xong.\n10.5 triệu đồng được cấp.", "text text text"],
    ["a person's name in the text is no signer", "Có 12 hồ sơ.\nTrần Thị Mẫu",                                   "text text"],
    ["the unit of a table",                   "Trong tháng có 12 hồ sơ.\nĐơn vị tính: hồ sơ",                    "text other"],
    ["a document of which nothing is known",  "Trong tháng có 12 hồ sơ.",                                        "text"],
    ["nothing",                               "",                                                                ""],
  ])("%s", (_, text, expected) => {
    expect(parts(text).map((line) => line.split(":")[0]).join(" ")).toBe(expected);
  });

  it("Markdown without its marks, told apart by them", () => {
    const { lines } = measureText("## **BÁO CÁO**\n\n### I. KẾT QUẢ\n\n1. **Chỉ đạo:** đã xong.\n\n1. Một.\n\n| Xã | Số |\n|---|---|\n| A | 1 |\n\n<sup>1</sup> Gồm 3 xã.\n");
    expect(lines.map(({ part, text, number }) => [part, text, number?.emphasised])).toEqual([
      ["title", "BÁO CÁO", undefined],
      ["section", "I. KẾT QUẢ", true],
      ["clause", "1. Chỉ đạo: đã xong.", true],
      ["clause", "1. Một.", false],
      ["table", "| Xã | Số |", undefined],
      ["table", "|---|---|", undefined],
      ["table", "| A | 1 |", undefined],
      ["footnote", "Gồm 3 xã.", undefined],
    ]);
  });

  it("leads back to the source, whatever its form", () => {
    const text = "Số: 12/BC\r\n**Tiếng Việ\u0302\u0323t** có dấu rời";
    const { lines } = measureText(text);
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(["Số: 12/BC", "Tiếng Việ\u0302\u0323t** có dấu rời"]);
  });
});
