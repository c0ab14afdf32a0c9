import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { PackageEdit } from "./edit.ts";
import { openPackage } from "./package.ts";
import { packed as made } from "./testing.ts";
import type { Zip } from "./zip.ts";

/** Header and compressed bytes of every entry, as they lie in the file. */
const rawEntries = ({ bytes, entries }: Zip): Map<string, string> => new Map(entries.map(({ name, local }) => [name, Buffer.from(bytes.subarray(...local)).toString("latin1")]));

const contents = fc.dictionary(
  fc.string({ unit: fc.constantFrom("a", "b", "/", "ỷ", "."), minLength: 1, maxLength: 6 }).map((name) => `x${name.replaceAll(/[/.]{2,}|[/.]$/g, "a")}`),
  fc.uint8Array({ maxLength: 300 }),
  { maxKeys: 8 },
).filter((parts) => new Set(Object.keys(parts).map((name) => name.toLowerCase())).size === Object.keys(parts).length);

it("ties parts of other folders as Office writes it, and says once what an extension is", () => {
  const opened = openPackage(made({ "xl/worksheets/sheet1.xml": "<a/>" }));
  const edit = new PackageEdit(opened);
  edit.put("xl/comments1.xml", "<b/>");
  edit.addRelationship("xl/worksheets/sheet1.xml", "urn:x/c", "xl/comments1.xml");
  edit.addRelationship("", "urn:x/d", "xl/comments1.xml");
  for (let i = 0; i < 2; i += 1) edit.setExtensionType("vml", "urn:vml");
  edit.setExtensionType("XML", "urn:none");
  const after = openPackage(edit.save());
  expect(after.text("xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../comments1.xml"');
  expect([after.related("c", "xl/worksheets/sheet1.xml"), after.related("d")]).toEqual(["xl/comments1.xml", "xl/comments1.xml"]);
  expect(after.contentType("xl/a.vml")).toBe("urn:vml");
  expect(after.text("[Content_Types].xml").match(/urn:/g)).toHaveLength(1);
});

describe("save", () => {
  it("gives back the same file when nothing was changed", () => {
    fc.assert(fc.property(contents, (parts) => {
      const before = made(parts);
      expect(Buffer.from(new PackageEdit(openPackage(before)).save()).equals(Buffer.from(before))).toBe(true);
    }));
  });

  it("leaves every entry that was not changed byte for byte", () => {
    fc.assert(fc.property(contents, fc.uint8Array({ maxLength: 300 }), (parts, content) => {
      const before = openPackage(made(parts));
      const edit = new PackageEdit(before);
      edit.put("word/document.xml", content);
      edit.put("word/new.bin", content);
      const after = openPackage(edit.save());
      const [old, now] = [rawEntries(before.zip), rawEntries(after.zip)];
      for (const [name, raw] of old) if (name !== "word/document.xml") expect(now.get(name)).toBe(raw);
      expect(after.bytes("word/document.xml")).toEqual(content);
      expect(after.bytes("word/new.bin")).toEqual(content);
      expect(Object.keys(unzipSync(after.zip.bytes))).toHaveLength(old.size + 1);
    }));
  });

  it("keeps the comment of the zip, and is the same each time", () => {
    const comment = Buffer.from("ghi chú");
    const bytes = Buffer.concat([made(), comment]);
    bytes.writeUInt16LE(comment.length, bytes.length - comment.length - 2);
    const saved = () => {
      const edit = new PackageEdit(openPackage(bytes));
      edit.put("a.xml", "<a/>");
      return Buffer.from(edit.save());
    };
    expect(saved().subarray(-comment.length)).toEqual(comment);
    expect(saved().equals(saved())).toBe(true);
  });

  it("keeps the encoding of a text", () => {
    const edit = new PackageEdit(openPackage(made({ "a.xml": Buffer.from("\ufeff<a/>", "utf16le") })));
    edit.put("A.xml", "<a>ỷ</a>");
    expect(Buffer.from(openPackage(edit.save()).bytes("a.xml"))).toEqual(Buffer.from("\ufeff<a>ỷ</a>", "utf16le"));
  });
});

describe("content types and relationships", () => {
  const comments = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  it("gain one line each, and nothing else in them moves", () => {
    const before = openPackage(made());
    const edit = new PackageEdit(before);
    edit.put("word/comments.xml", "<a/>");
    edit.setContentType("word/comments.xml", comments);
    expect(edit.addRelationship("word/document.xml", "urn:comments", "word/comments.xml")).toBe("rId1");
    const after = openPackage(edit.save());
    expect(after.contentType("word/comments.xml")).toBe(comments);
    expect(after.relationships("word/document.xml")).toEqual([{ id: "rId1", type: "urn:comments", target: "word/comments.xml", external: false }]);
    const line = `<Override PartName="/word/comments.xml" ContentType="${comments}"/>`;
    expect(after.text("[Content_Types].xml").replace(line, "")).toBe(before.text("[Content_Types].xml"));
  });

  it.each([
    ["ids that are taken",      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="t" Target="a"/></Relationships>', '<Relationship Id="rId2" Type="urn:c" Target="c.xml"/></Relationships>'],
    ["an empty element",        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" />', '<Relationship Id="rId1" Type="urn:c" Target="c.xml"/></Relationships>'],
    ["a prefix",                '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"></r:Relationships>', '<r:Relationship Id="rId1" Type="urn:c" Target="c.xml"/></r:Relationships>'],
  ])("mind %s", (_, rels, expected) => {
    const edit = new PackageEdit(openPackage(made({ "word/_rels/document.xml.rels": rels })));
    edit.addRelationship("word/document.xml", "urn:c", "word/c.xml");
    expect(openPackage(edit.save()).text("word/_rels/document.xml.rels").endsWith(expected)).toBe(true);
  });

  it("are left alone when they say it already", () => {
    const opened = openPackage(made());
    const edit = new PackageEdit(opened);
    edit.setContentType("word/document.xml", opened.contentType("word/document.xml") as string);
    expect(edit.addRelationship("", opened.relationships()[0]?.type as string, "word/document.xml")).toBe("rId1");
    expect(edit.save()).toEqual(opened.zip.bytes);
  });

  it("name a new part so that it is new", () => {
    const edit = new PackageEdit(openPackage(made({ "word/comments.xml": "", "word/comments1.xml": "" })));
    expect(edit.freeName("word/comments.xml")).toBe("word/comments2.xml");
  });
});
