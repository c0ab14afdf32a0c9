import { closeSync, openSync, readSync } from "node:fs";
import { headBytes } from "@khop/reader/file";
import { convertible } from "./format.ts";
import { readSource, type Source } from "./source.ts";

/**
 * Reads one file, or standard input for "-"; with LibreOffice, if that is wanted, what this version cannot read itself.
 *
 * @throws Trouble when there is nothing to read there.
 */
export async function openSource(file: string, { libreoffice }: { readonly libreoffice: boolean }): Promise<Source> {
  const converted = libreoffice && file !== "-" ? convertible(file, headOf(file)) : undefined;
  if (converted === undefined) return readSource(file);
  const { convert } = await import("../convert/libreoffice.ts");
  return { file, format: converted.to, bytes: await convert(file, converted), converted };
}

/** The first bytes of a file; none of one that cannot be opened, which the reader will say. */
function headOf(file: string): Buffer {
  try {
    const descriptor = openSync(file, "r");
    try {
      const head = Buffer.alloc(headBytes);
      return head.subarray(0, readSync(descriptor, head, 0, headBytes, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
