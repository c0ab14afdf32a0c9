import { type LiveDocument, liveDocument } from "@khop/writer/live";
import { packageTrouble } from "../input/package.ts";
import { readSource } from "../input/source.ts";
import { Trouble } from "../trouble.ts";

/**
 * A Word file whose figures know their facts.
 *
 * @throws Trouble for a file of another kind, or of other makers.
 */
export function liveFile(file: string): { readonly live: LiveDocument; readonly bytes: Uint8Array } {
  const source = readSource(file);
  if (source.format !== "docx") throw notLive(file);
  const live = opened(source.bytes, file);
  if (live === undefined) throw notLive(file);
  return { live, bytes: source.bytes };
}

function opened(bytes: Uint8Array, file: string): LiveDocument | undefined {
  try {
    return liveDocument(bytes);
  } catch (error) {
    throw packageTrouble(error, file, "Word");
  }
}

const notLive = (file: string): Trouble =>
  new Trouble(
    `${file} không có con số nào gắn với số liệu: chỉ dùng được với tệp Word do khop compose soạn. Với báo cáo khác, dùng khop facts import.`,
    `${file} has no figures that know their facts: this works for Word files that khop compose wrote. For other reports use khop facts import.`,
  );
