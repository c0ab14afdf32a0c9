import type { Random } from "./random.ts";

const joined = (...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(pieces));

type Turn = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const turns: readonly Turn[] = [
  // One bit the other way.
  (bytes, random) => {
    const made = bytes.slice();
    const at = random.below(made.length);
    made[at] = (made[at] ?? 0) ^ (1 << random.below(8));
    return made;
  },
  // One byte another, often one that means something.
  (bytes, random) => {
    const made = bytes.slice();
    made[random.below(made.length)] = random.one([0, 0xff, 0x7f, 0x80, 0x3c, 0x26, random.below(256)]);
    return made;
  },
  // Cut off.
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  // A piece lost, said twice, or moved.
  (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    const at = random.below(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at));
  },
  // Four bytes that are a size or a place somewhere.
  (bytes, random) => {
    const made = bytes.slice();
    const value = random.one([0, 1, 0xffff, 0x7fffffff, 0xffffffff, random.below(2 ** 31)]);
    if (made.length >= 4) new DataView(made.buffer).setUint32(random.below(made.length - 3), value, true);
    return made;
  },
];

function rangeIn(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.below(random.one([4, 60, bytes.length])))];
}

/** Bytes changed in one to four places. */
export function changed(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let made = new Uint8Array(bytes);
  for (let left = 1 + random.below(4); left > 0 && made.length > 0; left -= 1) made = random.one(turns)(made, random);
  return made;
}

const odd = [
  "",
  "0",
  "-1",
  "1e999",
  "99999999999",
  "NaN",
  "\u0000",
  "&amp;",
  "]]>",
  "1.000.000",
  "%",
  "…",
  "ỷ",
  "\ud83d\ude00",
  "x".repeat(3_000),
];

/** Text cut where its markup begins and ends, with pieces taken out, doubled, swapped, repeated, or made odd. */
export function changedMarkup(bytes: Uint8Array, random: Random, cuts: RegExp): Uint8Array<ArrayBuffer> {
  const pieces = Buffer.from(bytes).toString("latin1").split(cuts);
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const at = random.below(pieces.length);
    const other = pieces[random.below(pieces.length)] ?? "";
    const own = pieces[at] ?? "";
    switch (random.below(6)) {
      case 0:
        pieces.splice(at, 1);
        break;
      case 1:
        pieces.splice(at, 0, other);
        break;
      case 2:
        pieces[at] = other;
        break;
      case 3:
        pieces[at] = own.repeat(1 + random.below(random.one([3, 40, 600])));
        break;
      case 4:
        pieces[at] = own.replace(/\d+|[\w.]+/, latin(random.one(odd)));
        break;
      default:
        pieces.splice(at, 1 + random.below(8), ...pieces.slice(at, at + 8).reverse());
    }
  }
  return new Uint8Array(Buffer.from(pieces.join(""), "latin1"));
}

/** An element that has no other of its name in it. */
const element = /<([\w:]+)(?: [^<>]*)?(?:\/>|>(?:(?!<\1[ />])[\s\S])*?<\/\1>)/g;
const value = /(?<==")[^"<]*(?=")|(?<=>)[^<]+(?=<)/g;

/** XML that stays well-formed: elements taken out, repeated, put elsewhere; values of attributes and texts made odd. */
export function changedElements(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let text = Buffer.from(bytes).toString("latin1");
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const isValue = random.below(2) === 0;
    const found = [...text.matchAll(isValue ? value : element)];
    if (found.length === 0) continue;
    const { 0: own, index } = random.one(found);
    const other = random.one(found)[0];
    const put = isValue
      ? latin(random.one([...odd.slice(0, 6), "…", other]))
      : random.one(["", own.repeat(2), own.repeat(400), other, own + other]);
    text = text.slice(0, index) + put + text.slice(index + own.length);
  }
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** What text is in UTF-8, byte for byte as letters. */
const latin = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
