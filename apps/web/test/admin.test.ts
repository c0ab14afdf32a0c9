import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Quản trị", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const opened = async (part: string, options: Parameters<Pages["page"]>[1] = desktop, email: string = people.admin): Promise<Page> => {
    const page = await pages.pageOf(email, `/quan-tri?part=${part}`, options);
    await page.locator(".part h2").waitFor();
    return page;
  };
  const dialog = (page: Page) => page.getByRole("dialog");
  const confirm = async (page: Page, name: string): Promise<void> => {
    await dialog(page).getByRole("button", { name, exact: true }).click();
    await dialog(page).waitFor({ state: "detached" });
  };

  it("opens a period, and says first who will owe", async () => {
    const page = await opened("periods");
    await page.getByRole("button", { name: "Mở kỳ" }).click();
    await dialog(page).getByLabel("Chế độ báo cáo").selectOption("one-stop-monthly");
    await dialog(page).getByText(/3 đơn vị phải gửi số liệu \(.*xã Gió Lành.*\)/).waitFor();
    await dialog(page).getByLabel("Chế độ báo cáo").selectOption("health-quarterly");
    await expect.poll(() => dialog(page).textContent()).toContain("1 đơn vị phải gửi số liệu (tỉnh An Phú)");
    await picture(page, "admin, open a period");
    await confirm(page, "Mở kỳ");
    await page.getByRole("rowheader", { name: "Báo cáo quý công tác y tế" }).waitFor();
    await page.getByRole("button", { name: "Mở kỳ" }).click();
    await dialog(page).getByLabel("Chế độ báo cáo").selectOption("health-quarterly");
    await dialog(page).getByRole("button", { name: "Mở kỳ" }).click();
    await expect.poll(() => dialog(page).getByRole("alert").textContent()).toContain("đã mở rồi");
  });

  it("adds a unit, changes its name, and shows what became of units", async () => {
    const page = await opened("units");
    await page.getByRole("button", { name: "Thêm đơn vị" }).click();
    await dialog(page).getByLabel("Mã").fill("an-phu.thu");
    await dialog(page).getByLabel("Tên").fill("xã Thử");
    await dialog(page).getByLabel("Trực thuộc").selectOption({ label: "tỉnh An Phú" });
    await dialog(page).getByLabel("Từ ngày").fill("2025-07-01");
    await confirm(page, "Ghi đơn vị");
    await page.locator("[data-unit='an-phu.thu']").waitFor();
    await page.getByRole("button", { name: "Sửa: xã Thử" }).click();
    await dialog(page).getByLabel("Tên").fill("xã Đã Sửa");
    await confirm(page, "Ghi đơn vị");
    await page.locator("[data-unit='an-phu.thu']", { hasText: "xã Đã Sửa" }).waitFor();
    await expect.poll(() => page.locator("[data-unit='an-phu.thu']").textContent()).toContain("01/07/2025");
    await expect.poll(() => page.locator(".lines-of").textContent()).toContain("xã Bình Minh, xã Tân Lập sáp nhập thành xã Bình Lập");
  });

  it("says what somebody else made of a unit or of roles meanwhile, and writes over it only when told again", async () => {
    const { request } = await pages.pageOf(people.admin, "/tai-khoan");
    const at = `${pages.address}/api/v1/provinces/an-phu`;
    const put = async (path: string, data: object) => expect((await request.put(`${at}/${path}`, { data, headers: { origin: pages.address } })).status()).toBe(200);
    const rolesOf = async (user: string) => (await (await request.get(`${at}/roles/${user}`)).json()) as { roles: { role: string; orgUnit: string }[] };
    const page = await opened("units");
    await page.getByRole("button", { name: "Sửa: xã Đã Sửa" }).click();
    const unit = (id: string, name: string) => ({ orgUnits: [{ id, name, level: "commune", parent: "an-phu", validFrom: "2025-07-01", validTo: null }] });
    await put("org-units", unit("an-phu.khac", "xã Khác"));
    await dialog(page).getByLabel("Tên").fill("xã Của Tôi");
    await confirm(page, "Ghi đơn vị");
    await page.getByRole("button", { name: "Sửa: xã Của Tôi" }).click();
    await put("org-units", unit("an-phu.thu", "xã Của Họ"));
    await dialog(page).getByLabel("Tên").fill("xã Vẫn Của Tôi");
    await dialog(page).getByRole("button", { name: "Ghi đơn vị" }).click();
    await expect.poll(() => dialog(page).getByRole("alert").textContent()).toContain("nay là: xã Của Họ, cấp xã");
    await confirm(page, "Ghi đơn vị");
    await page.locator("[data-unit='an-phu.thu']", { hasText: "xã Vẫn Của Tôi" }).waitFor();

    const list = await opened("people");
    await list.getByRole("button", { name: "Sửa: cat-vang@an-phu.example" }).click();
    await dialog(list).getByLabel("Vai trò", { exact: true }).waitFor();
    const before = await rolesOf("cat-vang@an-phu.example");
    await put("roles/cat-vang@an-phu.example", { roles: [...before.roles, { role: "reader", orgUnit: "an-phu" }] });
    await dialog(list).getByRole("button", { name: "Ghi vai trò" }).click();
    await expect.poll(() => dialog(list).getByRole("alert").textContent()).toContain("Người xem, tỉnh An Phú");
    await confirm(list, "Ghi vai trò");
    expect(await rolesOf("cat-vang@an-phu.example")).toEqual(before);
  });

  it("adds a person with a role, who can then sign in and see only that; and takes the role away", async () => {
    const page = await opened("people");
    await page.getByRole("button", { name: "Thêm người dùng" }).click();
    await dialog(page).getByLabel("Thư điện tử", { exact: true }).fill("moi@an-phu.example");
    await dialog(page).getByLabel("Tên", { exact: true }).fill("Người mới");
    await dialog(page).getByLabel("Mật khẩu đầu tiên").fill("một mật khẩu dài");
    await dialog(page).getByLabel("Vai trò", { exact: true }).selectOption("reader");
    await dialog(page).getByLabel("Đơn vị").selectOption({ label: "xã Bình Minh" });
    await dialog(page).getByRole("button", { name: "Thêm vai trò" }).click();
    await expect.poll(() => dialog(page).textContent()).toContain("Tạo tài khoản moi@an-phu.example");
    await confirm(page, "Ghi vai trò");
    await page.getByRole("rowheader", { name: "moi@an-phu.example" }).waitFor();
    const other = await pages.page("/dang-nhap");
    await other.getByLabel("Thư điện tử", { exact: true }).fill("moi@an-phu.example");
    await other.getByLabel("Mật khẩu", { exact: true }).fill("một mật khẩu dài");
    await other.keyboard.press("Enter");
    await other.getByRole("heading", { name: "Người mới" }).waitFor();
    await other.goto(`${pages.address}/quan-tri`);
    await other.locator(".part h2").waitFor();
    await expect.poll(() => other.locator(".parts button").allTextContents()).toEqual(["Kỳ báo cáo", "Đơn vị", "Mã truy cập", "Chế độ, chỉ tiêu", "Mẫu báo cáo"]);
    await expect.poll(() => other.getByRole("button", { name: "Mở kỳ" }).count()).toBe(0);
    await page.getByRole("button", { name: "Sửa: moi@an-phu.example" }).click();
    await dialog(page).getByRole("button", { name: "Bỏ Người xem, xã Bình Minh" }).click();
    await expect.poll(() => dialog(page).textContent()).toContain("sẽ không còn vai trò nào");
    await confirm(page, "Ghi vai trò");
    await page.getByRole("rowheader", { name: "moi@an-phu.example" }).waitFor({ state: "detached" });
  });

  it("makes a token that is shown once and works, and revokes it", async () => {
    const page = await opened("tokens");
    await page.getByRole("button", { name: "Tạo mã" }).click();
    await dialog(page).getByLabel("Tên mã").fill("bảng tổng hợp");
    await confirm(page, "Tạo mã");
    const secret = (await page.locator(".part code").textContent()) ?? "";
    const ask = async () => (await fetch(`${pages.address}/api/v1/me`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect([secret.startsWith("khop_"), await ask()]).toEqual([true, 200]);
    await page.getByRole("button", { name: "Thu hồi: bảng tổng hợp" }).click();
    await confirm(page, "Thu hồi");
    await page.getByText("Bạn chưa có mã nào.").waitFor();
    expect(await ask()).toBe(401);
  });

  it("shows the audit trail from its end, and verifies its seals", async () => {
    const page = await opened("audit");
    await page.locator(".part tbody tr").first().waitFor();
    const first = await page.locator(".part tbody tr td").first().textContent();
    await page.getByRole("button", { name: "Kiểm tra niêm phong" }).click();
    await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(new RegExp(`Nhật ký nguyên vẹn: ${first} mục`));
    await expect.poll(() => page.locator(".part tbody tr").first().textContent()).toContain("giao vai trò");
  });

  it("hands out a backup of everything, and says what is in it", async () => {
    const page = await opened("backup");
    await page.getByRole("button", { name: "Tải bản sao lưu" }).click();
    await expect.poll(() => dialog(page).textContent()).toContain("dạng băm của mật khẩu");
    const [file] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Tải bản sao lưu" }).click()]);
    expect([file.suggestedFilename(), readFileSync(await file.path(), "utf8").slice(0, 40)]).toEqual([expect.stringMatching(/^khop-\d{4}-\d\d-\d\d\.jsonl$/), expect.stringContaining("khop.backup/1")]);
  });

  it("shows a regime with its indicators", async () => {
    const page = await opened("regimes");
    await page.getByLabel("Chế độ báo cáo").selectOption("one-stop-monthly");
    await page.getByRole("rowheader", { name: "Hồ sơ tiếp nhận", exact: true }).waitFor();
    await expect.poll(() => page.locator(".part").textContent()).toContain("hạn gửi 3 ngày làm việc");
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds in any part, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened("periods", { ...size, colorScheme });
    for (const part of ["Kỳ báo cáo", "Đơn vị", "Người dùng", "Mã truy cập", "Nhật ký", "Chế độ, chỉ tiêu", "Sao lưu"]) {
      await page.locator(".parts").getByRole("button", { name: part }).click();
      await page.getByRole("heading", { name: part, level: 2 }).waitFor();
      if (part !== "Sao lưu" && part !== "Mã truy cập") await page.locator(".part tbody tr").first().waitFor();
      expect([part, await violations(page), await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([part, [], true]);
      if (part === "Người dùng" || part === "Nhật ký") await picture(page, `admin, ${part}, ${name}`);
    }
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });
});
