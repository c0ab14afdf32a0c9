import type { OpenDocument } from "@khop/reader/file";
import type { PaperView } from "./view.ts";

const names = { tcvn3: "TCVN3 (ABC)", vni: "VNI", viscii: "VISCII", "windows-1258": "Windows-1258" } as const;
const most = 10;

/** What is to be said of how a document was read, so that nobody takes what was not read for checked. */
export function remarksOn({ pages, encodings = [], leftOut }: OpenDocument): PaperView["remarks"] {
  const remarks: PaperView["remarks"][number][] = [];
  if (encodings.length > 0) {
    const all = encodings.map((encoding) => names[encoding]).join(", ");
    remarks.push({ vi: `Đã đổi từ mã ${all} sang Unicode.`, en: `Converted from ${all} to Unicode.` });
  }
  if (pages !== undefined && pages.read < pages.count) {
    remarks.push({
      vi: `Chỉ ${pages.read} trên ${pages.count} trang được đọc; hãy tách tệp để kiểm phần còn lại.`,
      en: `Only ${pages.read} of ${pages.count} pages were read; split the file to check the others.`,
    });
  } else if (pages !== undefined && pages.withoutText.length > 0) {
    const shown = pages.withoutText.slice(0, most).join(", ") + (pages.withoutText.length > most ? ", …" : "");
    remarks.push({ vi: `Trang ${shown} không có chữ nên không được kiểm.`, en: `Page ${shown} has no text and was not checked.` });
  }
  if (leftOut !== undefined) {
    const { sheets, rows, columns, uncalculated } = leftOut;
    if (sheets.length > 0)
      remarks.push({
        vi: `Không đọc trang ẩn: ${sheets.slice(0, most).join(", ")}.`,
        en: `Hidden sheets were not read: ${sheets.slice(0, most).join(", ")}.`,
      });
    if (rows + columns > 0)
      remarks.push({
        vi: `Không đọc ${rows} hàng ẩn, ${columns} cột ẩn.`,
        en: `${rows} hidden rows and ${columns} hidden columns were not read.`,
      });
    if (uncalculated.length > 0) {
      const cells = uncalculated.slice(0, most).join(", ");
      remarks.push({
        vi: `Công thức chưa có kết quả: ${cells}. Hãy mở bằng Excel rồi lưu lại.`,
        en: `Formulas without a result: ${cells}. Open the file in Excel and save it again.`,
      });
    }
  }
  return remarks;
}
