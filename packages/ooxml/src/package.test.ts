import { describe, expect, it } from "vitest";
import { openPackage } from "./package.ts";
import { packed as made } from "./testing.ts";

const word = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (...targets: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map((target, i) => `<Relationship Id="r${i}" Type="${word}/comments" ${target}/>`).join("")}</Relationships>`;
const relsOf = (...targets: string[]) => openPackage(made({ "word/_rels/document.xml.rels": rels(...targets), "word/comments.xml": "<w:comments/>" })).relationships("word/document.xml");

describe("a package", () => {
  it("lists its parts and finds the main one", () => {
    const opened = openPackage(made());
    expect(opened.parts).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
    expect(opened.main).toBe("word/document.xml");
  });

  it("finds parts whatever their case", () => {
    expect(openPackage(made()).nameOf("Word/Document.XML")).toBe("word/document.xml");
  });

  it.each([
    ["of its own",               "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
    ["of its extension",         "word/styles.xml",   "application/xml"],
    ["whatever the case",        "Word/Document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
    ["that nobody told",         "word/a.png",        undefined],
  ])("knows the content type %s", (_, part, expected) => {
    expect(openPackage(made()).contentType(part)).toBe(expected);
  });

  it.each([
    ["beside its source",   'Target="comments.xml"',                              "word/comments.xml"],
    ["from the root",       'Target="/word/comments.xml"',                        "word/comments.xml"],
    ["one folder up",       'Target="../word/./comments.xml"',                    "word/comments.xml"],
    ["with signs escaped",  'Target="a%20b.xml"',                                 "word/a b.xml"],
    ["outside",             'Target="https://example.org/a" TargetMode="External"', "https://example.org/a"],
  ])("resolves a target %s", (_, target, expected) => {
    expect(relsOf(target)[0]?.target).toBe(expected);
  });

  it("follows a relationship by the last word of its type, never outside", () => {
    const opened = openPackage(made({ "word/_rels/document.xml.rels": rels('Target="comments.xml" TargetMode="External"', 'Target="comments.xml"'), "word/comments.xml": "" }));
    expect(opened.related("comments", "word/document.xml")).toBe("word/comments.xml");
    expect(opened.related("styles", "word/document.xml")).toBeUndefined();
  });

  it.each<[string, Uint8Array]>([
    ["UTF-8",                        Buffer.from("<a>Tỷ lệ</a>")],
    ["UTF-8 with a byte order mark", Buffer.from("\ufeff<a>Tỷ lệ</a>")],
    ["UTF-16, little end first",     Buffer.from("\ufeff<a>Tỷ lệ</a>", "utf16le")],
    ["UTF-16, big end first",        Buffer.from("\ufeff<a>Tỷ lệ</a>", "utf16le").swap16()],
  ])("reads text in %s", (_, bytes) => {
    const opened = openPackage(made({ "a.xml": bytes }));
    expect(opened.text("a.xml")).toBe("<a>Tỷ lệ</a>");
    expect(opened.xml("a.xml").text).toBe("Tỷ lệ");
  });
});
