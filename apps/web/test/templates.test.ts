import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Mẫu báo cáo", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const opened = async (email: string = people.admin, options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.pageOf(email, "/quan-tri?part=templates", options);
    await page.getByLabel("Chế độ báo cáo").selectOption("department-monthly");
    await place(page, "Chứng thư số").click();
    await editor(page).waitFor();
    await shown(page, "Trong kỳ đã cấp");
    return page;
  };
  const place = (page: Page, name: string) => page.getByRole("navigation", { name: "Các phần của báo cáo" }).getByRole("button", { name: new RegExp(name) });
  const editor = (page: Page) => page.getByRole("textbox", { name: "Mẫu của phần “Chứng thư số”" });
  const shown = (page: Page, text: string) => page.getByRole("article", { name: "Xem thử" }).getByText(text).waitFor();
  const write = async (page: Page, text: string): Promise<void> => {
    await editor(page).focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  };
  const confirm = async (page: Page, name: string, reason?: string): Promise<void> => {
    const dialog = page.getByRole("dialog");
    if (reason !== undefined) await dialog.getByRole("textbox").fill(reason);
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  };

  it("shows what a template would print as it is typed, where it is wrong, and offers what it may name", async () => {
    const page = await opened();
    await write(page, `Toàn tỉnh có {{ "certificates.issued" | figure }} mới.`);
    await shown(page, "Toàn tỉnh có");
    await page.locator(".preview data").first().focus();
    await page.getByText('Số này viết là "certificates.issued".').waitFor();
    await picture(page, "admin, a template and its preview");
    await write(page, `Một.\nToàn tỉnh có {{ "certificates.isued" | figure }} mới.`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toMatch(/dòng 2.*certificates\.issued/s);
    await expect.poll(() => page.getByRole("button", { name: "Ghi mẫu" }).isDisabled()).toBe(true);
    await page.locator(".cm-lint-marker-error").waitFor();
    await write(page, `Có {{ "certificates.is`);
    await page.keyboard.type("s");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "certificates.issued" }).waitFor();
    await picture(page, "admin, a template with what it may name");
    await page.keyboard.press("Enter");
    await expect.poll(() => editor(page).textContent()).toContain(`{{ "certificates.issued`);
    await page.getByRole("button", { name: "Bỏ chỗ đang sửa" }).click();
    await confirm(page, "Bỏ chỗ đang sửa");
    await shown(page, "Trong kỳ đã cấp");
  });

  it("keeps a template with a reason; reports follow it, and follow the regime's again; what was not kept is there after a reload", async () => {
    const page = await opened();
    await page.getByText("Chèn số liệu của phần này").click();
    await write(page, "Kỳ này cấp mới: ");
    await page.getByRole("button", { name: /^Chèn / }).first().click();
    await shown(page, "Kỳ này cấp mới:");
    await page.reload();
    await page.getByLabel("Chế độ báo cáo").selectOption("department-monthly");
    await place(page, "Chứng thư số").click();
    await shown(page, "Kỳ này cấp mới:");
    await expect.poll(() => place(page, "Chứng thư số").textContent()).toContain("đang sửa");
    await page.getByRole("button", { name: "Ghi mẫu" }).click();
    await expect.poll(() => page.getByRole("dialog").textContent()).toContain("đã chốt hoặc đã ký giữ nguyên");
    await confirm(page, "Ghi mẫu", "Gọn hơn");
    await place(page, "Chứng thư số").getByText("mẫu của tỉnh").waitFor();
    const reader = await pages.pageOf(people.head, "/bao-cao?regime=department-monthly&period=2024-M10");
    await reader.locator(".letter").getByText("Kỳ này cấp mới:").waitFor();
    await page.getByText("Các bản trước").click();
    await page.getByText("Gọn hơn").waitFor();
    await page.getByRole("button", { name: "Về mẫu của chế độ" }).click();
    await confirm(page, "Về mẫu của chế độ", "Như cũ");
    await shown(page, "Trong kỳ đã cấp");
    await reader.reload();
    await reader.locator(".letter").getByText("Trong kỳ đã cấp").waitFor();
    await page.getByText("Như cũ").waitFor();
    await page.getByRole("button", { name: /^Lấy bản của/ }).last().click();
    await shown(page, "Kỳ này cấp mới:");
  });

  it("is to be looked at by whoever may not change it, over the figures that they may see", async () => {
    const page = await opened(people.head);
    await page.getByText("chỉ cho xem mẫu").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Ghi mẫu" }).count()).toBe(0);
    await page.getByLabel("Xem thử với").selectOption({ index: 1 });
    await page.getByRole("article", { name: "Xem thử" }).waitFor();
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened(people.admin, { ...size, colorScheme });
    await page.getByText("Cách viết").click();
    expect([await violations(page), await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([[], true]);
    await picture(page, `admin, templates, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });
});
