import type { Cell } from "@khop/core";
import type { PlannedSheet } from "./plan.ts";
import type { SheetCell } from "./sheet-part.ts";
import { noteOf } from "./shown.ts";

/** What a row's figures need told, each with its column where it is not told of all. */
export function notesOf(cells: readonly (Cell | null)[], columns: PlannedSheet["columns"]): string {
  const told = cells.map((cell) => (cell === null ? null : noteOf(cell)));
  const [first = null, ...others] = new Set(told.filter((_, i) => (cells[i]?.quantity ?? null) !== null));
  if (first === null && others.length === 0) return "";
  if (first !== null && others.length === 0) return first;
  return told
    .flatMap((note, i) => {
      const { period = "", member = null } = columns[i] ?? {};
      return note === null ? [] : [`${member === null ? period : `${member}, ${period}`}: ${note}`];
    })
    .join("; ");
}

/** What the looks of a sheet's cells mean, as far as they occur. */
export function legendOf(cells: readonly (Cell | null)[], made: readonly (readonly (SheetCell | null)[])[]): string[] {
  const isCrossed = made.some((row) => row.includes(null) && row.some((cell) => cell !== null));
  const has = (status: Cell["status"]): boolean => cells.some((cell) => cell?.status === status);
  return [
    ...(made.flat().some((cell) => cell?.formula !== undefined) ? ["Ô nền xám: tính bằng công thức từ các ô khác."] : []),
    ...(cells.some((cell) => cell !== null && cell.quantity === null && cell.status !== "notApplicable")
      ? ["Ô trống trong bảng: chưa có số liệu."]
      : []),
    ...(has("structuralZero") ? ["Dấu –: không phát sinh."] : []),
    ...(has("notApplicable") ? ["Dấu x: không áp dụng."] : []),
    ...(isCrossed ? ["Ô gạch chéo: không có số liệu loại này."] : []),
  ];
}
