import { readFileSync } from "node:fs";
import { readDocx } from "@khop/reader/docx";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, holdsFocus, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";

describe("Báo cáo", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  const other = "phong-khac@an-phu.example";
  beforeAll(async () => {
    await pages.open(true);
    await pages.add(other, "clerk", "an-phu");
  });
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const october = "/bao-cao?regime=department-monthly&period=2024-M10";
  const opened = async (email: string, options: Parameters<Pages["page"]>[1] = desktop, path = october): Promise<Page> => {
    const page = await pages.pageOf(email, path, options);
    await page.locator("data.computed").first().waitFor();
    return page;
  };
  const figure = (page: Page, text: string) => page.locator("data", { hasText: text }).first();
  const told = (page: Page) => page.locator(".told");
  const write = async (page: Page, title: string, text: string): Promise<void> => {
    await page.getByRole("button", { name: "Lời văn" }).click();
    await page.getByRole("button", { name: `Viết: ${title}` }).click();
    await page.getByLabel(`Lời văn: ${title}`).fill(text);
  };

  it("tells of each figure where it comes from, with the keyboard alone", async () => {
    const page = await opened(people.head);
    await expect.poll(() => page.locator(".letter h1").textContent()).toBe("BÁO CÁO");
    await figure(page, "16 chứng thư số").focus();
    await expect.poll(() => told(page).textContent()).toMatch(/Chứng thư số được cấp.*16 chứng thư số.*khop nhập lúc .*phiên bản 1.*Kỳ trước: 21 chứng thư số.*-5 chứng thư số/s);
    await page.keyboard.press("ArrowRight");
    await page.locator(".told .sum").waitFor();
    await expect.poll(() => told(page).textContent()).toMatch(/98,44 %.*Tính từ: .*21\.764.*22\.108/s);
    await picture(page, "report, a figure, desktop");
    await figure(page, "97.633").focus();
    await page.locator(".told .sum button").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.querySelector(".letter")?.shadowRoot?.activeElement?.getAttribute("data-fact"))).toMatch(/^indicator:documents/);
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await expect.poll(() => page.evaluate(() => document.querySelector(".letter")?.shadowRoot?.activeElement?.textContent)).toBe("16 chứng thư số");
    await page.keyboard.press("Escape");
    await expect.poll(() => told(page).textContent()).toContain("Chọn một con số");
  });

  it("shows what changed since the month before, in points between rates", async () => {
    const page = await opened(people.head);
    await page.getByRole("button", { name: "So kỳ trước" }).click();
    await page.locator(".changes li").first().waitFor();
    const lines = await page.locator(".changes li").allTextContents();
    expect(lines[0]).toMatch(/21 chứng thư số → 16 chứng thư số-5 chứng thư số \(-23,81 %\)/);
    expect(lines[1]).toMatch(/98,44 %0,83 điểm %$/);
    await expect.poll(() => page.locator("data.changed").count()).toBeGreaterThan(20);
    await picture(page, "report, changes, desktop");
  });

  it("has passages written by hand, kept through a lost line, and both texts where two wrote", async () => {
    const page = await opened(people.clerk);
    const title = await page.getByRole("button", { name: "Lời văn" }).click().then(() => page.locator(".rooms b").first().textContent()) ?? "";
    await write(page, title, "Nhu cầu <b>giảm</b> do đã cấp đủ từ quý III.");
    await page.getByText("Đã lưu, báo cáo đã soạn lại.").waitFor();
    await page.locator(".letter p", { hasText: "Nhu cầu <b>giảm</b> do đã cấp đủ" }).waitFor();
    await expect.poll(() => page.locator(".letter b").count()).toBe(0);
    const second = await opened(other);
    await write(second, title, "Bản thứ hai.");
    await second.getByText("Đã lưu, báo cáo đã soạn lại.").waitFor();
    await page.getByLabel(`Lời văn: ${title}`).fill("Bản của tôi.");
    const conflict = page.getByRole("alert");
    await expect.poll(() => conflict.textContent()).toMatch(new RegExp(`${other} đã viết đoạn này lúc .*Bản thứ hai\\.`, "s"));
    await conflict.getByRole("button", { name: "Giữ bản của tôi" }).click();
    await page.getByText("Đã lưu, báo cáo đã soạn lại.").waitFor();
    await page.locator(".letter p", { hasText: "Bản của tôi." }).waitFor();
    await page.context().setOffline(true);
    await page.getByLabel(`Lời văn: ${title}`).fill("Viết khi mất mạng.");
    await page.getByText("Đã giữ trên máy này").waitFor();
    await page.context().setOffline(false);
    await page.getByText("Đã lưu, báo cáo đã soạn lại.").waitFor();
    await page.locator(".letter p", { hasText: "Viết khi mất mạng." }).waitFor();
  });

  it("goes from a draft to a signed report; figures that change after are told of", async () => {
    const clerk = await opened(people.clerk);
    await clerk.getByRole("button", { name: "Chốt bản soạn" }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "Chốt bản soạn" }).click();
    await clerk.locator(".sign-off [aria-current]", { hasText: "đã soạn" }).waitFor();
    const head = await opened(people.head);
    for (const [name, state] of [["Rà soát xong", "đã rà soát"], ["Ghi là đã ký", "đã ký"]] as const) {
      if (name === "Ghi là đã ký") {
        await head.getByRole("button", { name: "Thể thức" }).click();
        await head.getByLabel("Số văn bản").fill("152");
        await head.getByLabel("Ngày", { exact: true }).fill("2024-10-18");
        await head.getByLabel("Họ tên người ký").fill("Trần Thị Mẫu");
        await head.getByRole("dialog").getByRole("button", { name: "Ghi lại" }).click();
        await head.locator(".letter p", { hasText: "Trần Thị Mẫu" }).waitFor();
      }
      await head.getByRole("button", { name }).click();
      await head.getByRole("dialog").getByRole("button", { name }).click();
      await head.locator(".sign-off [aria-current]", { hasText: state }).waitFor();
    }
    const at = `${pages.address}/api/v1/provinces/an-phu/periods/department-monthly/2024-M10/submissions/an-phu/entries`;
    await clerk.request.patch(at, { data: { cells: [{ indicator: "certificates.issued", value: "17" }] }, headers: { origin: pages.address } });
    await head.reload();
    await head.getByText("Từ lúc chốt, 1 số liệu đã đổi.").waitFor();
    await head.getByRole("button", { name: "Rút lại" }).click();
    await head.getByRole("dialog").getByLabel("Lý do").fill("Sửa số chứng thư");
    await head.getByRole("dialog").getByRole("button", { name: "Rút lại" }).click();
    await head.locator(".sign-off").getByText("đã rút").waitFor();
  });

  it("writes with words that stand out and lists, by keys and by buttons, and every file sets them so", async () => {
    const page = await opened(people.clerk);
    await page.getByRole("button", { name: "Lời văn" }).click();
    const title = await page.locator(".rooms b").nth(1).textContent() ?? "";
    await page.getByRole("button", { name: `Viết: ${title}` }).focus();
    await page.keyboard.press("Enter");
    await holdsFocus(page.getByRole("textbox", { name: `Lời văn: ${title}` }));
    await page.keyboard.type("Kết quả ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("tăng rõ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" nhờ:");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- phân công 2 * 3 người;");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+i");
    await page.keyboard.type("hỗ trợ");
    await page.keyboard.press("Control+i");
    await page.keyboard.type(" tại nhà.");
    await page.getByText("Đã lưu, báo cáo đã soạn lại.").waitFor();
    await page.locator(".letter strong", { hasText: "tăng rõ" }).waitFor();
    await expect.poll(() => page.locator(".letter em", { hasText: "hỗ trợ" }).count()).toBe(1);
    await expect.poll(() => page.locator(".letter .item", { hasText: "- phân công 2 * 3 người;" }).count()).toBe(1);
    const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name });
    await expect.poll(async () => [await tool("Danh sách").getAttribute("aria-pressed"), await tool("Đậm").getAttribute("aria-pressed")]).toEqual(["true", "false"]);
    const troubles = pages.troubles.length;
    expect(await violations(page)).toEqual([]);
    pages.troubles.splice(troubles);
    await picture(page, "report, writing, desktop");
    // An empty item ends the list.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => tool("Danh sách").getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".excerpt strong").first().textContent()).toBe("tăng rõ");
    const { items } = await (await page.request.get(`${pages.address}/api/v1/provinces/an-phu/reports/department-monthly/2024-M10/an-phu/passages`)).json();
    expect(items.find((one: { title: string }) => one.title === title).stands.text).toMatch(/^Kết quả \*\*tăng rõ\*\* nhờ:\n- phân công 2 \\\* 3 người;\n- \*hỗ trợ\* tại nhà\./);
    await page.locator(".report-bar summary").click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Word (DOCX)" }).click()]);
    expect(readDocx(new Uint8Array(readFileSync(await file.path()))).text).toContain("Kết quả tăng rõ nhờ:");
  });

  it("compares two versions figure by figure and word by word, with the keyboard alone", async () => {
    const page = await opened(people.head);
    await page.getByRole("button", { name: "So bản" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "1 con số đã đổi" }).waitFor();
    const line = page.locator(".versions .changes li");
    await expect.poll(() => line.textContent()).toMatch(/^Chứng thư số được cấp.*16 chứng thư số → 17 chứng thư số$/);
    await expect.poll(() => page.locator(".changed-words ins").allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/^17/), expect.stringContaining("Kết quả tăng rõ nhờ:")]));
    await expect.poll(() => page.locator(".changed-words del", { hasText: /^16/ }).count()).toBe(1);
    await picture(page, "report, versions, desktop");
    await page.getByLabel("với bản").selectOption({ index: 1 });
    await page.getByRole("heading", { name: "Không con số nào đổi" }).waitFor();
    await expect.poll(() => page.locator(".changed-words li").count()).toBe(0);
    await page.getByLabel("với bản").selectOption("now");
    await page.locator(".versions .changes button").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.querySelector(".letter")?.shadowRoot?.activeElement?.textContent)).toBe("17 chứng thư số");
  });

  it.each([
    ["Word (DOCX)",           ".docx", "PK"],
    ["PDF",                   ".pdf",  "%PDF"],
    ["Trang web (HTML)",      ".html", "<!doctype html>"],
    ["Phụ lục Excel (XLSX)",  ".xlsx", "PK"],
  ])("hands the report out as %s", async (name, ending, begin) => {
    const page = await opened(people.head);
    await page.locator(".report-bar summary").click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    const bytes = readFileSync(await file.path());
    expect([file.suggestedFilename().endsWith(ending), bytes.subarray(0, begin.length).toString()]).toEqual([true, begin]);
    if (ending === ".docx") expect(readDocx(new Uint8Array(bytes)).text).toContain("KẾT QUẢ THỰC HIỆN NHIỆM VỤ");
  });

  it("shows a page full of script as text, and fetches nothing of it", async () => {
    const page = await pages.pageOf(people.head, "/dang-nhap");
    const hostile = `<style>main { background: url(https://example.com/a.png) }</style><main onclick="harmed=1"><script>window.harmed = true</script><h1 onmouseover="harmed=1">BÁO CÁO</h1>
      <img src="https://example.com/b.png"><img src=x onerror="window.harmed = true"><iframe src="javascript:harmed=1"></iframe><a href="javascript:window.harmed=true">a</a><p style="position:fixed">&lt;script&gt;</p>
      <data data-fact="indicator:a" value="1">1</data><svg><script>window.harmed = true</script></svg></main>`;
    await page.route("**/api/v1/provinces/an-phu/reports", (route) => route.fulfill({ contentType: "text/html", body: hostile }));
    await page.goto(pages.address + october);
    await page.locator(".letter data").waitFor();
    const inside = await page.evaluate(() => [...(document.querySelector(".letter")?.shadowRoot?.querySelectorAll("*") ?? [])].map((one) => `${one.localName} ${one.getAttributeNames().filter((name) => !/^(?:data-|role|tabindex|class|id|value)/.test(name)).join()}`.trim()));
    expect(inside).toEqual(["div", "h1", "img", "img", "a", "p", "data"]);
    await page.locator(".letter a").click();
    expect(await page.evaluate(() => "harmed" in window)).toBe(false);
    pages.requests.splice(0);
    pages.troubles.splice(0);
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened(people.clerk, { ...size, colorScheme });
    const before = pages.troubles.length;
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    await expect.poll(async () => [await violations(page), await fits()]).toEqual([[], true]);
    await picture(page, `report, ${name}`);
    for (const view of ["Phát hiện", "So kỳ trước", "So bản", "Lời văn"]) {
      await page.getByRole("button", { name: new RegExp(`^${view}`) }).click();
      // The letter itself stays as it was looked at.
      expect([view, await violations(page, ".letter"), await fits()]).toEqual([view, [], true]);
    }
    // In a root of its own axe looks for styles in a way that the policy forbids, rightly.
    pages.troubles.splice(before);
    await page.getByRole("button", { name: "Con số" }).click();
    await figure(page, "97.633").click();
    await page.locator(".told .sum").waitFor();
    await picture(page, `report, a figure, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles.filter((text) => !/status of 40[14]|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  });
});
