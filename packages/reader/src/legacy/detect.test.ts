import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { detectLegacy, legacyText } from "./detect.ts";
import { type Decoder, decodedBy } from "./encoding.ts";
import { smallLetters } from "./letters.ts";
import { tcvn3Decoder, visciiDecoder } from "./single-byte.ts";
import { isSyllable } from "./syllable.ts";
import { vniDecoder } from "./vni.ts";
import { windows1258Decoder } from "./windows-1258.ts";

/** Every letter as each encoding writes it, small and capital; TCVN3 has no capitals with tones. */
const letters: [letter: string, tcvn3: string, vni: string, viscii: string][] = [
  ["à", "µ", "aø", "à"], ["ả", "¶", "aû", "ä"], ["ã", "·", "aõ", "ã"], ["á", "¸", "aù", "á"], ["ạ", "¹", "aï", "Õ"],
  ["ă", "¨", "aê", "å"], ["ằ", "»", "aè", "¢"], ["ẳ", "¼", "aú", "Æ"], ["ẵ", "½", "aü", "Ç"], ["ắ", "¾", "aé", "¡"], ["ặ", "Æ", "aë", "£"],
  ["â", "©", "aâ", "â"], ["ầ", "Ç", "aà", "¥"], ["ẩ", "È", "aå", "¦"], ["ẫ", "É", "aã", "ç"], ["ấ", "Ê", "aá", "¤"], ["ậ", "Ë", "aä", "§"],
  ["è", "Ì", "eø", "è"], ["ẻ", "Î", "eû", "ë"], ["ẽ", "Ï", "eõ", "¨"], ["é", "Ð", "eù", "é"], ["ẹ", "Ñ", "eï", "©"],
  ["ê", "ª", "eâ", "ê"], ["ề", "Ò", "eà", "«"], ["ể", "Ó", "eå", "¬"], ["ễ", "Ô", "eã", "\u00ad"], ["ế", "Õ", "eá", "ª"], ["ệ", "Ö", "eä", "®"],
  ["ì", "×", "ì", "ì"], ["ỉ", "Ø", "æ", "ï"], ["ĩ", "Ü", "ó", "î"], ["í", "Ý", "í", "í"], ["ị", "Þ", "ò", "¸"],
  ["ò", "ß", "oø", "ò"], ["ỏ", "á", "oû", "ö"], ["õ", "â", "oõ", "õ"], ["ó", "ã", "où", "ó"], ["ọ", "ä", "oï", "÷"],
  ["ô", "«", "oâ", "ô"], ["ồ", "å", "oà", "°"], ["ổ", "æ", "oå", "±"], ["ỗ", "ç", "oã", "²"], ["ố", "è", "oá", "¯"], ["ộ", "é", "oä", "µ"],
  ["ơ", "¬", "ô", "½"], ["ờ", "ê", "ôø", "¶"], ["ở", "ë", "ôû", "·"], ["ỡ", "ì", "ôõ", "Þ"], ["ớ", "í", "ôù", "¾"], ["ợ", "î", "ôï", "þ"],
  ["ù", "ï", "uø", "ù"], ["ủ", "ñ", "uû", "ü"], ["ũ", "ò", "uõ", "û"], ["ú", "ó", "uù", "ú"], ["ụ", "ô", "uï", "ø"],
  ["ư", "\u00ad", "ö", "ß"], ["ừ", "õ", "öø", "×"], ["ử", "ö", "öû", "Ø"], ["ữ", "÷", "öõ", "æ"], ["ứ", "ø", "öù", "Ñ"], ["ự", "ù", "öï", "ñ"],
  ["ỳ", "ú", "yø", "Ï"], ["ỷ", "û", "yû", "Ö"], ["ỹ", "ü", "yõ", "Û"], ["ý", "ý", "yù", "ý"], ["ỵ", "þ", "î", "Ü"],
  ["đ", "®", "ñ", "ð"],
];

