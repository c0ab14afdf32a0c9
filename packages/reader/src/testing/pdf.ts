/** An object of a PDF: a dictionary or an array as it is written, or a dictionary with what its stream holds. */
export type PdfObject = string | { readonly dictionary: string; readonly stream: Uint8Array | string };

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfFile(objects: readonly PdfObject[], trailer = ""): Uint8Array {
  const chunks: Buffer[] = [];
  let length = 0;
  const put = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "latin1") : Buffer.from(piece);
    chunks.push(bytes);
    length += bytes.length;
  };
  put("%PDF-1.7\n");
  const offsets = objects.map((object, i) => {
    const offset = length;
    put(`${i + 1} 0 obj\n`);
    if (typeof object === "string") put(object);
    else {
      const data = typeof object.stream === "string" ? Buffer.from(object.stream, "latin1") : object.stream;
      put(`<< ${object.dictionary} /Length ${data.length} >>
stream
`);
      put(data);
      put("\nendstream");
    }
    put("\nendobj\n");
    return offset;
  });
  const start = length;
  put(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`,
  );
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";

/** One page of A4 with this content, its font F1 a plain Times; `more` are objects from number 6 on. */
export function pagePdf(
  content: PdfObject | string,
  { page = "", catalogue = "", resources = "", more = [] as readonly PdfObject[], trailer = "" } = {},
): Uint8Array {
  return pdfFile(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      typeof content === "string" ? { dictionary: "", stream: content } : content,
      font,
      ...more,
    ],
    trailer,
  );
}

/** Shows lines of ASCII text, each at a place: the operators of a page. */
export const shows = (...lines: readonly (readonly [x: number, y: number, text: string, size?: number])[]): string =>
  `BT ${lines.map(([x, y, text, size = 12]) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join("\n")} ET`;
