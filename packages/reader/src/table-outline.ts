/** What a row's number or bullet says of its depth: A, I, 1, 1.1, a), -, +. */
export interface Outline {
  /** The kind of number; rows of one kind stand on one level. */
  readonly kind: string;
  readonly label: string;
}

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["roman", /^(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})[.)]?$/],
  ["letter", /^[A-HĐ][.)]?$/],
  ["number", /^\d{1,3}[.)]?$/],
  ["number.number", /^\d{1,3}\.\d{1,3}\.?$/],
  ["number.number.number", /^\d{1,3}\.\d{1,3}\.\d{1,3}\.?$/],
  ["small", /^[a-hđ][.)]?$/],
  ["dash", /^[-–•]$/],
  ["plus", /^\+$/],
];

/** Numbers that open a label instead of standing in a column of their own: "1. Khu vực công", "- Nam". */
const OPENING = /^([IVX]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*|[a-hđ])[.)]\s+\p{L}|^([-–•+])\s*\p{L}/u;

/** The outline of a row by its texts. */
export function outlineOf(cells: readonly string[], headings: readonly string[]): Outline {
  const label = cells.find((cell) => /\p{L}{2}/u.test(cell)) ?? "";
  const first = cells[0] ?? "";
  const own = kindOf(first);
  const numbered = /^(?:stt|tt|số tt|số thứ tự|#)?$/iu.test(headings[0] ?? "");
  if (own !== "" && (numbered || first !== label)) return { kind: own === "number" && OPENING.test(label) ? own : own, label };
  const opened = OPENING.exec(label);
  return { kind: opened ? kindOf(opened[1] ?? opened[2] ?? "") : "", label };
}

const kindOf = (text: string): string => KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "";

/**
 * How deep each row stands. Kinds of numbers are nested in the order in which they first go down; a row with no number, in a table
 * that has numbers, belongs under the numbered row above it.
 */
export function ranksOf(outlines: readonly Outline[]): number[] {
  const numbered = outlines.some(({ kind }) => kind !== "");
  if (!numbered) return indented(outlines);
  const order: string[] = [];
  for (const { kind } of outlines) if (kind !== "" && !order.includes(kind)) order.push(kind);
  order.sort((a, b) => depthOf(a) - depthOf(b));
  // Bullets alone: they hang under the rows that have none.
  if (order.every(isBullet)) return outlines.map(({ kind }) => order.indexOf(kind) + 1);
  let last = 0;
  let plain = false;
  return outlines.map(({ kind, label }) => {
    if (kind !== "") {
      last = order.indexOf(kind);
      plain = true;
      return last;
    }
    return plain && !TOTAL.test(label) ? last + 1 : 0;
  });
}

/** Without numbers, rows under "trong đó" are parts of the row before; the others stand side by side. */
const indented = (outlines: readonly Outline[]): number[] => outlines.map(({ label }) => (/^\W*trong đó(?!\p{L})/iu.test(label) ? 1 : 0));

const isBullet = (kind: string): boolean => kind === "dash" || kind === "plus";
const depthOf = (kind: string): number => KINDS_IN_ORDER.indexOf(kind);
const KINDS_IN_ORDER = ["letter", "roman", "number", "number.number", "number.number.number", "small", "dash", "plus"];

/** Labels of rows and columns that add the others up. */
export const TOTAL =
  /^\W*(?:(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|ngành|huyện|xã|quốc|thành phố|thị xã|thị trấn|quận|phường|vùng|viện|trường|khối|đơn vị|cơ quan|sở|công ty|hệ thống|khu vực)|cả nước|cả tỉnh|cả năm|chung|tổng chung)(?!\p{L})|t\.?c(?!\p{L}))/iu;
