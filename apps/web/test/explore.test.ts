import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Tra cứu", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(async () => {
    await pages.open(true);
    // Figures of before and after the two communes were merged.
    const admin = await pages.pageOf(people.admin, "/dang-nhap");
    const unit = (name: string) => `an-phu.${name}`;
    const rows = [
      ...["2025-M05;48", "2025-M06;40", "2025-M07;5"].map((row) => `${unit("hoa-lac.binh-minh")};${row}`),
      ...["2025-M05;31", "2025-M06;30", "2025-M07;4"].map((row) => `${unit("hoa-lac.tan-lap")};${row}`),
      ...["2025-M07;75", "2025-M08;82"].map((row) => `${unit("binh-lap")};${row}`),
    ].map((row) => row.split(";"));
    for (const [orgUnit, when, value] of rows) {
      const csv = `Mã;Kỳ;Giá trị\ncitizens.visits;${when};${value}\n`;
      const answer = await admin.request.post(`${pages.address}/api/v1/provinces/an-phu/facts/import`, { data: { regime: "one-stop-monthly", orgUnit, why: "nhập sổ cũ", csv }, headers: { origin: pages.address } });
      if (!answer.ok()) throw new Error(await answer.text());
    }
    await pages.closePages();
  });
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const visits = "/tra-cuu?regime=one-stop-monthly&indicator=citizens.visits";
  const opened = async (path = visits, options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.pageOf(people.head, path, options);
    await page.locator(".drawn svg, .overview").first().waitFor();
    return page;
  };
  const line = (page: Page, period: string) => page.locator(".series tr", { has: page.getByRole("rowheader", { name: period }) }).locator("td").allTextContents();

  it("draws an indicator unit by unit on one scale, with the break of 2025, and the table behind", async () => {
    const page = await opened();
    const names = await page.locator(".multiple figcaption b").allTextContents();
    expect(names.sort()).toEqual(["phường Cát Vàng", "phường Cửa Lạch", "phường Đông Cồn", "xã Bình Lập", "xã Bình Minh", "xã Gió Lành (từ 01/07/2025)", "xã Gió Lành (đến 30/06/2025)", "xã Tân Lập"].sort());
    const scales = await page.locator(".drawn svg").evaluateAll((all) => all.map((svg) => [...svg.querySelectorAll("[data-mark='y-axis tick label'] text")].map(({ textContent }) => textContent).join(" ")));
    expect(new Set(scales).size).toBe(1);
    await expect.poll(() => page.locator(".drawn svg [stroke-dasharray='2 3']").count()).toBe(8);
    await expect.poll(() => page.locator(".series .break").textContent()).toBe("Từ 1/7/2025: chính quyền hai cấp");
    const head = await page.locator(".series thead th").allTextContents();
    const merged = head.indexOf("xã Bình Lập") - 1;
    // In the month of the merger each told its days.
    const told = await Promise.all(["8", "7", "6"].map(async (month) => (await line(page, `tháng ${month}/2025`))[merged]));
    expect(told).toEqual(["82 lượt", "84 lượt quy đổi", "70 lượt quy đổi"]);
    await picture(page, "explore, desktop", true);
  });

  it("adds up the units below one, tells which are missing, and has a permanent address", async () => {
    const page = await opened();
    await page.getByLabel("Cấp").selectOption({ label: "huyện" });
    await page.locator(".multiple", { hasText: "huyện Hòa Lạc" }).waitFor();
    const address = page.url();
    expect(address).toContain("level=district");
    const other = await opened(address.slice(pages.address.length));
    await other.locator(".multiple", { hasText: "huyện Hòa Lạc" }).waitFor();
    const column = (await other.locator(".series thead th").allTextContents()).indexOf("huyện Hòa Lạc") - 1;
    expect((await line(other, "tháng 6/2025"))[column]).toBe("70 lượt");
    expect((await line(other, "tháng 10/2024")).some((text) => text.includes("thiếu"))).toBe(true);
  });

  it("splits an indicator by its breakdown, the whole on a scale of its own", async () => {
    const page = await opened("/tra-cuu?regime=one-stop-monthly&indicator=one-stop.received&by=parts&unit=an-phu.hoa-lac.binh-minh");
    await page.locator(".multiple", { hasText: "trực tuyến" }).waitFor();
    await expect.poll(() => page.locator(".multiple figcaption b").allTextContents()).toEqual(["tất cả", "trực tiếp", "trực tuyến", "qua bưu chính"]);
    await expect.poll(() => line(page, "tháng 10/2024")).toEqual(["274 hồ sơ", "136 hồ sơ", "124 hồ sơ", "14 hồ sơ"]);
    await page.getByLabel("Chỉ tiêu").selectOption({ label: "Tỷ lệ hồ sơ đúng hạn, quá hạn" });
    await page.locator(".multiple", { hasText: "đúng hạn" }).waitFor();
  });

  it.each([
    ["Tải CSV",              /\.csv$/, /^\uFEFF?Kỳ;Đơn vị;Phân tổ;Giá trị/],
    ["Tải SVG: xã Bình Lập", /\.svg$/, /^<svg/],
    ["Tải PNG: xã Bình Lập", /\.png$/, /^.PNG/],
  ])("hands out %s", async (name, ending, begin) => {
    const page = await opened();
    await page.locator(".multiple", { hasText: "xã Bình Lập" }).locator("svg").first().waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    expect(file.suggestedFilename()).toMatch(ending);
    expect(readFileSync(await file.path(), ending.test(".png") ? "latin1" : "utf8")).toMatch(begin);
  });

  it("has one sheet for leaders: what moved most, what does not fit, who has not sent", async () => {
    const page = await opened("/tra-cuu?regime=one-stop-monthly&view=overview");
    const rates = await page.locator(".overview ol .change").allTextContents();
    const sizes = rates.map((text) => Math.abs(Number(/-?[\d.]+,\d+/.exec(text)?.[0].replace(".", "").replace(",", "."))));
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    await expect.poll(() => page.locator("[aria-labelledby='overview-unfit']").textContent()).toContain("Hồ sơ đang giải quyết cuối kỳ, phường Cửa Lạch");
    await expect.poll(() => page.locator("[aria-labelledby='overview-missing'] li").allTextContents()).toEqual(["phường Cát Vàng: còn hạn", "phường Cửa Lạch: còn hạn", "xã Gió Lành: bị trả lại"]);
    await picture(page, "explore, overview, desktop", true);
    const pdf = (await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it("says so where there is nothing yet", async () => {
    const page = await pages.pageOf(people.head, "/tra-cuu?regime=health-quarterly");
    await page.getByText("Chưa có số liệu nào của chỉ tiêu này").waitFor();
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    for (const [what, path] of [["series", visits], ["overview", "/tra-cuu?regime=one-stop-monthly&view=overview"]] as const) {
      const page = await opened(path, { ...size, colorScheme });
      if (what === "series") await page.locator(".multiple svg").last().waitFor();
      expect([what, await violations(page), await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([what, [], true]);
      await picture(page, `explore, ${what}, ${name}`);
    }
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !text.includes("status of 401"))).toEqual([]);
  });
});
