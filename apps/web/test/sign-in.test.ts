import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, holdsFocus, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

/** The code that an authenticator app shows (RFC 6238). */
function codeOf(key: string): string {
  const bits = [...key].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

describe("Đăng nhập", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());
  /** A wrong password, and asking before signing in, are refused, and browsers tell of that. */
  const expected = /status of 40[01]/;

  it("lets in with the keyboard alone, says who and of which unit, and lets out", async () => {
    const page = await pages.page("/dang-nhap");
    await page.getByLabel("Thư điện tử", { exact: true }).focus();
    await page.keyboard.type(people.clerk);
    await page.keyboard.press("Tab");
    await page.keyboard.type("không đúng");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("mật khẩu chưa đúng");
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("password");
    await page.keyboard.type(pages.password(people.clerk));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cán bộ nhập liệu" }).waitFor();
    await expect.poll(() => page.locator(".list tbody tr").allTextContents()).toEqual([expect.stringContaining("tỉnh An Phú")]);
    await expect.poll(() => page.locator(".who").textContent()).toBe("Cán bộ nhập liệu");
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes("session_token"));
    expect([cookie?.httpOnly, cookie?.sameSite]).toEqual([true, "Strict"]);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.goto(`${pages.address}/`);
    await expect.poll(() => page.locator(".who").textContent()).toBe("Cán bộ nhập liệu");
    await page.locator(".who").click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await expect.poll(async () => [await page.locator(".who").textContent(), await page.locator(".pages").textContent()]).toEqual(["Đăng nhập", "Kiểm traNhập số liệu"]);
  });

  it("offers again what could not be asked", async () => {
    const page = await pages.page("/dang-nhap");
    await page.getByLabel("Thư điện tử", { exact: true }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.getByLabel("Thư điện tử", { exact: true }).fill(people.clerk);
    await page.getByLabel("Mật khẩu", { exact: true }).fill("x");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("Không nối được với máy chủ");
    await page.reload();
    await page.getByText("Không có mạng").waitFor();
    await picture(page, "sign-in, offline");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.getByLabel("Thư điện tử", { exact: true }).waitFor();
  });

  it("knows its own pages by every name of the machine, and lets no other site's in", async () => {
    const page = await pages.page("/dang-nhap");
    const from = async (origin: string, address: string) =>
      (await page.request.post(`${address}/api/auth/sign-in/email`, { data: { email: people.head, password: pages.password(people.head) }, headers: { origin } })).status();
    const named = pages.address.replace("127.0.0.1", "localhost");
    await expect.poll(async () => [await from(pages.address, pages.address), await from(named, named), await from("https://example.com", pages.address)]).toEqual([200, 200, 403]);
  });

  it("asks for a code besides the password once that is set up, and takes one of those for a lost app", async () => {
    const email = "hai-buoc@an-phu.example";
    await pages.add(email, "reader", "an-phu");
    const page = await pages.pageOf(email, "/dang-nhap");
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await dialog.getByLabel("Mật khẩu").fill("không phải mật khẩu");
    await dialog.getByRole("button", { name: "Tiếp tục" }).click();
    await expect.poll(() => dialog.getByRole("alert").textContent()).toContain("Mật khẩu chưa đúng");
    await dialog.getByLabel("Mật khẩu").fill(pages.password(email));
    await dialog.getByRole("button", { name: "Tiếp tục" }).click();
    const key = (await dialog.locator("a code").textContent()) ?? "";
    const [spare = ""] = ((await dialog.locator("code").last().textContent()) ?? "").split(/\s+/);
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("Mã xác thực").fill("000000");
    await dialog.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await expect.poll(() => dialog.getByRole("alert").textContent()).toContain("Mã chưa đúng");
    await dialog.getByLabel("Mã xác thực").fill(codeOf(key));
    await dialog.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await page.getByText("Tài khoản này có xác thực hai bước.").waitFor();
    for (const code of [codeOf(key), spare]) {
      await page.getByRole("button", { name: "Đăng xuất" }).click();
      await page.getByLabel("Thư điện tử", { exact: true }).fill(email);
      await page.getByLabel("Mật khẩu", { exact: true }).fill(pages.password(email));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Mã xác thực" }).waitFor();
      await holdsFocus(page.getByLabel("Mã xác thực"));
      await page.keyboard.type("111111");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
      await holdsFocus(page.getByLabel("Mã xác thực"));
      await page.keyboard.type(code);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "hai-buoc" }).waitFor();
    }
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
    await page.getByLabel("Thư điện tử", { exact: true }).waitFor();
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
