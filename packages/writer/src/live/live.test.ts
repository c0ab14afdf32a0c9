import { quantity, type Report, type Span, unitOf } from "@khop/core";
import { openPackage, PackageEdit } from "@khop/ooxml";
import { wordFile } from "@khop/ooxml/testing";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../report/index.ts";
import { exampleReport } from "../testing/index.ts";
import { plainLayout } from "../testing/layout.ts";
import { liveDocument, refresh } from "./index.ts";

const files = (value: string) => quantity({ value, unit: unitOf("hồ sơ") });
const points = (value: string) => quantity({ value, unit: { id: "điểm %", kind: "point" } });

const spans: Span[] = [
  { is: "text", text: "Đã tiếp nhận " },
  { is: "figure", fact: "received", form: "figure" },
  { is: "text", text: "; số trễ hạn " },
  { is: "figure", fact: "late", form: "figure", whenZero: "không có hồ sơ nào" },
  { is: "text", text: ", tỷ lệ " },
  { is: "figure", fact: "change", form: "change" },
  { is: "text", text: "." },
];
const report: Report = {
  ...exampleReport,
  opening: [{ is: "passage", origin: "computed", spans }],
  sections: [], footnotes: [], appendices: [], tasks: [], closing: [],
  madeBy: { regime: "made-up", version: "1" },
};
const facts = (received: string, late: string, change: string) =>
  new Map([["received", files(received)], ["late", files(late)], ["change", points(change)]]);
const written = writeDocx(report, { facts: facts("1190", "0", "0.83"), layout: plainLayout });

/** The file after somebody wrote other words in Word. */
function retyped(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const opened = openPackage(bytes);
  const xml = opened.text(opened.main);
  expect(xml).toContain(from);
  const edit = new PackageEdit(opened);
  edit.put(opened.main, xml.replace(from, to));
  return edit.save();
}
const live = (bytes: Uint8Array) => liveDocument(bytes)!;
const shown = (bytes: Uint8Array): string[] => live(bytes).figures.map(({ now }) => now);

describe("figures that know their facts", () => {
  it("are told as they stand, with the regime that they were made by", () => {
    expect(live(written).madeBy).toEqual({ regime: "made-up", version: "1" });
    expect(live(written).figures.map(({ fact, now, isEdited }) => [fact, now, isEdited])).toEqual([
      ["received", "1.190 hồ sơ",        false],
      ["late",     "không có hồ sơ nào", false],
      ["change",   "tăng 0,83 điểm phần trăm", false],
    ]);
  });

  it("are not there in a file of other makers", () => {
    expect(liveDocument(wordFile("<w:p><w:r><w:t>Có 12 xã.</w:t></w:r></w:p>"))).toBeUndefined();
  });

  it("are written anew where their facts changed, and nothing else is touched", () => {
    const retold = retyped(written, "Đã tiếp nhận ", "Trong kỳ đã nhận ");
    const { bytes, changed, edited, unknown } = refresh(live(retold), facts("1204", "3", "-0.4"));
    expect(shown(bytes)).toEqual(["1.204 hồ sơ", "03 hồ sơ", "giảm 0,4 điểm phần trăm"]);
    expect(changed.map(({ figure, turnsZero }) => [figure.fact, turnsZero])).toEqual([["received", false], ["late", true], ["change", false]]);
    expect([edited, unknown]).toEqual([[], []]);
    const [before, after] = [openPackage(retold), openPackage(bytes)];
    for (const part of before.parts.filter((name) => name !== before.main && !name.startsWith("customXml"))) {
      expect(after.bytes(part), part).toEqual(before.bytes(part));
    }
    expect(after.text(after.main)).toContain("Trong kỳ đã nhận ");
  });

  it("are the same bytes when no fact changed, and after a second time", () => {
    expect(refresh(live(written), facts("1190", "0", "0.83")).bytes).toEqual(written);
    const once = refresh(live(written), facts("1204", "3", "0.83")).bytes;
    expect(refresh(live(once), facts("1204", "3", "0.83")).bytes).toEqual(once);
    const back = openPackage(refresh(live(once), facts("1190", "0", "0.83")).bytes);
    const first = openPackage(written);
    for (const part of first.parts) expect(back.text(part), part).toBe(first.text(part));
  });

  it("are left alone and told of where somebody wrote over them", () => {
    const edited = retyped(written, ">1.190 hồ sơ<", ">1.198 hồ sơ<");
    const result = refresh(live(edited), facts("1204", "0", "0.83"));
    expect(result.edited.map(({ figure, text }) => [figure.now, text])).toEqual([["1.198 hồ sơ", "1.204 hồ sơ"]]);
    expect(shown(result.bytes)[0]).toBe("1.198 hồ sơ");
  });

  it("are left alone where their facts are not given, and told of when they were taken out", () => {
    const result = refresh(live(written), new Map([["late", files("2")]]));
    expect(result.unknown.map(({ fact }) => fact)).toEqual(["received", "change"]);
    const without = retyped(written, /<w:sdt><w:sdtPr><w:tag w:val="late"[\s\S]*?<\/w:sdt>/.exec(openPackage(written).text("word/document.xml"))![0], "");
    expect(live(without).gone.map(({ fact }) => fact)).toEqual(["late"]);
  });

  it("of words that Word split into runs are still one figure", () => {
    const split = retyped(written, '<w:r><w:t xml:space="preserve">1.190 hồ sơ</w:t></w:r>', "<w:r><w:t>1.190</w:t></w:r><w:r><w:t xml:space=\"preserve\"> hồ sơ</w:t></w:r>");
    expect(shown(refresh(live(split), facts("1204", "0", "0.83")).bytes)[0]).toBe("1.204 hồ sơ");
  });
});
