import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, desktop, notRun, Pages, phone, picture, violations } from "./browser.ts";
import { people } from "./office.ts";

describe("Đăng nhập", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true), 120_000);
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());
  /** A wrong password, and asking before signing in, are refused, and browsers tell of that. */
  const expected = /status of 401/;

  it("lets in with the keyboard alone, says who and of which unit, and lets out", async () => {
    const page = await pages.page("/dang-nhap");
    await page.getByLabel("Thư điện tử").focus();
    await page.keyboard.type(people.clerk);
    await page.keyboard.press("Tab");
    await page.keyboard.type("không đúng");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("mật khẩu chưa đúng");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("password");
    await page.keyboard.type(pages.password(people.clerk));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cán bộ nhập liệu" }).waitFor();
    expect(await page.locator(".list tbody tr").allTextContents()).toEqual([expect.stringContaining("tỉnh An Phú")]);
    expect(await page.locator(".who").textContent()).toBe("Cán bộ nhập liệu");
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes("session_token"));
    expect([cookie?.httpOnly, cookie?.sameSite]).toEqual([true, "Strict"]);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.goto(`${pages.address}/`);
    expect(await page.locator(".who").textContent()).toBe("Cán bộ nhập liệu");
    await page.locator(".who").click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    expect([await page.locator(".who").textContent(), await page.locator(".pages").textContent()]).toEqual(["Đăng nhập", "Kiểm traNhập số liệu"]);
  });

  it("offers again what could not be asked", async () => {
    const page = await pages.page("/dang-nhap");
    await page.getByLabel("Thư điện tử").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.getByLabel("Thư điện tử").fill(people.clerk);
    await page.getByLabel("Mật khẩu", { exact: true }).fill("x");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Không nối được với máy chủ");
    await page.reload();
    await page.getByText("Không có mạng").waitFor();
    await picture(page, "sign-in, offline");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.getByLabel("Thư điện tử").waitFor();
  });

  it("knows its own pages by every name of the machine, and lets no other site's in", async () => {
    const page = await pages.page("/dang-nhap");
    const from = async (origin: string, address: string) =>
      (await page.request.post(`${address}/api/auth/sign-in/email`, { data: { email: people.head, password: pages.password(people.head) }, headers: { origin } })).status();
    const named = pages.address.replace("127.0.0.1", "localhost");
    expect([await from(pages.address, pages.address), await from(named, named), await from("https://example.com", pages.address)]).toEqual([200, 200, 403]);
  });

  it("the check page may ask nobody, whoever is signed in", async () => {
    const page = await pages.pageOf(people.admin, "/");
    expect(await page.evaluate(() => fetch("/api/v1/me").then(() => "asked", () => "refused"))).toBe("refused");
    await page.goto(`${pages.address}/dang-nhap`);
    expect(await page.evaluate(() => fetch("/api/v1/me").then(({ status }) => status))).toBe(200);
    expect(await page.evaluate(() => fetch("https://example.com/").then(() => "asked", () => "refused"))).toBe("refused");
    pages.troubles.splice(0);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await pages.page("/dang-nhap", { ...size, colorScheme });
    await page.getByLabel("Thư điện tử").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `sign-in, ${name}`);
    const inside = await pages.pageOf(people.admin, "/dang-nhap", { ...size, colorScheme });
    await inside.locator(".list").waitFor();
    expect(await violations(inside)).toEqual([]);
    expect(await inside.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await picture(inside, `account, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !expected.test(text) && !text.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});
