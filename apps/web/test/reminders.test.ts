import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { Mail, read } from "./mail.ts";
import { people } from "./office.ts";

describe("Tiến độ, reminders by mail", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  let mail: Mail;
  const stuck = "cua-lach@an-phu.example";
  beforeAll(async () => {
    mail = await Mail.open();
    await pages.open(true, mail.settings);
    await pages.add(stuck, "clerk", "an-phu.dong-con.cua-lach");
  });
  afterEach(() => pages.closePages());
  afterAll(async () => {
    await pages.close();
    await mail.close();
  });
  const communes = "/tien-do?regime=one-stop-monthly&period=2024-M10";
  const remind = "Nhắc đơn vị chưa gửi";

  it("shows each letter before it goes, sends it once, and again only to whom it did not reach; with the keyboard alone", async () => {
    mail.full.add(stuck);
    const page = await pages.pageOf(people.admin, communes);
    await page.getByRole("button", { name: remind }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.locator("summary", { hasText: people.commune }).focus();
    await page.keyboard.press("Enter");
    const shown = await dialog.locator("li", { hasText: people.commune }).locator("pre").textContent();
    expect(shown).toContain("Kính gửi phường Cát Vàng");
    expect(mail.letters).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await picture(page, "progress, reminders, desktop");
    await dialog.getByRole("button", { name: remind }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("status").filter({ hasText: "1 thư chưa gửi được" }).waitFor();
    expect(mail.letters.map(({ to }) => to)).toContain(people.commune);
    expect(mail.letters.map(({ to }) => to)).not.toContain(stuck);
    const letter = mail.letters.find(({ to }) => to === people.commune);
    const { subject, text } = read(letter ?? { to: "", raw: "" });
    expect(subject).toMatch(/gửi số liệu tháng 10\/2024 của phường Cát Vàng/);
    expect(text.replaceAll("\r\n", "\n").trim()).toBe(shown?.trim());

    const sent = mail.letters.length;
    mail.full.clear();
    await page.getByRole("button", { name: remind }).focus();
    await page.keyboard.press("Enter");
    await dialog.locator("li", { hasText: people.commune }).getByText(/đã nhắc/).waitFor();
    await dialog.getByRole("button", { name: remind }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => mail.letters.slice(sent).map(({ to }) => to)).toEqual([stuck]);
  });

  it("has room on a phone", async () => {
    const page = await pages.pageOf(people.admin, communes, { ...phone, colorScheme: "dark" });
    await page.getByRole("button", { name: remind }).click();
    await page.getByRole("dialog").locator("summary").first().click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expect.poll(() => page.getByRole("dialog").getByText("Ai còn nợ số liệu cũng đã được nhắc").count()).toBe(1);
    await picture(page, "progress, reminders, dark, phone");
  });

  it("are no business of who only enters figures", async () => {
    const page = await pages.pageOf(people.commune, communes);
    await page.locator("main").waitFor();
    await expect.poll(() => page.getByRole("button", { name: remind }).count()).toBe(0);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 40[134]/.test(text))).toEqual([]);
  });
});
