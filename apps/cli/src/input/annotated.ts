import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { Trouble } from "../trouble.ts";
import { filesOf } from "./operands.ts";

/**
 * Makes sure, before anything is read, that there is one file to comment on and that it is not written over.
 *
 * @throws Trouble that says how to call the command instead.
 */
export function mayAnnotate(operands: readonly string[], output: string): void {
  const others = filesOf(operands).slice(1);
  if (others.length > 0) {
    throw new Trouble(
      `Cờ --annotate nhận đúng một tệp, ở đây có ${others.length + 1}: hãy chạy riêng cho từng tệp.`,
      `The flag --annotate takes exactly one file, here are ${others.length + 1}: run it for each file by itself.`,
    );
  }
  mayWrite(operands, output);
}

/**
 * Makes sure that no file that is checked is written over.
 *
 * @throws Trouble that names the file.
 */
export function mayWrite(operands: readonly string[], output: string): void {
  const same = filesOf(operands).some((file) => typeof file === "string" && file !== "-" && realPath(file) === realPath(output));
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
