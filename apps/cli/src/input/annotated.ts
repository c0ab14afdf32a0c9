import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { Trouble } from "../trouble.ts";
import type { Operand } from "./operands.ts";

/**
 * Makes sure, before anything is read, that there is one file to comment on and that it is not written over.
 *
 * @throws Trouble that says how to call the command instead.
 */
export function mayAnnotate(files: readonly Operand[], output: string): void {
  const others = files.slice(1);
  if (others.length > 0) {
    throw new Trouble(
      `Cờ --annotate nhận đúng một tệp, ở đây có ${others.length + 1}: hãy chạy riêng cho từng tệp.`,
      `The flag --annotate takes exactly one file, here are ${others.length + 1}: run it for each file by itself.`,
    );
  }
  mayWrite(files, output);
}

/**
 * Makes sure that no file that is checked is written over.
 *
 * @throws Trouble that names the file.
 */
export function mayWrite(files: readonly Operand[], output: string): void {
  const written = realPath(output);
  const same = files.some((file) => typeof file === "string" && file !== "-" && realPath(file) === written);
  if (!same) return;
  throw new Trouble(
    `Tệp sẽ ghi, ${output}, trùng với tệp đang kiểm: hãy chọn tên khác, tệp gốc không bị ghi đè.`,
    `The file to be written, ${output}, is one that is checked: choose another name; the original is never written over.`,
  );
}

export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