describe("each letter", () => {
  it("is in the table of these tests", () => {
    expect(letters.map(([letter]) => letter).sort()).toEqual([...smallLetters].sort());
    expect(new Set(letters.map(([, tcvn3]) => tcvn3)).size).toBe(67);
  });

  it.each(letters)("%s is %s in TCVN3, %s in VNI, %s in VISCII", (letter, tcvn3, vni, viscii) => {
    expect([decodedBy(tcvn3Decoder, tcvn3), decodedBy(vniDecoder, vni), decodedBy(visciiDecoder, viscii)]).toEqual([letter, letter, letter]);
  });

  it.each(letters)("%s as a capital in VNI", (letter, _, vni) => {
    const capital = letter.toUpperCase();
    expect(decodedBy(vniDecoder, vni.toUpperCase())).toBe(capital);
    // A mark may stand in small letters behind a capital.
    expect(decodedBy(vniDecoder, vni.charAt(0).toUpperCase() + vni.slice(1))).toBe(capital);
  });

  it("seven capitals have a code in TCVN3", () => {
    expect(decodedBy(tcvn3Decoder, "¡¢£¤¥¦§")).toBe("ĂÂÊÔƠƯĐ");
  });

  const other = (decoder: Decoder, charset: string, capitals: boolean): void => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x80 || [2, 5, 6, 0x14, 0x19, 0x1e].includes(byte)));
    for (const byte of bytes) {
      const { stdout, status } = spawnSync("iconv", ["-f", charset, "-t", "UTF-8"], { input: Buffer.of(byte) });
      const theirs = stdout.toString("utf8").normalize("NFC");
      const mine = decodedBy(decoder, String.fromCharCode(byte));
      const isLetter = smallLetters.includes(theirs.toLowerCase()) && (capitals || smallLetters.includes(theirs) || byte >= 0xa1);
      if (status === 0 && isLetter && !(charset === "TCVN" && theirs !== theirs.toLowerCase() && byte > 0xa7)) expect([byte, mine]).toEqual([byte, theirs]);
    }
  };
  const hasIconv = spawnSync("iconv", ["-l"]).stdout?.includes("TCVN") === true;
  it.skipIf(!hasIconv).each<[string, Decoder, string, boolean]>([
    ["TCVN3",  tcvn3Decoder,  "TCVN",   false],
    ["VISCII", visciiDecoder, "VISCII", true],
  ])("is what the system's converter makes of each byte: %s", (_, decoder, charset, capitals) => other(decoder, charset, capitals), 60_000);
});

const report = "Trong tháng, Ủy ban nhân dân xã đã tiếp nhận 2.311 hồ sơ, trong đó 2.273 hồ sơ đúng hạn chiếm 98,36%, 38 hồ sơ trễ hạn; lũy kế đạt tỷ lệ 12,5% kế hoạch giữa năm, đề nghị các phòng chỉ đạo quyết liệt hơn nữa.";
/** The text in an encoding, by its table of letters. */
const written = (text: string, column: 1 | 2 | 3): string =>
  Array.from(text, (one) => letters.find(([letter]) => letter === one)?.[column] ?? letters.find(([letter]) => letter.toUpperCase() === one)?.[column]?.toUpperCase() ?? one).join("");
const windows1258 = (text: string): string => {
  const bytes = new Map(Array.from({ length: 128 }, (_, i) => [new TextDecoder("windows-1258").decode(Uint8Array.of(i + 128)), String.fromCharCode(i + 128)]));
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return Array.from(text, (one) => {
    const apart = one.normalize("NFD");
    const mark = apart.match(tone)?.[0] ?? "";
    const base = apart.replace(tone, "").normalize("NFC");
    return [base, mark].map((each) => bytes.get(each) ?? each).join("");
  }).join("");
};
const small = report.replace("Ủy ban", "ủy ban");

describe("the encoding of a text", () => {
  it.each<[string, string, Decoder | undefined, string]>([
    ["TCVN3",                 written(small, 1),              tcvn3Decoder,       small],
    ["VNI",                   written(report, 2),             vniDecoder,         report],
    ["VISCII",                written(small, 3),              visciiDecoder,      small],
    ["Windows-1258",          windows1258(report),            windows1258Decoder, report],
    ["TCVN3, one line",       written("Tổng số hồ sơ đã nhận", 1), tcvn3Decoder,  "Tổng số hồ sơ đã nhận"],
    ["VNI in capitals",       written("BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ", 2), vniDecoder, "BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ"],
  ])("is told by its syllables: %s", (_, text, expected, back) => {
    const { decoder } = detectLegacy(text);
    expect(decoder?.encoding).toBe(expected?.encoding);
    expect(decodedBy(decoder as Decoder, text)).toBe(back);
  });

  it.each([
    ["French",     "Le préfet a reçu les élèves à l'école, où l'été s'achève déjà; près de cinquante étaient là, à côté."],
    ["German",     "Die Behörde prüft größere Beträge über das Jahr; Höhe und Maß können abweichen, für Bürger möglich."],
    ["noise",      Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x20 + ((i * 7919) % 223))).join("")],
    ["nothing",    ""],
    ["ASCII",      "ho so 12"],
    ["one word",   "hå"],
  ])("is not told where nothing tells it: %s", (_, text) => {
    expect(detectLegacy(text).decoder).toBeUndefined();
  });

  it("has a way back to each byte", () => {
    const file = written(report, 2);
    const { text, at } = legacyText(file, vniDecoder);
    for (const printed of ["2.311", "98,36%", "12,5%"]) expect(file.slice(at(text.indexOf(printed)), at(text.indexOf(printed) + printed.length))).toBe(printed);
    expect([at(0), at(text.length), at(text.length + 9)]).toEqual([0, file.length, file.length]);
  });
});

describe("a syllable", () => {
  it.each(["nghiêng", "quyết", "giữa", "gì", "uỷ", "ủy", "khuya", "xoong", "ươm", "Đắk", "lũy", "hòa", "hoà", "thuở", "huệ", "yếu"].map((word) => [word, word !== "Đắk"] as const))("%s: %s", (word, expected) => {
    expect(isSyllable(word)).toBe(expected);
  });
  it.each(["bỡnh", "été", "hoat", "tràt", "xyz", "àà", "ngừớng", "b¸o"])("%s is none", (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
