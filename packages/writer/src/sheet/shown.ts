import { type Cell, formatVi, type Hedge, type Quantity } from "@khop/core";

/** A spreadsheet keeps so many digits of a number; what has more stands as text, for nothing is to be lost. */
const keptDigits = 15;

/** Whether a spreadsheet can hold the figure as the number that it is. */
export const isNumber = ({ quantity, status }: Cell): boolean =>
  quantity !== null && status !== "notApplicable" && isSharp(quantity) && quantity.value.precision() <= keptDigits;

const isSharp = ({ hedge }: Quantity): boolean => hedge === undefined || hedge === "estimate";

const words: Readonly<Record<Hedge, string>> = {
  about: "khoảng",
  almost: "gần",
  over: "hơn",
  atLeast: "ít nhất",
  atMost: "không quá",
  estimate: "ước",
  range: "",
};

/** A figure that is no number: "khoảng 200", "90 - 95"; "x" where none applies. */
export function textOf({ quantity, status }: Cell): string {
  if (status === "notApplicable") return "x";
  if (quantity === null) return "";
  const { value, upper, hedge, decimals } = quantity;
  const number = formatVi(value, Math.max(decimals, 0));
  if (hedge === "range") return `${number} - ${formatVi(upper ?? value, Math.max(decimals, 0))}`;
  return hedge === undefined ? number : `${words[hedge]} ${number}`;
}

/** Why a figure is no plain number, for the column of notes. */
export function noteOf(cell: Cell): string | null {
  const { quantity, status } = cell;
  if (quantity === null || status === "notApplicable") return null;
  if (!isSharp(quantity)) return "Số ước chừng, không dùng trong công thức";
  return isNumber(cell) ? null : "Số có quá 15 chữ số, ghi dưới dạng chữ";
}

/** How a number is shown: its decimals; a dash where nothing can be; what it is, where it is no final figure of the row's unit. */
export function formatOf({ quantity, status }: Cell, unit: string): string {
  if (quantity === null) return "General";
  const { decimals, hedge, unitText } = quantity;
  const number = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  if (status === "structuralZero") return `${number};-${number};"–"`;
  const before = hedge === "estimate" || status === "estimated" ? "ước " : "";
  const after = [unitText === unit ? "" : ` ${unitText}`, status === "provisional" ? " (sơ bộ)" : ""].join("");
  return `${quoted(before)}${number}${quoted(after)}`;
}

const quoted = (text: string): string => (text === "" ? "" : `"${text.replaceAll('"', "'")}"`);
