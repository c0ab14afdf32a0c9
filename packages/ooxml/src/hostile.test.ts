import { deflateSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isOoxmlError } from "./errors.ts";
import { openPackage } from "./package.ts";
import { parseXml } from "./parse.ts";
import { packed as made, worked } from "./testing.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const indexOf = (bytes: Uint8Array, text: string, from = 0): number => Buffer.from(bytes).indexOf(Buffer.from(latin(text)), from);

/** The package with some bytes changed, at a place found by what stands there. */
function patched(bytes: Uint8Array, change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}

const directoryOf = (bytes: Uint8Array): number => indexOf(bytes, "PK\u0001\u0002");
const recordOf = (bytes: Uint8Array, name: string): number => indexOf(bytes, name, directoryOf(bytes)) - 46;

const zeros = (count: number): Uint8Array => new Uint8Array(count);
const deep = (count: number): string => "<a>".repeat(count) + "</a>".repeat(count);

/** A zip of empty entries; the 16 bits that count them run over. */
function empties(count: number): Uint8Array {
  const locals = Buffer.alloc(count * 36);
  const records = Buffer.alloc(count * 52);
  for (let i = 0; i < count; i += 1) {
    const name = String(i).padStart(6, "0");
    locals.writeUInt32LE(0x04034b50, i * 36);
    locals.writeUInt16LE(6, i * 36 + 26);
    locals.write(name, i * 36 + 30);
    records.writeUInt32LE(0x02014b50, i * 52);
    records.writeUInt16LE(6, i * 52 + 28);
    records.writeUInt32LE(i * 36, i * 52 + 42);
    records.write(name, i * 52 + 46);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(locals.length, 16);
  return Buffer.concat([locals, records, end]);
}
const seventyThousand = empties(70_000);

function codeOf(act: () => unknown): string {
  try {
    act();
    return "no error";
  } catch (error) {
    if (!isOoxmlError(error)) throw error;
    const what = "what" in error.info ? ` ${error.info.what}` : "";
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return error.code + what;
  }
}

describe("a hostile or broken file ends in one clear error", () => {
  const sound = made();
  const read = (bytes: Uint8Array, part = "word/document.xml") => openPackage(bytes).bytes(part);
  it.each<[string, () => unknown, string]>([
    ["nothing",                            () => openPackage(zeros(0)),                                                             "ooxml/not-a-package"],
    ["text",                               () => openPackage(latin("Báo cáo tháng")),                                               "ooxml/not-a-package"],
    ["a zip that is no package",           () => openPackage(zipSync({ "a.txt": latin("a") })),                                     "ooxml/not-a-package"],
    ["a package without a main document",  () => openPackage(made({ "_rels/.rels": "<Relationships/>" })).main,                     "ooxml/no-part"],
    ["cut off in the directory",           () => openPackage(sound.slice(0, sound.length - 30)),                                    "ooxml/broken-zip"],
    ["cut off in the data",                () => openPackage(sound.slice(0, 60)),                                                   "ooxml/broken-zip"],
    ["bytes lost in the middle",           () => openPackage(Uint8Array.from([...sound.slice(0, 90), ...sound.slice(100)])),        "ooxml/broken-zip"],
    ["a directory outside the file",       () => openPackage(patched(sound, (view) => view.setUint32(sound.length - 6, 1e9, true))), "ooxml/broken-zip"],
    ["fewer entries than claimed",         () => openPackage(patched(sound, (view) => view.setUint16(sound.length - 12, 99, true))), "ooxml/broken-zip"],
    ["a wrong checksum",                   () => read(patched(sound, (view) => view.setUint32(recordOf(sound, "word/document.xml") + 16, 7, true))), "ooxml/broken-zip"],
    ["a size smaller than the truth",      () => read(patched(sound, (view) => view.setUint32(recordOf(sound, "word/document.xml") + 24, 3, true))), "ooxml/broken-zip"],
    ["a size larger than the truth",       () => read(patched(sound, (view) => view.setUint32(recordOf(sound, "word/document.xml") + 24, 300, true))), "ooxml/broken-zip"],
    ["compressed bytes that are none",     () => read(patched(sound, (_, bytes) => bytes.fill(0xff, indexOf(sound, "word/document.xml") + 17, indexOf(sound, "word/document.xml") + 27))), "ooxml/broken-zip"],
    ["an unknown way of packing",          () => read(patched(sound, (view) => view.setUint16(recordOf(sound, "word/document.xml") + 10, 14, true))), "ooxml/unsupported"],
    ["an encrypted entry",                 () => openPackage(patched(sound, (view) => view.setUint16(recordOf(sound, "word/document.xml") + 8, 1, true))), "ooxml/encrypted"],
    ["two entries at one place",           () => openPackage(patched(sound, (view) => view.setUint32(recordOf(sound, "word/document.xml") + 42, 0, true))), "ooxml/broken-zip"],
    ["a name that climbs out",             () => openPackage(made({ "../evil.xml": "" })),                                          "ooxml/bad-name"],
    ["an absolute name",                   () => openPackage(made({ "/evil.xml": "" })),                                            "ooxml/bad-name"],
    ["a name with a drive",                () => openPackage(made({ "C:evil.xml": "" })),                                           "ooxml/bad-name"],
    ["one name twice",                     () => openPackage(made({ "WORD/Document.xml": "" })),                                    "ooxml/duplicate-name"],
    ["70,000 entries",                     () => openPackage(seventyThousand), "ooxml/too-large entries"],
    ["a claim of 4 GB",                    () => openPackage(patched(sound, (view) => view.setUint32(recordOf(sound, "word/document.xml") + 24, 4e9, true))), "ooxml/too-large size"],
    ["50 MB of zeros",                     () => read(made({ "bomb.xml": zeros(50_000_000) }), "bomb.xml"),                              "ooxml/too-large ratio"],
    ["more than the limit in all",         () => openPackage(made({ "a.xml": zeros(900_000), "b.xml": zeros(900_000) }), { total: 1_000_000 }), "ooxml/too-large total"],
    ["XML that does not end",              () => parseXml("<a><b></a>"),                                                            "ooxml/bad-xml"],
    ["no element",                         () => parseXml("  "),                                                                    "ooxml/bad-xml"],
    ["a document type with entities",      () => parseXml('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),         "ooxml/bad-xml"],
    ["an entity that nobody declared",     () => parseXml("<a>&lol;</a>"),                                                          "ooxml/bad-xml"],
    ["elements 501 deep",                  () => parseXml(deep(501)),                                                               "ooxml/too-large depth"],
    ["elements a million deep",            () => parseXml(deep(1_000_000)),                                                         "ooxml/too-large depth"],
    ["more elements than the limit",       () => parseXml(`<a>${"<b/>".repeat(100)}</a>`, "a", { ...openPackage(sound).limits, nodes: 50 }), "ooxml/too-large nodes"],
    ["a part that is no UTF-8",            () => openPackage(made({ "word/document.xml": Uint8Array.from([0x3c, 0xe1, 0x3e]) })).text("word/document.xml"), "ooxml/bad-text"],
    ["elements 500 deep are sound",        () => parseXml(deep(500)),                                                               "no error"],
  ])("%s", (_, act, expected) => {
    const before = worked();
    expect(codeOf(act)).toBe(expected);
    expect(worked() - before).toBeLessThan(10_000);
  });

  it("never inflates more than is claimed", () => {
    const name = "word/document.xml";
    // 80 MB of zeros under a claim of 2 MB: the ratio of the claim is harmless, the bytes are not.
    const lie = zipSync({ "[Content_Types].xml": latin("<Types/>"), [name]: [deflateSync(zeros(80_000_000), { level: 1 }), { level: 0 }] });
    const at = recordOf(lie, name);
    const bomb = patched(lie, (view) => {
      view.setUint16(at + 10, 8, true);
      view.setUint32(at + 24, 2_000_000, true);
    });
    const before = worked();
    expect(codeOf(() => openPackage(bomb).bytes(name))).toBe("ooxml/broken-zip");
    expect(worked() - before).toBeLessThan(10_000);
    expect(openPackage(made({ [name]: zeros(2_000_000) })).bytes(name)).toHaveLength(2_000_000);
  });
});
