/** The columns of a table of facts, by what people call them; the first name is written. */
export const columns = {
  code: ["Mã", "ma", "code"],
  name: ["Chỉ tiêu", "chi tieu", "indicator"],
  orgUnit: ["Đơn vị", "don vi", "org unit"],
  period: ["Kỳ", "ky", "period"],
  value: ["Giá trị", "gia tri", "value"],
  unit: ["Đơn vị tính", "don vi tinh", "unit"],
  status: ["Tình trạng", "tinh trang", "status"],
  asOf: ["Tính đến ngày", "tinh den ngay", "as of"],
  source: ["Nguồn", "nguon", "source"],
} as const;

export type ColumnName = keyof typeof columns;

export const columnNames = Object.keys(columns) as ColumnName[];

export const headerOf = (name: ColumnName): string => columns[name][0];

const folded = (text: string): string =>
  text
    .trim()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/** Which column a heading names; undefined for none of them. */
export function columnOf(heading: string): ColumnName | undefined {
  const asked = folded(heading);
  return columnNames.find((name) => columns[name].some((one) => folded(one) === asked));
}

/** How a status is written in a table; a figure that is stated has none. */
export const statusWords = {
  estimated: "ước tính",
  provisional: "sơ bộ",
  missing: "chưa có",
  structuralZero: "không phát sinh",
  notApplicable: "không áp dụng",
} as const;

export function statusOf(text: string): keyof typeof statusWords | undefined {
  const asked = folded(text);
  return (Object.keys(statusWords) as (keyof typeof statusWords)[]).find(
    (one) => folded(statusWords[one]) === asked || one.toLowerCase() === asked,
  );
}
