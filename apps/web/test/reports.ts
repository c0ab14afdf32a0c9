import { Document, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";

/** A Word file of so many paragraphs, made up. */
export const wordOf = (...paragraphs: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));

/** Figures that fit, one that does not and can be mended, and a sum that can be mended at any of its figures. */
export const faulty = [
  "BÁO CÁO",
  "Xã đã giải quyết 2.311 hồ sơ, trong đó 2.273 hồ sơ đúng hạn chiếm 98,36%, 38 hồ sơ trễ hạn chiếm 1,94%.",
  "Danh mục tăng 215 dịch vụ, trong đó tăng 148 dịch vụ toàn trình và tăng 57 dịch vụ một phần.",
];

/** A report that would do harm to a page that took its text for markup. */
export const hostile = [
  'Xã nhận 12 đơn <script>window.harmed = true</script> <img src=x onerror="window.harmed = true"> trong tháng.',
  "javascript:alert(1) </textarea><iframe srcdoc='<script>parent.harmed=1</script>'></iframe> Có 5 đơn.",
];

/** An Excel file of one sheet. */
export async function sheetOf(...rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Tháng 10").addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
