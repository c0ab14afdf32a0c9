import type { CsvPlace } from "../csv/source.ts";
import type { DocxPlace } from "../docx/source.ts";
import type { HtmlPlace } from "../html/source.ts";
import type { PdfPlace } from "../pdf/source.ts";
import type { XlsxPlace } from "../xlsx/source.ts";

/** Where something stands in a file that is no text of lines. */
export type Place = DocxPlace | HtmlPlace | CsvPlace | XlsxPlace | PdfPlace;
