import { packed, wordFile } from "@khop/ooxml/testing";
import type { Hostile } from "./hostile.ts";

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const sentence = "Xã có 412 hồ sơ, gồm 374 hồ sơ đúng hạn và 38 hồ sơ trễ hạn.";
export const sound = wordFile(paragraph(sentence));

/** Bytes changed at a place that is found by what stands there. */
export function patched(bytes: Uint8Array, change: (copy: Buffer, directory: number) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(copy, copy.indexOf("PK\u0001\u0002", 0, "latin1"));
  return copy;
}

const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const document = (body: string, before = ""): string =>
  `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const entities = `<!DOCTYPE a [<!ENTITY a0 "1">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("")}]>`;
const outside = `<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>`;

export const wordFiles: readonly Hostile[] = [
  ["a zip bomb", "bomb.docx", () => packed({ "word/document.xml": new Uint8Array(90_000_000) }), "phình ra quá lớn khi mở"],
  [
    "a bomb in a part aside",
    "aside.docx",
    () => packed({ "word/document.xml": document(paragraph(sentence)), "word/media/a.bin": new Uint8Array(90_000_000) }),
    "read",
  ],
  [
    "entities in entities",
    "entities.docx",
    () => packed({ "word/document.xml": document(paragraph("&a20;"), entities) }),
    "có phần XML sai cú pháp",
  ],
  [
    "an entity from elsewhere",
    "outside.docx",
    () => packed({ "word/document.xml": document(paragraph("&x;"), outside) }),
    "có phần XML sai cú pháp",
  ],
  [
    "a broken central directory",
    "directory.docx",
    () => patched(sound, (bytes, at) => bytes.fill(0xee, at + 4, at + 40)),
    "bị hỏng hoặc thiếu một phần",
  ],
  [
    "an entry that claims 4 GB",
    "claim.docx",
    () => patched(sound, (bytes, at) => bytes.writeUInt32LE(4_000_000_000, at + 24)),
    "phình ra quá lớn khi mở",
  ],
  ["elements a million deep", "deep.docx", () => packed({ "word/document.xml": "<w:a>".repeat(1_000_000) }), "phình ra quá lớn khi mở"],
  ["ten million elements", "many.docx", () => wordFile("<w:p/>".repeat(10_000_000)), "phình ra quá lớn khi mở"],
  [
    "macros",
    "macros.docm",
    () => packed({ "word/document.xml": document(paragraph(sentence)), "word/vbaProject.bin": new Uint8Array(2_000) }),
    "read",
  ],
  [
    "links, a picture and a template from elsewhere",
    "links.docx",
    () =>
      packed({
        "word/document.xml": document(
          `${paragraph(sentence)}<w:p><w:r><w:instrText>INCLUDETEXT "http://127.0.0.1:9/x"</w:instrText></w:r></w:p>`,
        ),
        "word/_rels/document.xml.rels": `<Relationships ${relationships}>${["attachedTemplate", "image", "hyperlink", "styles", "footnotes"].map((kind, i) => `<Relationship Id="r${i}" Type="${office}/${kind}" Target="http://127.0.0.1:9/${kind}" TargetMode="External"/>`).join("")}</Relationships>`,
      }),
    "read",
  ],
  ["a part from outside the file", "climb.docx", () => packed({ "../../etc/evil.xml": "x" }), "trỏ ra ngoài tệp"],
  ["an encrypted entry", "locked.docx", () => patched(sound, (bytes, at) => bytes.writeUInt16LE(1, at + 8)), "bị khóa bằng mật khẩu"],
  [
    "a document under a password",
    "password.docx",
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from("EncryptedPackage", "utf16le")]),
    "có mật khẩu nên không đọc được",
  ],
  ["its first half", "half.docx", () => sound.slice(0, sound.length >> 1), "bị hỏng hoặc thiếu một phần"],
];
