import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { desktop, Pages, phone, picture, violations } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";

describe("the design system", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open());
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  it.each([
    ["light, desktop", "light", desktop],
    ["dark, phone",    "dark",  phone],
  ] as const)("has no fault that axe finds, and nothing scrolls sideways: %s", async (name, colorScheme, size) => {
    const page = await pages.page("/bo-mau", { ...size, colorScheme });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await picture(page, `design, ${name}`, true);
  });

  it("speaks English once it is asked to, and remembers it", async () => {
    const page = await pages.page("/bo-mau");
    await page.getByRole("button", { name: "English" }).click();
    await page.reload();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Interface samples");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("keeps the theme that a person chose", async () => {
    const page = await pages.page("/bo-mau", { ...desktop, colorScheme: "light" });
    await page.getByRole("button", { name: "Nền tối" }).click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });

  it("is set in its own face, which comes from the same place as the page", async () => {
    const page = await pages.page("/bo-mau");
    const loaded = await page.evaluate(async () => {
      await document.fonts.load('400 14px "Be Vietnam Pro"', "Ậ a");
      return document.fonts.check('400 14px "Be Vietnam Pro"', "Ậ a");
    });
    expect(loaded).toBe(true);
  });

  it("tells of an address that is none of ours", async () => {
    const page = await pages.page("/khong-co");
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Không có trang này");
  });

  it("asks nothing of anybody else, and breaks no policy", () => {
    expect(pages.strangers()).toEqual([]);
    expect(pages.troubles).toEqual([]);
  });
});
