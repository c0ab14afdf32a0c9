import { decodeText, extensionOf, formatOf, isPdf, isZip, openDocument, opensLikePage } from "@khop/reader/file";
import type { Opened } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { empty, falseKind, tooLarge, unreadKind } from "./trouble.ts";

/** The largest text that is read, and the largest package, which may hold pictures; in bytes. */
const limits = { text: 10_000_000, package: 100_000_000 };
const packages = /^\.(?:docx|docm|dotx|dotm|xlsx|xlsm|xltx|xltm|pdf)$/;

/** Reads a file that a person dropped, whatever its format; throws why it cannot be read. */
export async function openFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const packed = isZip(bytes) || isPdf(bytes);
  if (bytes.length > (packed ? limits.package : limits.text)) throw new Refusal(tooLarge());
  const extension = extensionOf(name);
  if (!packed && !opensLikePage(bytes)) {
    const unread = unreadKind(extension, String.fromCharCode(...bytes.subarray(0, 8)));
    if (unread !== undefined) throw new Refusal(unread);
    if (packages.test(extension)) throw new Refusal(falseKind());
  }
  const known =
    extension === ".pptx" || extension === ".odt" || extension === ".ods" || extension === ".xlsb" ? unreadKind(extension, "") : undefined;
  if (known !== undefined) throw new Refusal(known);
  const format = formatOf(name, bytes);
  if (format === "docx" || format === "xlsx" || format === "pdf" || format === "html") {
    return { name, format, bytes, document: await openDocument({ format, bytes }) };
  }
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === "") throw new Refusal(empty());
  return { name, format, bytes, document: await openDocument({ format, ...decoded }) };
}
