import { readFileSync } from "node:fs";
import { readDocx } from "@khop/reader/docx";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, holdsFocus, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { faulty, hostile, sheetOf, wordOf } from "./reports.ts";

describe("Kiểm tra", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  let word: Buffer;
  beforeAll(async () => {
    word = await wordOf(...faulty);
    await pages.open();
  });
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const choose = (page: Page, name: string, buffer: Buffer | string, nth = 0) =>
    page.locator("input[type=file]").nth(nth).setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  const opened = async (options = desktop, name = "bao-cao.docx", buffer: Buffer | string = word): Promise<Page> => {
    const page = await pages.page("/", options);
    await choose(page, name, buffer);
    await page.locator(".paper").waitFor();
    return page;
  };
  /** A file dropped onto the page, as a hand does it. */
  const drop = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
    const transfer = await page.evaluateHandle(([called, bytes]) => {
      const given = new DataTransfer();
      given.items.add(new File([Uint8Array.from(atob(bytes as string), (sign) => sign.charCodeAt(0))], called as string));
      return given;
    }, [name, buffer.toString("base64")]);
    for (const type of ["dragover", "drop"]) await page.dispatchEvent("main", type, { dataTransfer: transfer });
  };
  const titles = (page: Page): Promise<string[]> => page.locator(".finding button").allTextContents();
  const figure = (page: Page, text: string) => page.locator(".paper a.figure", { hasText: text }).first();
  const download = async (page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const [file] = await Promise.all([page.waitForEvent("download"), click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const printed = async (paragraphs: readonly string[]): Promise<Buffer> => {
    const page = await pages.page();
    await page.evaluate((all) => document.body.replaceChildren(...all.map((text) => Object.assign(document.createElement("p"), { textContent: text }))), paragraphs);
    return page.pdf();
  };
  const mark = (page: Page, text: string): Promise<string | null> => figure(page, text).getAttribute("aria-description");

  it("from a dropped Word file to findings, an accepted repair, and the file with comments and a tracked change", async () => {
    const page = await pages.page();
    await drop(page, "bao-cao.docx", word);
    await page.locator(".paper").waitFor();
    await expect.poll(() => titles(page)).toEqual(["1,94\u00a0% nhiều khả năng là 1,64\u00a0%", expect.stringContaining("Chưa rõ con số nào")]);
    await expect.poll(async () => [await mark(page, "98,36%"), await mark(page, "1,94%"), await mark(page, "215")]).toEqual(["Khớp", "Nhiều khả năng chưa đúng", "Không khớp"]);
    await figure(page, "1,94%").click();
    const note = page.locator(".note");
    await expect.poll(() => note.locator(".working").allTextContents()).toEqual([expect.stringContaining("1,64 %"), expect.stringContaining("100,30 %")]);
    await expect.poll(() => page.locator(".lines path").count()).toBeGreaterThan(2);
    await note.getByRole("button", { name: "Nhận 1,64" }).click();
    await page.locator(".paper ins", { hasText: "1,64%" }).waitFor();
    await expect.poll(async () => [await mark(page, "1,64%"), (await titles(page)).length]).toEqual(["Khớp", 1]);
    await picture(page, "accepted");
    const { name, bytes } = await download(page, () => page.getByRole("button", { name: "Tải bản Word có ghi chú" }).click());
    expect(name).toBe("bao-cao (ghi chú).docx");
    const again = readDocx(new Uint8Array(bytes));
    expect(again.text).toContain("38 hồ sơ trễ hạn chiếm 1,64%");
    const { openPackage } = await import("@khop/ooxml");
    const text = (part: string) => new TextDecoder().decode(openPackage(new Uint8Array(bytes)).bytes(part));
    expect(text("word/document.xml")).toMatch(/<w:del .*1,94.*<w:ins .*1,64/s);
    expect(text("word/comments.xml")).toContain("148 + 57");
  });

  it("undoes, redoes and takes back; a waived finding keeps its reason", async () => {
    const page = await opened();
    await figure(page, "1,94%").click();
    await page.locator(".note").getByRole("button", { name: "Bỏ qua, ghi lý do" }).click();
    await page.getByLabel("Lý do").fill("số ước");
    await page.getByRole("button", { name: "Bỏ qua", exact: true }).click();
    await page.getByText("Đã bỏ qua: số ước").first().waitFor();
    await expect.poll(() => mark(page, "1,94%")).toBe("Không khớp, đã chấp nhận");
    await page.keyboard.press("Control+z");
    await page.getByText("Đã bỏ qua: số ước").first().waitFor({ state: "detached" });
    await page.keyboard.press("Control+y");
    await page.getByText("Đã bỏ qua: số ước").first().waitFor();
    const { bytes } = await download(page, async () => {
      await page.locator(".menu summary").click();
      await page.getByRole("button", { name: "Tải dữ liệu (JSON)" }).click();
    });
    const { schema, documents } = JSON.parse(bytes.toString());
    expect([schema, documents[0].file, documents[0].findings[0].waived.reason]).toEqual(["khop.check/1", "bao-cao.docx", "số ước"]);
    await page.getByRole("button", { name: "Bỏ quyết định này" }).click();
    await page.getByText("Đã bỏ qua: số ước").first().waitFor({ state: "detached" });
  });

  it("with the keyboard alone: to a figure, its note, the repair, the next finding, the reason, the map", async () => {
    const page = await pages.page();
    await page.getByRole("heading", { name: "Thả báo cáo vào đây" }).waitFor();
    for (const name of ["Tới nội dung", "Khớp", "Kiểm tra", "Nhập số liệu", "English", "Nền tối", "Đăng nhập", "Chọn tệp", "Dán văn bản"]) {
      await page.keyboard.press("Tab");
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent)).toBe(name);
    }
    await page.keyboard.press("Enter");
    await holdsFocus(page.locator("textarea"));
    await page.keyboard.type(faulty.join("\n"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".paper").waitFor();
    const here = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("n");
    await expect.poll(() => here()).toBe("1,94%");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => here()).toBe("38");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => here()).toMatch(/^(?:215|148|57)$/);
    await page.keyboard.press("Home");
    await expect.poll(() => here()).toBe("2.311");
    await page.keyboard.press("p");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    await expect.poll(() => here()).toBe("1,94%");
    await page.locator(".note .likely").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Nhận"));
    await page.keyboard.press("Escape");
    await expect.poll(async () => [await here(), await page.locator(".note").count()]).toEqual(["1,94%", 0]);
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    await page.locator(".note .likely").waitFor();
    await page.keyboard.press("a");
    await page.locator(".paper ins").waitFor();
    await page.keyboard.press("n");
    await page.locator(".note .likely", { hasText: "215" }).waitFor();
    await page.keyboard.press("w");
    await holdsFocus(page.getByLabel("Lý do"));
    await page.keyboard.type("đang rà soát");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Đã bỏ qua: đang rà soát").first().waitFor();
    await page.keyboard.press("?");
    await expect.poll(() => page.getByRole("dialog", { name: "Phím tắt" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("holds a report against the one before it, and lets go of that again", async () => {
    const page = await opened(desktop, "thang-4.md", "# Báo cáo tháng 4/2025\n\nTháng 4/2025, xã nhận 520 hồ sơ, tăng 20 hồ sơ so với tháng trước.\n");
    await choose(page, "thang-3.md", "# Báo cáo tháng 3/2025\n\nTháng 3/2025, xã nhận 510 hồ sơ.\n", 1);
    await page.getByText("Đối chiếu với thang-3.md").waitFor();
    expect((await titles(page)).length).toBe(1);
    await page.getByRole("button", { name: "Bỏ báo cáo kỳ trước" }).click();
    await page.getByText("Không thấy con số nào chưa khớp.").waitFor();
  });

  it("shows a report full of HTML and script as text", async () => {
    for (const [name, text] of [["a.txt", hostile.join("\n\n")], ["a.docx", await wordOf(...hostile)]] as const) {
      const page = await opened(desktop, name, text);
      await expect.poll(() => page.locator(".paper").textContent()).toContain("<script>window.harmed = true</script>");
      await expect.poll(() => page.locator(".paper").locator("script, img, iframe, textarea").count()).toBe(0);
      expect(await page.evaluate(() => "harmed" in window)).toBe(false);
    }
  });

  it.each<[string, string, Buffer | string, string]>([
    ["a damaged Word file", "a.docx", Buffer.from("PK\u0003\u0004 and no more", "latin1"), "Tệp bị hỏng hoặc thiếu một phần"],
    ["Word by name only",   "a.docx", "x",                                                 "Tệp không phải loại mà tên nó nói"],
    ["an old Word file",    "a.doc",  "\u00d0\u00cf\u0011\u00e0",                          "Word, Excel 97–2003"],
    ["an empty file",       "a.txt",  " \n",                                               "Không có chữ nào để kiểm"],
    ["a picture",           "a.png",  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),   "Tệp không phải văn bản"],
  ])("says what is wrong with a file and how to mend it: %s", async (_, name, buffer, said) => {
    const page = await pages.page();
    await choose(page, name, buffer);
    await expect.poll(() => page.getByRole("alert").textContent()).toContain(said);
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/[Hh]ãy/);
  });

  it.each<[string, string, () => Promise<Buffer | string>, string, string]>([
    ["TCVN3",    "a.txt",  async () => Buffer.from("X· ®· nhËn 12 hå s¬, trong ®ã 5 hå s¬ trùc tiÕp vµ 6 hå s¬ trùc tuyÕn.", "latin1"), "Xã đã nhận 12 hồ sơ", "Tải trang kết quả (HTML)"],
    ["CSV",      "a.csv",  async () => "Cấp;Số hồ sơ\nTỉnh;10\nXã;20\nTổng số;31\n",                                                   "Tổng số",             "Tải trang kết quả (HTML)"],
    ["HTML",     "a.html", async () => `<html><meta charset="utf-8">${faulty.map((text) => `<p>${text}`).join("")}`,                      "Xã đã giải quyết",    "Tải trang kết quả (HTML)"],
    ["Excel",    "a.xlsx", () => sheetOf(["Cấp", "Số hồ sơ"], ["Tỉnh", 10], ["Xã", 20], ["Tổng số", 31]),                                 "Tổng số",             "Tải bản Excel có ghi chú"],
    ["PDF",      "a.pdf",  () => printed(faulty),                                                                                           "Xã đã giải quyết",    "Tải bản PDF có ghi chú"],
  ])("reads %s, and hands it back", async (_, name, make, text, button) => {
    const page = await opened(desktop, name, await make());
    await expect.poll(() => page.locator(".paper").textContent()).toContain(text);
    expect((await titles(page)).length).toBeGreaterThan(0);
    const { bytes } = await download(page, () => page.getByRole("button", { name: button }).click());
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, desktop",  "dark",  desktop],
    ["light, phone",   "light", phone],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await pages.page("/", { ...size, colorScheme });
    const sound = async (state: string) => {
      expect([state, await violations(page)]).toEqual([state, []]);
      expect([state, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([state, true]);
      await picture(page, `check, ${state}, ${name}`);
    };
    await page.getByRole("button", { name: "Thử với báo cáo mẫu" }).waitFor();
    if (size === desktop) await sound("empty");
    else await picture(page, `check, empty, ${name}`);
    await page.getByRole("button", { name: "Thử với báo cáo mẫu" }).click();
    await figure(page, "1,94%").click();
    await page.locator(".note").waitFor();
    await sound("note");
    if (size === phone) {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Phát hiện \(/ }).click();
      await sound("findings");
    }
  });

  it("reads well to a screen reader", async () => {
    const page = await opened();
    await figure(page, "1,94%").click();
    await page.locator(".note").waitFor();
    expect(await page.locator("main").ariaSnapshot()).toMatchSnapshot();
  });

  it("moves nothing for those who want no motion", async () => {
    const page = await opened(phone);
    await figure(page, "1,94%").click();
    await page.locator(".note").waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });

  it("asks nothing of anybody else, and of its own place only for its own files", async () => {
    const own = pages.requests.filter((url) => url.startsWith(pages.address)).map((url) => new URL(url).pathname);
    expect(pages.strangers()).toEqual([]);
    expect(own.filter((path) => !/^\/(?:$|[a-z-]+\.html$|assets\/|icon\.svg$|manifest\.webmanifest$|service-worker\.js$)/.test(path))).toEqual([]);
    expect(pages.troubles).toEqual([]);
  });

  it("works on without a network, even when it is loaded anew", async () => {
    const page = await pages.page();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    pages.stopServing();
    await page.reload();
    await page.context().setOffline(true);
    await page.getByText("Đang ngoại tuyến, vẫn kiểm được").waitFor();
    await choose(page, "bao-cao.docx", word);
    await page.locator(".paper").waitFor();
    expect((await titles(page)).length).toBe(2);
    await figure(page, "1,94%").click();
    await download(page, () => page.getByRole("button", { name: "Tải bản Word có ghi chú" }).click());
    await picture(page, "offline");
  });
});
