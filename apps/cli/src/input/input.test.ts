import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Decoded, decodeText, firstBadByte, formatOf, oldText } from "@khop/reader/file";
import { afterAll, describe, expect, it } from "vitest";
import { Trouble } from "../trouble.ts";
import { filesOf } from "./operands.ts";
import { readSource } from "./source.ts";
import { textTrouble } from "./text-trouble.ts";

const folder = mkdtempSync(join(tmpdir(), "khop-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();
const refusal = (act: () => unknown): string => {
  try {
    act();
    return "";
  } catch (error) {
    return error instanceof Trouble ? error.said.en : String(error);
  }
};

const orTrouble = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw textTrouble(error, "a.md");
  }
};
const decode = (bytes: Uint8Array) => orTrouble(() => decodeText(bytes));
const converted = (decoded: Decoded) => orTrouble(() => oldText(decoded));

describe("bytes become text", () => {
  it.each([
    ["UTF-8",                        Buffer.from("Tỷ lệ 2,95%")],
    ["UTF-8 with a byte order mark", Buffer.from("\ufeffTỷ lệ 2,95%")],
    ["UTF-16, little end first",     utf16le("Tỷ lệ 2,95%")],
    ["UTF-16, big end first",        utf16be("Tỷ lệ 2,95%")],
  ])("%s", (_, bytes) => {
    expect(decode(bytes)).toEqual({ text: "Tỷ lệ 2,95%" });
  });

  it.each([
    ["a stray byte",                    Buffer.from([0x61, 0x62, 0xff, 0x63]), 2],
    ["a character cut off at the end",  Buffer.from("abcỷ").subarray(0, 5),    3],
    ["a continuation byte with no head", Buffer.from([0x80, 0x61]),            0],
    ["far into a long text",            Buffer.concat([Buffer.from("ỷ".repeat(10_000)), Buffer.from([0xfe])]), 30_000],
  ])("names the first byte that is no UTF-8: %s", (_, bytes, offset) => {
    expect(firstBadByte(bytes)).toBe(offset);
    expect(refusal(() => converted(decode(bytes)))).toContain(`the byte at offset ${offset} cannot be read`);
  });

  it.each<[string, string, BufferEncoding, ReturnType<typeof decode>["suspect"], string | undefined]>([
    ["TCVN3",                        "Tæng sè hå s¬ ®· nhËn", "latin1", "bytes",      "Tổng số hồ sơ đã nhận"],
    ["VNI",                          "Toång soá hoà sô",      "latin1", "bytes",      "Tổng số hồ sơ"],
    ["TCVN3 saved again as UTF-8",   "Tæng sè hå s¬ ®· nhËn", "utf8",   "characters", "Tổng số hồ sơ đã nhận"],
    ["French in UTF-8",              "été à l'école déjà",    "utf8",   "characters", undefined],
    ["Vietnamese without ă, đ, ơ, ư, ế", "là có",             "utf8",   "characters", undefined],
    ["Vietnamese",                   "số hồ sơ",              "utf8",   undefined,    undefined],
    ["ASCII",                        "12",                    "utf8",   undefined,    undefined],
  ])("in an encoding of old are told by their syllables: %s", (_, text, encoding, suspect, expected) => {
    const decoded = decode(Buffer.from(text, encoding));
    expect([decoded.suspect, converted(decoded)?.text]).toEqual([suspect, expected]);
  });

  it("of which nothing is clear are turned away with what they look like", () => {
    const doubtful = Buffer.from("hå s¬ xÿz zßzß", "latin1");
    expect(refusal(() => converted(decode(doubtful)))).toBe("a.md is not UTF-8 (the byte at offset 1 cannot be read), and what it is cannot be told for sure; it looks like TCVN3 (ABC): convert it to Unicode (UniKey: Ctrl+Shift+F6) and save it again as UTF-8.");
  });

  it("takes NUL bytes for what they are", () => {
    expect(refusal(() => decode(Buffer.from("ab\0c")))).toContain("a.md has a NUL byte at offset 2");
  });
});

