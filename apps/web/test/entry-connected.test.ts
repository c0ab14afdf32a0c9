import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Nhập số liệu, về máy chủ", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  const other = "dong-nghiep@an-phu.example";
  beforeAll(async () => {
    await pages.open(true);
    await pages.add(other, "clerk", "an-phu");
    await pages.add("gio-lanh@an-phu.example", "clerk", "an-phu.dong-con.gio-lanh");
    await pages.add("cua-lach@an-phu.example", "clerk", "an-phu.dong-con.cua-lach");
  });
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const department = "/nhap?regime=department-monthly&period=2024-M10&unit=an-phu";
  const commune = (unit: string) => `/nhap?regime=one-stop-monthly&period=2024-M10&unit=an-phu.${unit}`;
  const opened = async (email: string, path = department, options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.pageOf(email, path, options);
    await page.locator(".grid").first().waitFor();
    return page;
  };
  const cell = (page: Page, code: string) => page.locator(`input[data-key='2024-M10 ${code}']`);
  const type = async (page: Page, code: string, text: string): Promise<void> => {
    await cell(page, code).fill(text);
    await page.keyboard.press("Enter");
  };
  const sent = (page: Page) => page.getByText("Đã gửi về máy chủ lúc").waitFor();
  const isOf = (page: Page, code: string, text: string) => page.waitForFunction(([key, wanted]) => document.querySelector<HTMLInputElement>(`input[data-key='${key}']`)?.value === wanted, [`2024-M10 ${code}`, text]);
  /** What stands on the server. */
  const stands = async (page: Page, indicator: string): Promise<Record<string, string>> => {
    const { items } = await (await page.request.get(`${pages.address}/api/v1/provinces/an-phu/facts?period=2024-M10&indicator=${indicator}&orgUnit=an-phu`)).json();
    return Object.fromEntries(items.map(({ members, value }: { members?: Record<string, string>; value: string }) => [Object.values(members ?? {}).join(" "), value]));
  };

  it("from what is owed to figures sent up, with the keyboard alone", async () => {
    const page = await pages.pageOf(people.commune, "/nhap");
    await page.getByText("Số liệu phải gửi").waitFor();
    await page.getByRole("link", { name: "Nhập", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".grid").first().waitFor();
    await picture(page, "entry, connected, desktop");
    await cell(page, "one-stop.resolved late").focus();
    for (const text of ["không phải số", "2"]) {
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await cell(page, "one-stop.resolved late").focus();
    }
    const texts = { "one-stop.pending": "51", "citizens.visits": "39", "citizens.petitions complaint": "4", "citizens.petitions denunciation": "1", "citizens.petitions proposal": "7" };
    for (const [code, text] of Object.entries(texts)) await type(page, code, text);
    await sent(page);
    await page.getByRole("button", { name: "Gửi lên cấp trên" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("dialog").textContent()).toContain("tới thị xã Đông Cồn duyệt");
    await page.getByRole("dialog").getByRole("button", { name: "Gửi lên cấp trên" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("Số liệu đã gửi, không sửa ở đây nữa.").waitFor();
    await expect.poll(() => page.locator(".grid input").count()).toBe(0);
  });

  it("keeps on typing without a network, over a reload, and sends when it is back", async () => {
    const page = await opened(people.clerk);
    await sent(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await type(page, "documents sent commune", "6.740");
    await page.getByText("Đã lưu trên máy này, sẽ gửi khi có mạng").waitFor();
    await expect.poll(() => page.locator(".strip").textContent()).toContain("1 ô chờ gửi");
    await page.reload();
    await isOf(page, "documents sent commune", "6.740");
    await page.getByText("Đã lưu trên máy này, sẽ gửi khi có mạng").waitFor();
    await picture(page, "entry, offline");
    await page.context().setOffline(false);
    await sent(page);
    expect((await stands(page, "documents"))["sent commune"]).toBe("6740");
  });

  it("two at once: each sees what the other wrote; a cell that both changed shows both values, who and when", async () => {
    const [mine, theirs] = [await opened(people.clerk), await opened(other)];
    for (const page of [mine, theirs]) await sent(page);
    await type(mine, "documents sent province", "9.001");
    await mine.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("ô chờ gửi") === false);
    await sent(mine);
    await type(theirs, "documents sent district", "8.002");
    await isOf(theirs, "documents sent province", "9.001");
    await theirs.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("ô chờ gửi") === false);
    await theirs.context().setOffline(true);
    await type(theirs, "documents received province", "111");
    await theirs.getByText("sẽ gửi khi có mạng").waitFor();
    await type(mine, "documents received province", "222");
    await mine.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("ô chờ gửi") === false);
    await sent(mine);
    await isOf(mine, "documents sent district", "8.002");
    await theirs.context().setOffline(false);
    const told = theirs.locator(".conflict");
    await told.waitFor();
    await expect.poll(() => told.textContent()).toMatch(/bạn nhập 111; can-bo@an-phu\.example nhập 222 lúc \d\d:\d\d ngày/);
    expect(await violations(theirs)).toEqual([]);
    await picture(theirs, "entry, conflict");
    await told.getByRole("button", { name: "Giữ 111" }).click();
    await told.waitFor({ state: "detached" });
    await sent(theirs);
    expect((await stands(theirs, "documents"))["received province"]).toBe("111");
    await type(mine, "documents sent province", "9.003");
    await isOf(mine, "documents received province", "111");
    // What is undone is one's own, not the other's.
    await mine.locator("h1").click();
    await mine.keyboard.press("Control+z");
    await isOf(mine, "documents sent province", "9.001");
    await isOf(mine, "documents received province", "111");
  });

  it("tells at the cell what the server does not take, and sends the rest", async () => {
    const page = await opened(people.clerk);
    await sent(page);
    await type(page, "documents received district", "-5");
    await type(page, "documents received commune", "31.000");
    await page.locator(".tip", { hasText: "nhỏ hơn 0" }).waitFor();
    await page.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("1 ô chờ gửi"));
    expect((await stands(page, "documents"))["received commune"]).toBe("31000");
    await type(page, "documents received district", "12.644");
    await sent(page);
  });

  it("shows what those above ask to mend, and refuses to send what does not fit until it is accepted", async () => {
    const returned = await opened("gio-lanh@an-phu.example", commune("dong-con.gio-lanh"));
    await returned.getByText("Cấp trên yêu cầu xem lại: Sổ tiếp công dân ghi khác").waitFor();
    await expect.poll(() => returned.locator(".asked").textContent()).toContain("Đề nghị rà soát số đơn khiếu nại.");
    const page = await opened("cua-lach@an-phu.example", commune("dong-con.cua-lach"));
    await sent(page);
    await page.getByText("chặn gửi").waitFor();
    await page.getByRole("button", { name: "Gửi lên cấp trên" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Gửi lên cấp trên" }).click();
    await expect.poll(() => page.getByRole("dialog").getByRole("alert").textContent()).toContain("1 phát hiện chưa sửa hoặc chưa được chấp nhận");
    await page.keyboard.press("Escape");
    await type(page, "one-stop.pending", "70");
    await sent(page);
    await page.getByText("chặn gửi").waitFor({ state: "detached" });
    await page.getByLabel("Thêm trao đổi").fill("Đã sửa theo sổ.");
    await page.getByRole("button", { name: "Gửi trao đổi" }).click();
    await page.getByText("Đã sửa theo sổ.").waitFor();
    await page.getByRole("button", { name: "Gửi lên cấp trên" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Gửi lên cấp trên" }).click();
    await page.getByText("Số liệu đã gửi, không sửa ở đây nữa.").waitFor();
    pages.troubles.splice(0);
  });

  it("keeps files that bear figures out, and hands them back as they were", async () => {
    const page = await opened(people.clerk);
    await sent(page);
    await page.getByLabel("Kèm tệp").setInputFiles({ name: "sổ theo dõi.txt", mimeType: "text/plain", buffer: Buffer.from("nội dung sổ") });
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "sổ theo dõi.txt" }).click()]);
    expect(readFileSync(await file.path(), "utf8")).toBe("nội dung sổ");
  });

  it("keeps what is typed when the session ends, and goes on after signing in again", async () => {
    const page = await opened(people.clerk);
    await sent(page);
    await page.context().clearCookies();
    await type(page, "documents.signed province", "9.500");
    await page.getByRole("link", { name: "Đăng nhập lại" }).click();
    await page.getByLabel("Thư điện tử", { exact: true }).fill(people.clerk);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(pages.password(people.clerk));
    await page.keyboard.press("Enter");
    await isOf(page, "documents.signed province", "9.500");
    await sent(page);
    expect((await stands(page, "documents.signed")).province).toBe("9500");
    pages.troubles.splice(0);
  });

  it("leaves nothing behind that the server has, and keeps what it has not got, when its person signs out", async () => {
    const page = await opened(people.clerk);
    await sent(page);
    const kept = () => page.evaluate(() => new Promise<string[]>((done) => {
      const request = indexedDB.open("khop", 1);
      request.onsuccess = () => {
        const keys = request.result.transaction("books").objectStore("books").getAllKeys();
        keys.onsuccess = () => { request.result.close(); done(keys.result.map(String)); };
      };
    }));
    const signOut = async (): Promise<void> => {
      await page.goto(`${pages.address}/dang-nhap`);
      await page.getByRole("button", { name: "Đăng xuất" }).click();
      await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    };
    const place = `${people.clerk} an-phu department-monthly 2024-M10 an-phu`;
    await type(page, "documents received district", "-5");
    await page.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("1 ô chờ gửi"));
    await signOut();
    expect(await kept()).toEqual([place]);
    await page.getByLabel("Thư điện tử", { exact: true }).fill(people.clerk);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(pages.password(people.clerk));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Cán bộ nhập liệu" }).waitFor();
    await page.goto(pages.address + department);
    await isOf(page, "documents received district", "-5");
    await type(page, "documents received district", "12.644");
    await sent(page);
    await page.waitForFunction(() => document.querySelector(".strip")?.textContent?.includes("ô chờ gửi") === false);
    await signOut();
    await expect.poll(kept).toEqual([]);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened(people.clerk, department, { ...size, colorScheme });
    await sent(page);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect([await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `entry, connected, ${name}`);
    await page.goto(`${pages.address}/nhap`);
    await page.locator(".owed li").first().waitFor();
    expect([await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `entry, owed, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  });
});
