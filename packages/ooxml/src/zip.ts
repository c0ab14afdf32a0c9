import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import { OoxmlError } from "./errors.ts";
import { type Limits, within } from "./limits.ts";

/** An entry as the central directory tells of it. Nothing is inflated yet. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its record lies in the central directory, and its local header with its data. */
  readonly record: readonly [start: number, end: number];
  readonly local: readonly [start: number, end: number];
  /** Where the compressed bytes begin. */
  readonly data: number;
}

export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  /** The end record, with the zip's comment. */
  readonly end: readonly [start: number, end: number];
}

const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
const localHeader = 0x04034b50;
const wideEnd = 0x06064b50;
const wideLocator = 0x07064b50;

const broken = (why: string, part?: string): OoxmlError =>
  new OoxmlError(
    "ooxml/broken-zip",
    `${part === undefined ? "The zip" : `The zip entry ${part}`} is broken: ${why}. Get the file again, or open and save it in Word.`,
    part === undefined ? {} : { part },
  );

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Reads the central directory of a zip and holds every claim in it against the limits and the bytes.
 *
 * @throws OoxmlError for what is no zip, is broken or encrypted, has two entries of one name, or claims too much.
 */
export function readZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = viewOf(bytes);
  if (bytes.length < 4 || (view.getUint32(0, true) !== localHeader && view.getUint32(0, true) !== endRecord)) {
    throw new OoxmlError("ooxml/not-a-package", "The bytes are no Office Open XML package: they do not open like a zip file.", {});
  }
  const end = findEnd(view);
  const { count, start } = directoryOf(view, end);
  within(limits, "entries", count);
  if (start > end) throw broken("its directory lies outside the file");
  const found = recordsOf(bytes, view, start, end, limits);
  if (found.length !== count) throw broken(`its directory has ${found.length} entries where ${count} are claimed`);
  let total = 0;
  const names = new Set<string>();
  for (const { name, size, flags } of found) {
    if (flags & 1)
      throw new OoxmlError("ooxml/encrypted", `The zip entry ${name} is encrypted. Remove the password first.`, { part: name });
    checkName(name, names);
    within(limits, "size", size, name);
    total += size;
  }
  within(limits, "total", total);
  return { bytes, entries: placed(found, view, start), end: [end, bytes.length] };
}

/** The end record stands before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === endRecord && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw broken("it has no directory at its end, so it was cut off");
}

function directoryOf(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (end < 20 || view.getUint32(end - 20, true) !== wideLocator) return { count, start };
  const at = Number(view.getBigUint64(end - 12, true));
  if (at > end - 56 || view.getUint32(at, true) !== wideEnd) throw broken("its 64-bit directory lies outside the file");
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

type Found = Omit<Entry, "local" | "data"> & { readonly at: number };

/** All records that follow each other; their number is counted here, because 16 bits of it may have run over. */
function recordsOf(bytes: Uint8Array, view: DataView, start: number, end: number, limits: Limits): Found[] {
  const found: Found[] = [];
  const decoder = new TextDecoder();
  let at = start;
  while (at + 46 <= end && view.getUint32(at, true) === centralRecord) {
    within(limits, "entries", found.length + 1);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const recordEnd = extraEnd + view.getUint16(at + 32, true);
    if (recordEnd > end) throw broken("an entry of its directory runs over its end");
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    widen(view, nameEnd, extraEnd, sizes);
    const [size = 0, packedSize = 0, local = 0] = sizes;
    found.push({
      name: decoder.decode(bytes.subarray(at + 46, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      record: [at, recordEnd],
      at: local,
    });
    at = recordEnd;
  }
  return found;
}

/** Sizes that did not fit in 32 bits stand in an extra field, in this order, those that fitted left out. */
function widen(view: DataView, from: number, to: number, sizes: number[]): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const last = Math.min(to, field + view.getUint16(at + 2, true));
    sizes.forEach((size, i) => {
      if (size !== 0xffffffff || field + 8 > last) return;
      sizes[i] = Number(view.getBigUint64(field, true));
      field += 8;
    });
  }
}

function checkName(name: string, names: Set<string>): void {
  if (name === "" || /[\\\0]|^\/|^[a-z]:|(?:^|\/)\.{1,2}(?:\/|$)/i.test(name)) {
    throw new OoxmlError("ooxml/bad-name", `The zip entry "${name}" has a name that points outside the package.`, { part: name });
  }
  const key = name.toLowerCase();
  if (names.has(key)) {
    throw new OoxmlError("ooxml/duplicate-name", `The zip has two entries called ${name}; which of them is meant cannot be told.`, {
      part: name,
    });
  }
  names.add(key);
}

/** Entries with their bytes: each reaches up to where the next begins, and none lies inside another. */
function placed(found: readonly Found[], view: DataView, directory: number): Entry[] {
  const order = [...found].sort((a, b) => a.at - b.at);
  const ends = new Map(order.map((each, i) => [each, order[i + 1]?.at ?? directory]));
  return found.map((each) => {
    const { at, name, packedSize } = each;
    const end = ends.get(each) as number;
    if (at + 30 > end || view.getUint32(at, true) !== localHeader) throw broken("it does not begin where the directory says", name);
    const data = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (data + packedSize > end) throw broken("it runs into the next", name);
    return { ...each, local: [at, end], data };
  });
}

/** The compressed bytes as far as they may be inflated at one go: at 1,032 to one they make 66 MB at most. */
const atOnce = 64_000;

/** Smaller entries do no harm, whatever their ratio; empty pictures have high ones. */
const harmless = 10_000_000;

/** The inflated bytes of an entry, exactly as many as the directory claims. */
export function inflate({ bytes }: Zip, entry: Entry, limits: Limits): Uint8Array {
  const { name, method, size, data, packedSize, crc } = entry;
  if (size > harmless) within(limits, "ratio", Math.ceil(size / Math.max(packedSize, 1)), name);
  const packed = bytes.subarray(data, data + packedSize);
  if (method !== 0 && method !== 8) {
    throw new OoxmlError(
      "ooxml/unsupported",
      `The zip entry ${name} is packed by method ${method}; only stored and deflated entries are read.`,
      { part: name, method },
    );
  }
  const out = method === 0 ? packed.slice() : inflated(packed, size, name);
  if (out.length !== size) throw broken(`it holds ${out.length} bytes where the directory claims ${size}`, name);
  if (crc32(out) !== crc) throw broken("its checksum does not fit", name);
  return out;
}

function inflated(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // One byte of room more than is claimed, so that a longer entry is seen.
    if (packed.length <= atOnce) return inflateSync(packed, { out: new Uint8Array(size + 1) });
    const out = new Uint8Array(size);
    let used = 0;
    const stream = new Inflate((chunk) => {
      if (used + chunk.length > size) throw broken(`it holds more than the ${size} bytes that the directory claims`, name);
      out.set(chunk, used);
      used += chunk.length;
    });
    for (let at = 0; at < packed.length; at += atOnce) stream.push(packed.subarray(at, at + atOnce), at + atOnce >= packed.length);
    return out.subarray(0, used);
  } catch (error) {
    if (error instanceof OoxmlError) throw error;
    throw broken(`it cannot be inflated (${error instanceof Error ? error.message : String(error)})`, name);
  }
}
