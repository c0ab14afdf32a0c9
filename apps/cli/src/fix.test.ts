import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examine } from "@khop/core";
import { openPackage, PackageEdit } from "@khop/ooxml";
import { type WordParts, wordFile } from "@khop/ooxml/testing";
import { readDocx } from "@khop/reader/docx";
import { afterAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const folder = mkdtempSync(join(tmpdir(), "khop-fix-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const r = (text: string, properties = ""): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`;
const p = (...inside: string[]): string => `<w:p>${inside.map((each) => (each.startsWith("<") ? each : r(each))).join("")}</w:p>`;
const bold = "<w:b/>";

/** Shares of two levels that hold, so that the third is meant for sure: what is wrong in it is an error. */
const sure =
  p("Cấp tỉnh giải quyết 9.339 hồ sơ, trong đó 9.268 hồ sơ đúng hạn chiếm 99,24%, 71 hồ sơ trễ hạn chiếm 0,76%.") +
  p("Cấp xã giải quyết 8.461 hồ sơ, trong đó 8.419 hồ sơ đúng hạn chiếm 99,50%, 42 hồ sơ trễ hạn chiếm 0,50%.");
const opening = "Cấp huyện giải quyết 2.311 hồ sơ, trong đó 2.273 hồ sơ đúng hạn chiếm 98,36%, 38 hồ sơ trễ hạn chiếm ";

/** The main document with our changes refused; those of others stay. */
function rejected(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(bytes);
  const edit = new PackageEdit(opened);
  for (const part of [opened.main, opened.related("footnotes", opened.main)]) {
    if (part === undefined) continue;
    const ours = 'w:author="Khớp"[^>]*>';
    edit.put(
      part,
      opened
        .text(part)
        .replace(new RegExp(`<w:ins [^>]*${ours}.*?</w:ins>`, "gs"), "")
        .replace(new RegExp(`<w:del [^>]*${ours}(.*?)</w:del>`, "gs"), (_, inside: string) => inside.replaceAll("w:delText", "w:t")),
    );
  }
  return edit.save();
}

/** The text of each stretch of like looks, so that it does not matter how runs are cut. */
function looks(bytes: Uint8Array): string[] {
  const opened = openPackage(bytes);
  const made: string[] = [];
  let last = "";
  for (const [, properties = "", text = ""] of opened.text(opened.main).replaceAll("<w:tab/>", t("\t")).matchAll(/<w:r>(<w:rPr>.*?<\/w:rPr>)?((?:<w:t[ >].*?<\/w:t>)+)<\/w:r>/gs)) {
    const plain = text.replace(/<[^>]*>/g, "");
    if (properties === last && made.length > 0) made[made.length - 1] += plain;
    else made.push(properties + plain);
    last = properties;
  }
  return made;
}

function fixed(body: string, more: WordParts = {}) {
  writeFileSync(join(folder, "in.docx"), wordFile(body, more));
  const { stderr, status } = khop("check", "in.docx", "--annotate", "out.docx", "--fix");
  return { stderr, status, before: readFileSync(join(folder, "in.docx")), after: readFileSync(join(folder, "out.docx")) };
}

describe("--fix", () => {
  const ins = (inside: string): string => `<w:ins w:id="7" w:author="Lan" w:date="2025-01-01T00:00:00Z">${inside}</w:ins>`;
  const control = (inside: string, properties = ""): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const ours = '<w:del w:id="#" w:author="Khớp" w:date="@">';
  const put = (text: string, properties = ""): string => `</w:del><w:ins w:id="#" w:author="Khớp" w:date="@">${r(text, properties)}</w:ins>`;
  const gone = (text: string, properties = ""): string => r(text, properties).replaceAll("w:t", "w:delText");

  it.each<[string, string[], string]>([
    ["in the middle of a run",           [`${opening}1,94%.`],                                        ours + gone("1,94") + put("1,64")],
    ["with the looks of its run",        [opening, r("1,94%", bold), "."],                            ours + gone("1,94", bold) + put("1,64", bold) + r("%", bold)],
    ["over three runs",                  [`${opening}1,`, r("9", bold), "4%."],                       `${ours + gone("1,")}</w:del>${ours + gone("9", bold)}</w:del>${ours + gone("4") + put("1,64")}`],
    ["in an insertion of somebody else", [opening, ins(r("1,94%.")), "Hết."],                         `${ins(ours + gone("1,94") + put("1,64").replace("</w:del>", "</w:del></w:ins>")).replace(/<\/w:ins>$/, "")}${ins(r("%")).replace('"7"', '"#"').replace(/<\/w:ins>$/, "")}`],
    ["in a link",                        [opening, `<w:hyperlink w:anchor="a">${r("1,94%")}</w:hyperlink>`], `<w:hyperlink w:anchor="a">[${ours + gone("1,94") + put("1,64")}${r("%")}]</w:hyperlink>`],
    ["in a content control",             [opening, control(r("1,94%"))],                              `<w:sdtContent>[${ours + gone("1,94") + put("1,64")}${r("%")}]</w:sdtContent>`],
    ["in the result of a link's field",  [opening, '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("1,94%"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'], ours + gone("1,94") + put("1,64")],
    ["behind a tab of the same run",     [opening, `<w:r><w:tab/>${t("1,94%")}</w:r>`],               ours + gone("1,94") + put("1,64")],
  ])("replaces the number %s: accepted, the finding is gone; rejected, all is as it was", (_, inside, expected) => {
    const { before, after, stderr } = fixed(sure + p(...inside));
    expect(stderr).toBe("Đã ghi out.docx: 1 ghi chú, 1 chỗ sửa bằng theo dõi thay đổi\n");
    const xml = openPackage(after).text("word/document.xml");
    const plain = xml.replace(/<w:commentRangeStart w:id="\d+"\/>/g, "[").replace(/<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:commentReference w:id="\1"\/><\/w:r>/g, "]").replace(/(?<=w:id=")\d+(?=" w:author="Khớp")/g, "#").replace(/(?<="Khớp" w:date=")[^"]*/g, "@").replace(/(?<=w:id=")10\d\d|(?<=<w:ins w:id=")(?!7")\d+(?=" w:author="Lan")/g, "#");
    expect(plain.replaceAll("[", "").replaceAll("]", "")).toContain(expected.replaceAll("[", "").replaceAll("]", ""));
    expect(plain.indexOf("[")).toBeLessThan(plain.indexOf("<w:del "));
    expect(plain.indexOf("]")).toBeGreaterThan(plain.lastIndexOf("</w:del>"));

    const was = readDocx(before);
    const accepted = readDocx(after);
    expect(accepted.text).toBe(was.text.replace("1,94%", "1,64%"));
    expect(examine(was.network).findings.map(({ severity }) => severity)).toEqual(["error"]);
    expect(examine(accepted.network).findings).toEqual([]);
    expect(readDocx(rejected(after)).text).toBe(was.text);
    expect(looks(rejected(after))).toEqual(looks(before));
  });

  it("gives every change an id of its own", () => {
    const { after } = fixed(sure + p(`${opening}1,`, r("9", bold), ins(r("4%."))));
    const ids = [...openPackage(after).text("word/document.xml").matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("mends a figure of a footnote in the footnote, with its comment at the mark", () => {
    const { before, after, stderr } = fixed(sure + p("Xem thêm", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."), { footnotes: `<w:footnote w:id="2">${p(`${opening}1,94%.`)}</w:footnote>`, styles: "" });
    expect(stderr).toContain("1 chỗ sửa");
    expect(openPackage(after).text("word/footnotes.xml")).toMatch(/<w:delText xml:space="preserve">1,94<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:r><w:t xml:space="preserve">1,64</);
    expect(examine(readDocx(after).network).findings).toEqual([]);
    expect(readDocx(rejected(after)).text).toBe(readDocx(before).text);
    expect(openPackage(after).bytes("word/styles.xml")).toEqual(openPackage(before).bytes("word/styles.xml"));
  });

  const field = (instruction: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("1,94%")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  it.each<[string, string]>([
    ["a field that Word works out anew", field("=SUM(ABOVE)")],
    ["a simple field",                   `<w:fldSimple w:instr="DOCPROPERTY x">${r("1,94%")}</w:fldSimple>`],
    ["a control bound to data",          control(r("1,94%"), '<w:dataBinding w:xpath="/a"/>')],
    ["a locked control",                 control(r("1,94%"), '<w:lock w:val="contentLocked"/>')],
    ["moved text",                       `<w:moveTo w:id="3" w:author="Lan">${r("1,94%")}</w:moveTo>`],
    ["a formula",                        "<m:oMath><m:r><m:t>1,94%</m:t></m:r></m:oMath>"],
  ])("leaves alone what would not stay, and says so: %s", (_, inside) => {
    const { after, stderr } = fixed(sure + p(opening, inside, "."));
    expect(stderr).toBe("Đã ghi out.docx: 1 ghi chú, 0 chỗ sửa bằng theo dõi thay đổi (1 chỗ khác nằm trong trường, công thức hay hộp chữ: hãy sửa tay)\n");
    expect(openPackage(after).text("word/document.xml")).not.toContain("<w:del ");
  });

  it("touches nothing that is not certain: a review, a tie, what was accepted", () => {
    const tie = p("Danh mục tăng 215 dịch vụ, trong đó tăng 148 dịch vụ toàn trình và tăng 57 dịch vụ một phần.");
    expect(fixed(tie).stderr).toBe("Đã ghi out.docx: 1 ghi chú, 0 chỗ sửa bằng theo dõi thay đổi\n");
    writeFileSync(join(folder, "in.docx"), wordFile(sure + p(`${opening}1,94%.`)));
    const [finding] = JSON.parse(khop("check", "in.docx", "--format", "json").stdout).documents[0].findings;
    khop("waive", "in.docx", finding.id, "--reason", "đã xem", "--waivers", "w.json");
    expect(khop("check", "in.docx", "--annotate", "out.docx", "--fix", "--waivers", "w.json").stderr).toBe("Đã ghi out.docx: 0 ghi chú, 0 chỗ sửa bằng theo dõi thay đổi\n");
    expect(readFileSync(join(folder, "out.docx"))).toEqual(readFileSync(join(folder, "in.docx")));
  });

  it("writes a thousands dot where a decimal comma was meant for it", () => {
    const posts = p("Mạng bưu chính có 118 điểm phục vụ, bình quân 7,889 người/điểm phục vụ.") + p("Toàn tỉnh có 1.046.310 thuê bao điện thoại, đạt mật độ 112,4 thuê bao/100 dân.") + p("Toàn tỉnh có 612.480 thuê bao internet băng rộng, đạt mật độ 65,8 thuê bao/100 dân.");
    const { after } = fixed(posts);
    expect(readDocx(after).text).toContain("bình quân 7.889 người/điểm");
  });

  it("needs a file to write to", () => {
    const { status, stderr } = khop("check", "in.docx", "--fix");
    expect(stderr).toContain("Cờ --fix cần --annotate");
    expect(status).toBe(2);
  });

  it("says that a signature does not hold for what was written, and leaves it in place", () => {
    const opened = openPackage(wordFile(sure + p(`${opening}1,94%.`)));
    const edit = new PackageEdit(opened);
    edit.put("_xmlsignatures/sig1.xml", "<Signature/>");
    writeFileSync(join(folder, "signed.docx"), edit.save());
    expect(khop("check", "signed.docx", "--annotate", "out.docx", "--quiet").stderr).toBe("Lưu ý: tài liệu gốc có chữ ký số; chữ ký không còn giá trị với out.docx, chỉ với bản gốc.\n");
    expect(openPackage(readFileSync(join(folder, "out.docx"))).text("_xmlsignatures/sig1.xml")).toBe("<Signature/>");
  });
});
