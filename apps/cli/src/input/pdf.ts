import { isKhopError } from "@khop/core";
import type { PdfDocument } from "@khop/reader/pdf";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";

const count = (pages: number): Said => ({ vi: `${pages} trang`, en: pages === 1 ? "1 page" : `${pages} pages` });

/** Why a PDF was not read: it is a scan, has a password, is broken or hostile, or its letters cannot be told. */
export function pdfTrouble(error: unknown, name: string): unknown {
  if (isKhopError(error, "reader/pdf-no-text")) {
    const pages = count(error.info.pages);
    return new Trouble(
      `${name} (${pages.vi}) không có chữ, có lẽ là bản quét: hãy xin tệp Word gốc, hoặc nhận dạng chữ trước, ví dụ: ocrmypdf -l vie TỆP ket-qua.pdf.`,
      `${name} (${pages.en}) has no text and is probably a scan: ask for the Word file, or recognise its letters first: ocrmypdf -l vie FILE result.pdf.`,
    );
  }
  if (isKhopError(error, "reader/pdf-no-unicode")) {
    const font = error.info.fonts[0]?.replace(/^[A-Z]{6}\+/, "") ?? "?";
    return new Trouble(
      `${name} dùng phông chữ không cho biết là chữ gì (${font}), nên không đọc được: hãy xin tệp Word gốc, hoặc xuất lại PDF bằng phông Unicode như Times New Roman.`,
      `${name} uses fonts that do not say which letters they draw (${font}) and cannot be read: ask for the Word file, or export the PDF again in a Unicode font such as Times New Roman.`,
    );
  }
  if (isKhopError(error, "reader/pdf-password")) {
    return new Trouble(
      `${name} có mật khẩu nên không đọc được: hãy mở bằng mật khẩu rồi lưu lại bản không có mật khẩu, hoặc chạy: qpdf --decrypt --password=… TỆP ket-qua.pdf.`,
      `${name} has a password and cannot be read: open it with the password and save it without, or run: qpdf --decrypt --password=… FILE result.pdf.`,
    );
  }
  if (isKhopError(error, "reader/pdf-limit")) {
    const { limit, most } = error.info;
    const [vi, en] =
      limit === "time"
        ? [`đọc quá ${most / 1_000} giây mà chưa xong`, `was not read within ${most / 1_000} seconds`]
        : ["quá lớn", "is too large"];
    return new Trouble(
      `${name} ${vi}: hãy tách thành các tệp ít trang hơn; nếu tệp vốn ngắn, nó có thể được làm ra để gây hại.`,
      `${name} ${en}: split it into files of fewer pages; if it is short, it may be made to do harm.`,
    );
  }
  if (isKhopError(error, "reader/pdf-damaged")) {
    return new Trouble(
      `${name} bị hỏng hoặc không phải tệp PDF: hãy xin lại tệp, hoặc xuất lại PDF từ Word.`,
      `${name} is damaged or no PDF: get the file anew, or export it again from Word.`,
    );
  }
  return error;
}

/** What of a PDF was not read, in one sentence; undefined when all of it was. */
export function unreadIn({ count: all, read, withoutText }: PdfDocument["pages"], name: string): Said | undefined {
  if (read < all) {
    return {
      vi: `${name} có ${all} trang, chỉ ${read} trang đầu được đọc: hãy tách tệp để kiểm phần còn lại.`,
      en: `${name} has ${all} pages, only the first ${read} were read: split the file to check the others.`,
    };
  }
  if (withoutText.length === 0) return undefined;
  const shown = withoutText.slice(0, 10).join(", ") + (withoutText.length > 10 ? ", …" : "");
  return {
    vi: `${name}: trang ${shown} không có chữ (trang trống hoặc bản quét), nên không được kiểm.`,
    en: `${name}: page ${shown} has no text (empty, or a scan) and was not checked.`,
  };
}
