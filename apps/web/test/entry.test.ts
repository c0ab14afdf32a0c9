import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { sheetOf } from "./reports.ts";

describe("Nhập số liệu", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open());
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const opened = async (options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.page("/nhap", options);
    await page.getByRole("button", { name: "Mở ví dụ" }).click();
    await page.locator(".grid input").first().waitFor();
    return page;
  };
  const key = (code: string): string => `2024-M10 ${code}`;
  const cell = (page: Page, code: string) => page.locator(`input[data-key='${key(code)}']`);
  const total = (page: Page) => page.locator(totals).nth(1);
  const totals = "#form-documents .total .computed:not(.before)";
  /** Waits until the total of what was received says so. */
  const totalIs = (page: Page, text: string) => page.waitForFunction(([all, wanted]) => document.querySelectorAll(all as string)[1]?.textContent === wanted, [totals, text]);
  const told = async (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

  it("computes totals as typed, speaks at the cell, and undoes", async () => {
    const page = await opened();
    await cell(page, "documents received commune").fill("100");
    await totalIs(page, "43.907");
    await page.keyboard.press("Escape");
    await totalIs(page, "75.525");
    await cell(page, "documents received commune").fill("6.7x");
    await page.keyboard.press("Enter");
    await told(page, "không phải con số");
    await expect.poll(async () => [await cell(page, "documents received commune").inputValue(), await total(page).textContent()]).toEqual(["6.7x", "chưa tính được"]);
    await page.keyboard.press("Control+z");
    await page.locator(".tip").first().waitFor({ state: "detached" });
    await expect.poll(() => cell(page, "documents received commune").inputValue()).not.toBe("6.7x");
  });

  it("keeps missing, zero and nothing apart", async () => {
    const page = await opened();
    for (const [text, shown] of [["0", "43.807"], ["", "còn thiếu"], ["không phát sinh", "43.807"]] as const) {
      await cell(page, "documents received commune").fill(text);
      await page.keyboard.press("Enter");
      await totalIs(page, shown);
    }
    await expect.poll(() => page.locator(".tip").count()).toBe(0);
  });

  it("tells what breaks a rule, with the keyboard alone to the cell and to its repair", async () => {
    const page = await opened();
    await cell(page, "documents.signed province").fill("90.141");
    await page.keyboard.press("Enter");
    await page.locator(".tip").first().waitFor();
    await expect.poll(() => page.locator(".side .finding").count()).toBeGreaterThan(0);
    await page.locator("h1").click();
    await page.keyboard.press("F8");
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).ariaInvalid)).toBe("true");
    await picture(page, "entry, a rule");
  });

  it("takes a block from Excel, cell by cell, as one step", async () => {
    const page = await opened();
    await cell(page, "documents received province").focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "1\t10\r\n2\t20\r\n3\t30\r\n");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await totalIs(page, "6");
    await expect.poll(() => cell(page, "documents.signed commune").inputValue()).toBe("30");
    await page.locator("h1").click();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await expect.poll(() => cell(page, "documents received province").inputValue()).toBe("29.884");
  });

  it("loses nothing when it is loaded anew, without a network", async () => {
    const page = await opened();
    await cell(page, "documents sent commune").fill("123");
    await page.keyboard.press("Enter");
    await told(page, "Đã lưu trên máy này lúc");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await expect.poll(() => cell(page, "documents sent commune").inputValue()).toBe("123");
  });

  it("hands out a file that it takes again, and says which cells of another it cannot take", async () => {
    const page = await opened();
    const download = async (name: string): Promise<Buffer> => {
      await page.locator(".menu summary").click();
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return readFileSync(await file.path());
    };
    const csv = await download("Số liệu đã nhập (CSV)");
    expect(csv.toString("utf8")).toContain("documents sent commune;");
    expect((await download("Phụ lục của kỳ (Excel)")).subarray(0, 2).toString()).toBe("PK");
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name: "Nhập kỳ khác" }).click();
    await page.getByRole("button", { name: "Thay" }).click();
    await page.getByLabel("Đơn vị").fill("Sở ở đâu đó");
    await page.getByRole("button", { name: "Bắt đầu nhập" }).click();
    await page.locator(".grid").first().waitFor();
    const take = (name: string, buffer: Buffer) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer });
    await take("a.csv", csv);
    await told(page, "số liệu từ tệp");
    await take("b.xlsx", await sheetOf(["Mã", "Giá trị"], ["documents sent commune", "mười"], ["documents sent province", 12]));
    await told(page, "Tháng 10!B2");
    await told(page, "Đã nhập 1 số liệu từ tệp.");
  });

  it("shows one level at a time on a phone, with the total beside, and leads to what does not fit on another", async () => {
    const page = await opened(phone);
    const documents = page.locator("#form-documents");
    await expect.poll(() => documents.getByRole("grid").first().getAttribute("aria-colcount")).toBe("4");
    await documents.getByRole("button", { name: "cấp xã" }).first().click();
    await cell(page, "documents received commune").fill("100");
    await page.keyboard.press("Enter");
    await page.locator("#form-documents").getByText("43.907").waitFor();
    await documents.getByRole("button", { name: "cấp tỉnh" }).first().click();
    await cell(page, "documents.signed province").fill("90.141");
    await page.keyboard.press("Enter");
    await page.locator(".tip").first().waitFor();
    await documents.evaluate((form) => form.scrollIntoView());
    await picture(page, "entry, one level, phone");
    await documents.getByRole("button", { name: "cấp xã" }).first().click();
    await expect.poll(() => cell(page, "documents.signed province").count()).toBe(0);
    await page.locator(".rail .finding button").first().click();
    await page.waitForFunction((wanted) => (document.activeElement as HTMLElement).dataset.key === wanted, key("documents.signed province"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it("moves as Excel does: arrows between cells, F2 into the text, Home and End along the row, Esc back", async () => {
    const page = await opened();
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key?.split(" ").slice(1).join(" "));
    await cell(page, "documents sent province").click();
    await cell(page, "documents sent province").selectText();
    const steps = [
      ["ArrowRight", "documents received province"],
      ["ArrowRight", "documents.signed province"],
      ["ArrowDown", "documents.signed district"],
      ["Home", "documents sent district"],
      ["ArrowUp", "documents sent province"],
      ["End", "documents.signed province"],
      ["ArrowLeft", "documents received province"],
      ["Shift+Enter", undefined],
      ["Control+End", undefined],
      ["Control+Home", await page.evaluate(() => document.querySelector<HTMLElement>(".grid input")?.dataset.key?.split(" ").slice(1).join(" "))],
    ] as const;
    for (const [press, expected] of steps) {
      await page.keyboard.press(press);
      if (expected !== undefined) await expect.poll(() => at()).toBe(expected);
    }
    await cell(page, "documents sent province").selectText();
    // Typed over, given back; then written within.
    const before = await cell(page, "documents sent province").inputValue();
    await page.keyboard.type("12");
    await page.keyboard.press("Escape");
    await expect.poll(() => cell(page, "documents sent province").inputValue()).toBe(before);
    await page.keyboard.press("F2");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await expect.poll(async () => [await at(), await cell(page, "documents sent province").inputValue()]).toEqual(["documents sent district", `${before.slice(0, -1)}7${before.slice(-1)}`]);
  });

  it("works out shares and changes below each form as they are typed", async () => {
    const page = await opened();
    const share = page.getByRole("row", { name: /^Tỷ lệ sử dụng chữ ký số cá nhân, cấp xã/ }).locator(".computed").first();
    const before = await share.textContent();
    await cell(page, "documents.signed commune").fill("3.000");
    await page.waitForFunction(([row, was]) => row !== null && (row as HTMLElement).textContent !== was, [await share.elementHandle(), before] as const);
    await expect.poll(() => share.textContent()).toMatch(/^\d+,\d\d$/);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened({ ...size, colorScheme });
    await cell(page, "documents sent province").fill("x");
    await page.keyboard.press("Enter");
    await page.locator(".tip").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await picture(page, `entry, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    // One of them is without a network, and asks who is signed in.
    expect(pages.troubles.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});
