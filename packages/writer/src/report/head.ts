import type { Report } from "@khop/core";
import { type Line, line, linesOf } from "./line.ts";

/** A place that people fill in by hand. */
const blank = (length: number): string => "\u00a0".repeat(length);

/** "Số: 05/BC-SSL"; room for the number where there is none yet. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3. */
const docNumberText = ({ docNumber: { number, symbol } }: Report): string =>
  `Số: ${number === null ? blank(7) : number.padStart(2, "0")}/${symbol}`;

/** "Hòa An, ngày 05 tháng 02 năm 2025": zeros before days below 10 and the months 1 and 2. Source: as above, mục II.4. */
function placeDateText({ place, date }: Report): string {
  const [year, month, day] = date?.split("-") ?? [];
  return `${place}, ngày ${day ?? blank(6)} tháng ${month === undefined ? blank(6) : monthText(month)} năm ${year ?? blank(8)}`;
}

const monthText = (month: string): string => (Number(month) < 3 ? month : String(Number(month)));

/** A day in running text: "05/02/2025", "18/9/2024". */
export function dayText(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${day}/${monthText(month)}/${year}`;
}

/** Both columns of the head, row by row. */
export function headOf(report: Report): readonly (readonly [left: Line[], right: Line[]])[] {
  const { parentBody, body } = report;
  const above = parentBody === undefined ? [] : linesOf("parentBody", parentBody);
  return [
    [
      [...above, ...linesOf("body", body)],
      [line("nationalName", "Cộng hòa xã hội chủ nghĩa Việt Nam"), line("motto", "Độc lập - Tự do - Hạnh phúc")],
    ],
    [
      [line("docNumber", docNumberText(report)), ...(report.draft === true ? [line("draft", "Dự thảo")] : [])],
      [line("placeDate", placeDateText(report))],
    ],
  ];
}

/** Kind of document and what it is about: "Báo cáo công tác tháng 10" is a "Báo cáo" about "Công tác tháng 10". */
export function titleOf({ title, summary }: Report): Line[] {
  const [, rest = ""] = /^báo cáo\s+(.+)$/isu.exec(title.trim()) ?? [];
  const kind = summary === undefined && rest !== "" ? "Báo cáo" : title;
  const about = summary ?? `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
  return [line("title", kind), ...(about === "" ? [] : [line("summary", about)])];
}

export function addressedToOf({ addressedTo = [] }: Report): Line[] {
  if (addressedTo.length < 2) return addressedTo.map((name) => line("addressedTo", `Kính gửi: ${name}`));
  return [line("addressedToLead", "Kính gửi:"), ...listed(addressedTo).map((text) => line("addressedToItem", text))];
}

/** Dashes in front, semicolons behind, a full stop at the end. */
export const listed = (names: readonly string[]): string[] =>
  names.map((name, i) => `- ${name.trim().replace(/^[-–]\s*|[;.,]\s*$/gu, "")}${i === names.length - 1 ? "." : ";"}`);
