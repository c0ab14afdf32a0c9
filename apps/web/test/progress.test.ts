import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, holdsFocus, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Tiến độ", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const communes = "/tien-do?regime=one-stop-monthly&period=2024-M10";
  const opened = async (email: string, path = communes, options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.pageOf(email, path, options);
    await page.locator(".tree tbody tr").first().waitFor();
    return page;
  };
  const lines = (page: Page) => page.locator(".tree tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent?.replace(/[▾▸]|\d\d:\d\d ngày [\d/]+/g, "").trim()).filter(Boolean).join("; ")));
  const decide = async (page: Page, name: string, reason?: string): Promise<void> => {
    await page.locator(".decide").getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    if (reason !== undefined) await dialog.getByLabel("Lý do", { exact: true }).fill(reason);
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  };

  it("tells who has sent and who has not, unit by unit, and how long there is", async () => {
    const page = await opened(people.head);
    await expect.poll(() => lines(page)).toEqual([
      "tỉnh An Phú2/5 đã gửi",
      "thị xã Đông Cồn0/3 đã gửi",
      "phường Cát Vàng; ◌ đang nhập; chưa gửi, còn hạn",
      "phường Cửa Lạch; ◌ đang nhập; chưa gửi, còn hạn",
      "xã Gió Lành; ↩ bị trả lại; gửi sớm",
      "huyện Hòa Lạc2/2 đã gửi",
      "xã Bình Minh; → đã gửi; gửi sớm; huyện Hòa Lạc",
      "xã Tân Lập; → đã gửi; gửi sớm",
    ]);
    await expect.poll(() => page.locator(".due").textContent()).toMatch(/^Hạn gửi \d\d\/\d\d\/\d{4} · còn \d ngày/);
    await expect.poll(() => page.locator(".tally button").allTextContents()).toEqual(["5 Tất cả", "3 gửi sớm", "2 chưa gửi, còn hạn", "2 chờ tôi duyệt"]);
    await page.getByRole("button", { name: "chưa gửi" }).click();
    await expect.poll(() => lines(page)).toHaveLength(2);
    await page.getByLabel("Chế độ báo cáo").selectOption({ label: "Báo cáo tháng của Sở Thông tin và Truyền thông" });
    await page.getByText("thiếu, đã quá hạn").first().waitFor();
    await expect.poll(() => page.locator(".due.over").textContent()).toContain("Hạn gửi 21/10/2024 · quá hạn");
  });

  it("with the keyboard alone: shuts and opens the tree, opens a unit, approves what waits", async () => {
    const page = await opened(people.head);
    await page.locator(".tree tbody tr").first().focus();
    const here = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.unit);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => [await here(), (await lines(page)).length]).toEqual(["an-phu.dong-con", 5]);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => here()).toBe("an-phu");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => [await here(), (await lines(page)).length]).toEqual(["an-phu.hoa-lac.binh-minh", 8]);
    await page.keyboard.press("Enter");
    await page.locator(".figures tbody tr").nth(3).waitFor();
    expect(new URL(page.url()).searchParams.get("unit")).toBe("an-phu.hoa-lac.binh-minh");
    await expect.poll(() => page.locator(".figures").textContent()).toContain("Hồ sơ tiếp nhận, trực tuyến hồ sơ");
    await picture(page, "progress, a unit, desktop");
    await page.locator(".decide button").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Duyệt: xã Bình Minh" }).waitFor();
    await expect.poll(() => page.getByRole("dialog").textContent()).toContain("Đây là cấp duyệt cuối");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await holdsFocus(page.locator(".decide button").first());
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Duyệt" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("✓ đã duyệt").first().waitFor();
    await expect.poll(() => page.locator(".steps b").first().textContent()).toBe("Duyệt");
  });

  it("gives back with a reason for a cell; who entered it reads both", async () => {
    const page = await opened(people.head, `${communes}&unit=an-phu.hoa-lac.tan-lap`);
    await page.locator(".figures tbody tr").nth(3).waitFor();
    await page.locator(".decide").getByRole("button", { name: "Trả lại" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Lượt tiếp công dân").click();
    await dialog.getByLabel("Cần xem lại ở Lượt tiếp công dân").fill("Sổ ghi 28 lượt");
    await dialog.getByLabel("Lý do", { exact: true }).fill("Chưa khớp với sổ");
    await picture(page, "progress, give back");
    await dialog.getByRole("button", { name: "Trả lại" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("↩ Sổ ghi 28 lượt").waitFor();
    await expect.poll(() => page.locator(".steps li").first().textContent()).toMatch(/Trả lại thay mặt huyện Hòa Lạc.*Chưa khớp với sổ.*Lượt tiếp công dân: Sổ ghi 28 lượt/s);
  });

  it("locks what is approved, and unlocks it with a reason only", async () => {
    const page = await opened(people.admin, `${communes}&unit=an-phu.hoa-lac.binh-minh`);
    await page.locator(".decide").waitFor();
    await decide(page, "Khóa");
    await page.getByText("■ đã khóa").first().waitFor();
    await page.locator(".decide").getByRole("button", { name: "Mở khóa" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mở khóa" }).click();
    await expect.poll(() => page.getByRole("dialog").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await decide(page, "Mở khóa", "Nhập nhầm tháng");
    await page.getByText("↩ bị trả lại").first().waitFor();
    await expect.poll(() => page.locator(".steps").first().textContent()).toContain("Nhập nhầm tháng");
  });

  it("tells what does not fit; whoever may accepts it with a reason; who may not is not asked", async () => {
    const lach = `${communes}&unit=an-phu.dong-con.cua-lach`;
    const clerk = await opened(people.clerk, lach);
    await clerk.locator(".found .finding").first().waitFor();
    await expect.poll(() => clerk.locator(".found").textContent()).toContain("chặn gửi");
    // Several repairs are as likely: each figure is in doubt, none is accused.
    await expect.poll(async () => [await clerk.locator(".figures .sign.unsure").count(), await clerk.locator(".figures .doubt").count()]).toEqual([6, 0]);
    await expect.poll(() => clerk.getByRole("button", { name: "Chấp nhận, ghi lý do" }).count()).toBe(0);
    const page = await opened(people.head, lach);
    await page.getByRole("button", { name: "Chấp nhận, ghi lý do" }).click();
    await page.getByRole("dialog").getByLabel("Lý do").fill("Đã đối chiếu <b>sổ</b>");
    await page.getByRole("dialog").getByRole("button", { name: "Chấp nhận" }).click();
    await page.getByText("Đã đối chiếu <b>sổ</b>").waitFor();
    await page.getByLabel("Thêm trao đổi").fill("Tháng sau ghi lại cho khớp.");
    await page.getByRole("button", { name: "Gửi trao đổi" }).click();
    await page.locator(".steps li", { hasText: "Tháng sau ghi lại cho khớp." }).waitFor();
  });

  it("refuses to decide on what has changed meanwhile, and shows the newest", async () => {
    const page = await opened(people.head, "/tien-do?regime=department-monthly&period=2024-M10&unit=an-phu");
    await page.locator(".figures tbody tr").nth(3).waitFor();
    const clerk = await pages.pageOf(people.clerk, "/dang-nhap");
    const at = `${pages.address}/api/v1/provinces/an-phu/periods/department-monthly/2024-M10/submissions/an-phu`;
    const send = async () => (await clerk.request.post(`${at}/submit`, { data: {}, headers: { origin: pages.address } })).status();
    expect(await send()).toBe(200);
    await page.reload();
    await page.locator(".decide").getByRole("button", { name: "Trả lại" }).click();
    await page.getByRole("dialog").getByLabel("Lý do", { exact: true }).fill("Xem lại");
    // Somebody else was quicker.
    const other = await pages.pageOf(people.head, "/dang-nhap");
    expect((await other.request.post(`${at}/return`, { data: { as: "an-phu", reason: "Trước" }, headers: { origin: pages.address } })).status()).toBe(200);
    await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("đã thay đổi sau khi bạn mở");
    await page.keyboard.press("Escape");
    await page.getByText("↩ bị trả lại").first().waitFor();
    pages.troubles.splice(0);
  });

  it("has letters ready for who has not sent, and says that the server sends none", async () => {
    const page = await opened(people.admin);
    await page.getByRole("button", { name: "Nhắc đơn vị chưa gửi" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Máy chủ chưa nối với hệ thống thư").waitFor();
    await dialog.locator("summary", { hasText: "cat-vang@an-phu.example" }).click();
    await expect.poll(() => dialog.locator("pre").first().textContent()).toContain("phường Cát Vàng");
  });

  it("has a calendar of deadlines, from which a period opens", async () => {
    const page = await pages.pageOf(people.head, `${communes}&view=lich`);
    await page.locator(".calendar .open").first().waitFor();
    await expect.poll(() => page.locator(".calendar .will").count()).toBeGreaterThan(0);
    await picture(page, "progress, calendar, desktop");
    await page.locator(".calendar .open button").first().click();
    await page.locator(".tree").waitFor();
  });

  it("says so to whoever is not signed in, may not, or has no network", async () => {
    const page = await pages.page(communes);
    await page.locator("main").getByRole("link", { name: "Đăng nhập" }).click();
    await page.getByLabel("Thư điện tử", { exact: true }).fill(people.head);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(pages.password(people.head));
    await page.keyboard.press("Enter");
    await page.locator(".tree").waitFor();
    expect(page.url()).toContain("regime=one-stop-monthly");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText("Không có mạng").waitFor();
    pages.troubles.splice(0);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened(people.head, communes, { ...size, colorScheme });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    await expect.poll(async () => [await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `progress, ${name}`, true);
    await page.getByRole("button", { name: "phường Cửa Lạch" }).click();
    await page.locator(".figures tbody tr").nth(3).waitFor();
    await page.locator(".steps").last().waitFor({ state: "attached" });
    await expect.poll(async () => [await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `progress, a unit, ${name}`, true);
    await page.goto(`${pages.address}${communes}&view=lich`);
    await page.locator(".calendar .open").first().waitFor();
    await expect.poll(async () => [await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `progress, calendar, ${name}`, true);
  });

  it("speaks English once it is asked to", async () => {
    const page = await opened(people.head);
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => page.locator(".due").textContent()).toMatch(/^Due \d+ \w+ \d{4} · \d d/);
    await expect.poll(() => page.locator(".tree thead").textContent()).toBe("UnitStateSentAgainst the deadlineApproved by");
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });
});
