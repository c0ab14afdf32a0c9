import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";

describe("Nhập số liệu, a form of five thousand cells", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open());
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const opened = async (options: Parameters<Pages["page"]>[1] = desktop): Promise<Page> => {
    const page = await pages.page("/bo-mau/bieu-lon", options);
    await page.locator(".frame").first().waitFor();
    // Once all was worked out, the totals that can be told are.
    await page.getByText("13.705").first().waitFor();
    return page;
  };
  const at = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key ?? null);

  it("draws only the rows in sight, and says of how many each is which", async () => {
    const page = await opened();
    await expect.poll(() => page.locator("#content").textContent()).toContain("trên 5.000 ô đã nhập");
    await expect.poll(() => page.locator(".grid input").count()).toBeLessThan(2_500);
    const grid = page.getByRole("grid").first();
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("127");
    const rows = await grid.locator("tr[aria-rowindex]").evaluateAll((all) => all.map((row) => Number(row.ariaRowIndex)));
    expect([rows[0], rows[1], rows.at(-1)]).toEqual([1, 2, 127]);
    expect(rows.length).toBeLessThan(60);
  });

  it("keeps the focus and what is typed when the row is scrolled far away, and comes back to it with a key", async () => {
    const page = await opened();
    const first = page.locator("input[data-key='2024-M10 land.received c3']");
    await first.fill("777");
    await page.locator(".frame.tall").first().evaluate((frame) => { frame.scrollTop = frame.scrollHeight; });
    await page.locator("input[data-key='2024-M10 land.received c125']").waitFor();
    await expect.poll(() => at(page)).toBe("2024-M10 land.received c3");
    await page.keyboard.press("Enter");
    await expect.poll(() => at(page)).toBe("2024-M10 land.received c4");
    await expect.poll(() => first.inputValue()).toBe("777");
    expect(await page.locator("input[data-key='2024-M10 land.received c4']").evaluate((input) => {
      const [box, frame] = [input.getBoundingClientRect(), (input.closest(".frame") as HTMLElement).getBoundingClientRect()];
      return [box.top >= frame.top, box.bottom <= frame.bottom];
    })).toEqual([true, true]);
  });

  it("goes by keys from the first cell to the last, over rows that were never drawn, and to what does not fit", async () => {
    const page = await opened();
    await page.locator("input[data-key='2024-M10 land.received c1']").focus();
    for (let i = 0; i < 14; i += 1) await page.keyboard.press("PageDown");
    await expect.poll(() => at(page)).toMatch(/^2024-M10 civil\.received c/);
    await page.keyboard.press("Control+End");
    await expect.poll(() => at(page)).toBe("2024-M10 school.in-time c125");
    await page.keyboard.press("Control+Home");
    await page.locator("input[data-key='2024-M10 land.online c1']").fill("401");
    await page.locator(".tip").first().waitFor();
    await page.keyboard.press("Control+End");
    await expect.poll(() => at(page)).toBe("2024-M10 school.in-time c125");
    await page.keyboard.press("F8");
    await expect.poll(() => at(page)).toBe("2024-M10 land.online c1");
    await picture(page, "entry, five thousand cells");
  });

  it("pastes a column from Excel over rows that are not drawn", async () => {
    const page = await opened();
    await page.locator("input[data-key='2024-M10 land.received c1']").focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", Array.from({ length: 125 }, (_, i) => `${i + 200}`).join("\n"));
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText("32.750").first().waitFor();
    await page.keyboard.press("Control+End");
  });

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await opened({ ...size, colorScheme });
    // Ten tables are alike.
    expect(await violations(page, ".frame ~ .frame")).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await picture(page, `entry, five thousand cells, ${name}`);
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles).toEqual([]);
  });
});
