import { deflateSync } from "node:zlib";
import { pagePdf, pdfFile, shows } from "../../packages/reader/src/testing/pdf.ts";
import type { Hostile } from "./hostile.ts";

const content = shows([85, 700, "Commune A has 412 files: 374 on time and 38 late."]);
export const soundPdf = pagePdf(content);
const pages = (kids: string, count: number): Uint8Array =>
  pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    { dictionary: "", stream: content },
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
  ]);

export const pdfFiles: readonly Hostile[] = [
  ["10,000 pages claimed, one there", "claim.pdf", () => pages("3 0 R", 10_000), "read"],
  ["one page 10,000 times", "pages.pdf", () => pages("3 0 R ".repeat(10_000), 10_000), "read"],
  ["a page tree that is a ring", "ring.pdf", () => pages("2 0 R", 1), "bị hỏng hoặc không phải tệp PDF"],
  [
    "a stream that unpacks to 90 MB",
    "bomb.pdf",
    () => pagePdf({ dictionary: "/Filter /FlateDecode", stream: deflateSync(`${content}${" ".repeat(90_000_000)}`) }),
    "read",
  ],
  ["brackets 50,000 deep", "deep.pdf", () => pagePdf(`${"[".repeat(50_000)} ${content}`), "không có chữ"],
  [
    "a script, and a program to start",
    "script.pdf",
    () =>
      pagePdf(content, { catalogue: "/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) /Next << /S /Launch /F (calc.exe) >> >>" }),
    "read",
  ],
  [
    "links and forms that call home",
    "links.pdf",
    () =>
      pagePdf(content, {
        catalogue: "/OpenAction << /S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/x) >> >>",
        page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/x) >> >>]",
      }),
    "read",
  ],
  [
    "a password",
    "locked.pdf",
    () =>
      pagePdf(content, {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`,
      }),
    "có mật khẩu nên không đọc được",
  ],
  ["its first half", "half.pdf", () => soundPdf.slice(0, 300), "bị hỏng hoặc không phải tệp PDF"],
  [
    "a directory that points nowhere",
    "xref.pdf",
    () =>
      Buffer.from(
        Buffer.from(soundPdf)
          .toString("latin1")
          .replace(/startxref\n\d+/, "startxref\n99999999"),
        "latin1",
      ),
    "read",
  ],
];
