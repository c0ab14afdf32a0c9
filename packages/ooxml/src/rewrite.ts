import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import type { Entry, Zip } from "./zip.ts";

/** A stretch of the new zip, and what stands for it in the directory. */
interface Piece {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/**
 * The zip with some entries replaced or added. Every other entry is copied as it is, compressed bytes, header and all; only the place
 * where it begins is written anew in the directory.
 */
export function rewriteZip(zip: Zip, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const rest = new Map(changes);
  const inOrder = [...zip.entries].sort((a, b) => a.local[0] - b.local[0]);
  const pieces = inOrder.map((entry) => {
    const content = rest.get(entry.name);
    rest.delete(entry.name);
    return content === undefined ? copied(zip, entry) : made(entry.name, content);
  });
  for (const [name, content] of rest) pieces.push(made(name, content));
  // The comment of the zip stays; a 64-bit directory is not needed, the limits see to that.
  return joined(pieces, zip.bytes.subarray(zip.end[0] + 22, zip.end[1]));
}

/** A new zip of these entries in this order. */
export const writeZip = (entries: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array =>
  joined(
    entries.map(([name, content]) => made(name, content)),
    new Uint8Array(),
  );

const copied = ({ bytes }: Zip, { local, record }: Entry): Piece => ({ local: bytes.subarray(...local), record: bytes.slice(...record) });

/** 1 January 1980, the first day that a zip knows: the result depends on nothing but what goes in. */
const firstDay = 0x0021;

function made(name: string, content: Uint8Array): Piece {
  const encoded = new TextEncoder().encode(name);
  const packed = deflateSync(content);
  const sum = crc32(content);
  const head = (length: number): [Uint8Array, DataView] => {
    const bytes = new Uint8Array(length + encoded.length);
    bytes.set(encoded, length);
    return [bytes, new DataView(bytes.buffer)];
  };
  const common = (view: DataView, at: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, encoded.length === name.length ? 0 : 0x0800, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 8, firstDay, true);
    view.setUint32(at + 10, sum, true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, encoded.length, true);
  };
  const [header, headerView] = head(30);
  headerView.setUint32(0, 0x04034b50, true);
  common(headerView, 4);
  const local = new Uint8Array(header.length + packed.length);
  local.set(header);
  local.set(packed, header.length);
  const [record, recordView] = head(46);
  recordView.setUint32(0, 0x02014b50, true);
  recordView.setUint16(4, 20, true);
  common(recordView, 6);
  return { local, record };
}

function joined(pieces: readonly Piece[], comment: Uint8Array): Uint8Array {
  const localSize = pieces.reduce((sum, { local }) => sum + local.length, 0);
  const directorySize = pieces.reduce((sum, { record }) => sum + record.length, 0);
  const out = new Uint8Array(localSize + directorySize + 22 + comment.length);
  const view = new DataView(out.buffer);
  let at = 0;
  let directory = localSize;
  for (const { local, record } of pieces) {
    out.set(local, at);
    out.set(record, directory);
    view.setUint32(directory + 42, at, true);
    at += local.length;
    directory += record.length;
  }
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, pieces.length, true);
  view.setUint16(directory + 10, pieces.length, true);
  view.setUint32(directory + 12, directorySize, true);
  view.setUint32(directory + 16, localSize, true);
  view.setUint16(directory + 20, comment.length, true);
  out.set(comment, directory + 22);
  return out;
}
