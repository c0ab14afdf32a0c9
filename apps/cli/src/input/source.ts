import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { type Decoded, decodeText, type Format, formatOf, headBytes, isPdf, isZip } from "@khop/reader/file";
import { Trouble } from "../trouble.ts";
import type { Converted } from "./document.ts";
import { refuseFalse, refuseUnread } from "./format.ts";
import { textTrouble } from "./text-trouble.ts";

/** The largest text that is read, in bytes. A report of a thousand pages is a tenth of it. */
const limit = 10_000_000;
/** An Office document or a PDF may hold pictures. */
const packageLimit = 100_000_000;

/** A document as it came in. `file` is as given on the command line; "-" for standard input. */
export type Source =
  | (Decoded & { readonly file: string; readonly format: "markdown" | "text" | "csv" })
  | { readonly file: string; readonly format: "docx" | "xlsx" | "pdf" | "html"; readonly bytes: Buffer; readonly converted?: Converted };

/** Formats whose own readers take bytes: packages, and pages that say their encoding themselves. */
const inBytes = (format: Format): format is "docx" | "xlsx" | "pdf" | "html" => ["docx", "xlsx", "pdf", "html"].includes(format);

/**
 * Reads one file, or standard input for "-".
 *
 * @throws Trouble when there is no text to read there.
 */
export function readSource(file: string): Source {
  const name = file === "-" ? "stdin" : file;
  const bytes = file === "-" ? readAll(0, name) : readFile(file);
  if (bytes.length === 0) throw emptiness(name);
  refuseFalse(name, bytes);
  refuseUnread(name, bytes);
  const format = formatOf(file, bytes);
  if (inBytes(format)) return { file, format, bytes };
  const text = decoded(bytes, name);
  if (text.text.trim() === "") throw emptiness(name);
  return { file, format, ...text };
}

function decoded(bytes: Buffer, name: string): Decoded {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw textTrouble(error, name);
  }
}

function emptiness(name: string): Trouble {
  return new Trouble(
    `${name} rỗng, không có chữ nào để kiểm: hãy xem lại tệp.`,
    `${name} is empty, there is nothing to check: look at the file again.`,
  );
}

function readFile(file: string): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    throw unopened(file, (error as NodeJS.ErrnoException).code);
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw directory(file);
    const head = stat.isFile() ? headOf(descriptor) : Buffer.alloc(0);
    refuseUnread(file, head);
    const most = mayHoldPictures(head) ? packageLimit : limit;
    if (stat.size > most) throw tooLarge(file, stat.size, most);
    return stat.isFile() ? readFileSync(descriptor) : readAll(descriptor, file);
  } catch (error) {
    throw error instanceof Trouble ? error : unopened(file, (error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(descriptor);
  }
}

const mayHoldPictures = (head: Buffer): boolean => isZip(head) || isPdf(head);

function headOf(descriptor: number): Buffer {
  const head = Buffer.alloc(headBytes);
  return head.subarray(0, readSync(descriptor, head, 0, headBytes, 0));
}

/** Everything that a pipe gives, but no more than the limit. */
function readAll(descriptor: number, name: string): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const read = readSome(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks, size);
    chunks.push(chunk.subarray(0, read));
    size += read;
    const most = mayHoldPictures(chunks[0] as Buffer) ? packageLimit : limit;
    if (size > most) throw tooLarge(name, size, most);
  }
}

function readSome(descriptor: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, into, 0, into.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // A terminal or a pipe whose writer is not ready: wait a little, then ask again.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

function tooLarge(name: string, size: number, most: number): Trouble {
  return new Trouble(
    `${name} quá lớn (ít nhất ${megabytes(size).replace(".", ",")} MB, giới hạn ${most / 1_000_000} MB): hãy chia thành nhiều tệp nhỏ hơn.`,
    `${name} is too large (at least ${megabytes(size)} MB, the limit is ${most / 1_000_000} MB): split it into smaller files.`,
  );
}

const directory = (file: string): Trouble =>
  new Trouble(
    `${file} là thư mục, không phải tệp: hãy nêu một tệp trong đó; khop check ${file} kiểm mọi báo cáo trong thư mục.`,
    `${file} is a directory, not a file: name a file in it; khop check ${file} checks every report in it.`,
  );

function unopened(file: string, code: string | undefined): Trouble {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new Trouble(
        `Không có tệp ${file}: hãy xem lại tên và thư mục.`,
        `There is no file ${file}: look at the name and the folder again.`,
      );
    case "EISDIR":
      return directory(file);
    case "EACCES":
    case "EPERM":
      return new Trouble(
        `Không được phép đọc ${file}: hãy xin quyền đọc tệp.`,
        `Reading ${file} is not permitted: ask for the right to read it.`,
      );
    default:
      return new Trouble(
        `Không đọc được ${file} (${code ?? "?"}): hãy xem lại tệp và ổ đĩa.`,
        `${file} cannot be read (${code ?? "?"}): look at the file and the disk.`,
      );
  }
}
