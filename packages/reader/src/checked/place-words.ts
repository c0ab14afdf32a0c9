import type { Language } from "@khop/core";

/** How people name the places of a document. */
export interface PlaceWords {
  readonly title: string;
  readonly line: (number: number) => string;
  readonly paragraph: (number: number) => string;
  readonly cell: (table: number, row: number, column: number) => string;
  readonly footnote: (mark: string) => string;
  readonly endnote: (mark: string) => string;
  readonly box: (number: number) => string;
  readonly page: (number: number) => string;
  readonly field: (row: number, column: number) => string;
  readonly sheet: (sheet: string, cell: string, formula: boolean) => string;
}

export const placeWords: Readonly<Record<Language, PlaceWords>> = {
  vi: {
    title: "vị trí",
    line: (number: number) => `dòng ${number}`,
    paragraph: (number: number) => `đoạn ${number}`,
    cell: (table: number, row: number, column: number) => `bảng ${table}, hàng ${row}, cột ${column}`,
    footnote: (mark: string) => `chú thích ${mark}`,
    endnote: (mark: string) => `chú thích cuối ${mark}`,
    box: (number: number) => `hộp chữ ${number}`,
    page: (number: number) => `trang ${number}`,
    field: (row: number, column: number) => `hàng ${row}, cột ${column}`,
    sheet: (sheet: string, cell: string, formula: boolean) => `trang ${sheet}, ô ${cell}${formula ? " (công thức)" : ""}`,
  },
  en: {
    title: "place",
    line: (number: number) => `line ${number}`,
    paragraph: (number: number) => `paragraph ${number}`,
    cell: (table: number, row: number, column: number) => `table ${table}, row ${row}, column ${column}`,
    footnote: (mark: string) => `footnote ${mark}`,
    endnote: (mark: string) => `endnote ${mark}`,
    box: (number: number) => `text box ${number}`,
    page: (number: number) => `page ${number}`,
    field: (row: number, column: number) => `row ${row}, column ${column}`,
    sheet: (sheet: string, cell: string, formula: boolean) => `sheet ${sheet}, cell ${cell}${formula ? " (formula)" : ""}`,
  },
};
