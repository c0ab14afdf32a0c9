import { examine } from "@khop/core";
import { checkedJson, joined } from "@khop/reader/checked";
import { decodeText, formatOf, openDocument } from "@khop/reader/file";
import { refused } from "./http/refuse.ts";

/** A document of any format checked as the command does: `khop.check/1`. Throws: KhopError `api/unreadable`. */
export async function checkDocument(name: string, bytes: Uint8Array) {
  const document = await opened(name, bytes);
  const { source: origin, leftOut, encodings } = document;
  const found = joined(document, examine(document.network));
  const checked = checkedJson({ ...found, file: name, origin, leftOut, encodings, waived: new Map() }) as Record<string, unknown>;
  return { schema: "khop.check/1" as const, documents: [checked] };
}

async function opened(name: string, bytes: Uint8Array) {
  try {
    const format = formatOf(name, bytes);
    if (format === "markdown" || format === "text" || format === "csv") return await openDocument({ format, ...decodeText(bytes) });
    return await openDocument({ format, bytes });
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: string };
    if (typeof code !== "string" || !/^(?:reader|ooxml)\//.test(code)) throw error;
    throw refused("api/unreadable", `Không đọc được ${name} (${message}).`, `${name} cannot be read (${message}).`, { code });
  }
}