describe("files that cannot be read", () => {
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  it.each([
    ["none there",              () => join(folder, "none.md"),                       "There is no file"],
    ["a folder",                () => folder,                                        "is a directory, not a file"],
    ["an empty file",           () => put("empty.md", ""),                           "is empty"],
    ["only spaces",             () => put("blank.md", " \n\n"),                      "is empty"],
    ["Word by name only",       () => put("a.docx", "x"),                            "is called a Word document but is none inside"],
    ["OpenDocument by name",    () => put("a.odt", "PK\u0003\u0004"),                "is an OpenDocument document"],
    ["PDF by name only",        () => put("a.PDF", "x"),                             "is called a PDF but is none inside"],
    ["Excel by name only",      () => put("a.xlsx", "x"),                            "is called an Excel document but is none inside"],
    ["Excel with a password",   () => put("b.xlsx", Buffer.from("\u00d0\u00cf\u0011\u00e0EncryptedPackage", "utf16le")), "remove the password (File > Info > Protect Workbook)"],
    ["Excel 97–2003 by name",   () => put("a.xls", "x"),                             "or add the flag --libreoffice"],
    ["a binary Excel file",     () => put("a.xlsb", "PK\u0003\u0004"),               "is an Excel binary document"],
    ["a table of OpenDocument", () => put("a.ods", "PK\u0003\u0004"),                "or add the flag --libreoffice"],
    ["too large",               () => put("large.md", Buffer.alloc(10_000_001, 97)), "is too large (at least 10.0 MB, the limit is 10 MB)"],
  ])("%s", (_, make, expected) => {
    expect(refusal(() => readSource(make()))).toContain(expected);
  });

  it("a Word file is told by its first bytes, and may be larger", () => {
    const zip = Buffer.alloc(10_000_001);
    zip.write("PK\u0003\u0004", "latin1");
    expect(readSource(put("b.md", zip)).format).toBe("docx");
    expect(readSource(put("c.md", "%PDF-1.7\n")).format).toBe("pdf");
  });

  const directory = (...names: string[]): Buffer => {
    const end = Buffer.alloc(22);
    end.write("PK\u0005\u0006", "latin1");
    const entries = Buffer.from(`PK\u0003\u0004${names[0]}`, "latin1");
    end.writeUInt32LE(entries.length, 16);
    return Buffer.concat([entries, Buffer.from(names.slice(1).join(), "latin1"), end]);
  };
  it.each([
    ["plain text, by its name",              "a.txt",  Buffer.from("x"),                                             "text"],
    ["whatever case that is in",             "A.TXT",  Buffer.from("x"),                                             "text"],
    ["Markdown",                             "a.md",   Buffer.from("x"),                                             "markdown"],
    ["Markdown on standard input",           "-",      Buffer.from("x"),                                             "markdown"],
    ["Markdown that opens with an element",  "a.md",   Buffer.from("<html>"),                                        "markdown"],
    ["a table of fields",                    "a.csv",  Buffer.from("a;1"),                                           "csv"],
    ["one parted by tabs",                   "a.tsv",  Buffer.from("a\t1"),                                          "csv"],
    ["a page, by its name",                  "a.htm",  Buffer.from("12"),                                            "html"],
    ["a page on standard input",             "-",      Buffer.from("\ufeff <!-- a -->\n<!DOCTYPE HTML PUBLIC>"),      "html"],
    ["a page that is called Word",           "a.doc",  Buffer.from('<html xmlns:o="urn:x">'),                        "html"],
    ["a page that is called Excel, UTF-16",  "a.xls",  utf16le("<meta charset=x><table>"),                           "html"],
    ["XHTML",                                "a",      Buffer.from("<?xml version='1.0'?>\n<html>"),                 "html"],
    ["a Word file under a false name",       "a.md",   directory("", "word/document.xml"),                           "docx"],
    ["an Excel file under a false name",     "a.doc",  directory("", "xl/workbook.xml"),                             "xlsx"],
    ["a Word file with a workbook in it",    "a.docx", directory("xl/workbook.xml", "word/document.xml"),            "docx"],
  ])("are told apart: %s", (_, file, bytes, expected) => {
    expect(formatOf(file, bytes)).toBe(expected);
  });

  it("a page may be called Word or Excel", () => {
    expect([readSource(put("page.doc", "<html><p>12")).format, readSource(put("page.xls", "<html><p>12")).format]).toEqual(["html", "html"]);
  });
});

describe("operands", () => {
  const here = join(folder, "glob");
  mkdirSync(join(here, "b"), { recursive: true });
  for (const name of ["z.md", "a.md", "b/c.md", "[1].md"]) writeFileSync(join(here, name), "x");
  const names = (...patterns: string[]) =>
    filesOf(patterns.map((pattern) => (pattern === "-" ? pattern : join(here, pattern)))).map((file) => (typeof file === "string" ? file.replace(`${here}/`, "") : file.said.en.split(`${here}/`).join("")));

  it.each([
    ["files stay as given, in order",       ["z.md", "a.md"],     ["z.md", "a.md"]],
    ["patterns are filled in, sorted",      ["?.md"],             ["a.md", "z.md"]],
    ["folders below",                       ["**/c.md"],          ["b/c.md"]],
    ["folders are no files",                ["*"],                ["[1].md", "a.md", "z.md"]],
    ["none twice",                          ["a.md", "[ab].md"],  ["a.md"]],
    ["a real name with brackets",           ["[1].md"],           ["[1].md"]],
    ["a folder, and those below", ["."],                  ["[1].md", "a.md", "b/c.md", "z.md"]],
    ["a pattern that names none",           ["*.txt"],            ['No file matches "*.txt": look at the pattern and the folder again.']],
  ])("%s", (_, patterns, expected) => {
    expect(names(...patterns)).toEqual(expected);
  });
});
