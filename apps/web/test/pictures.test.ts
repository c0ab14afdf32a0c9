import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import { Pages } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";
import { people } from "./office.ts";
import { faulty } from "./reports.ts";

const folder = join(import.meta.dirname, "../../../docs/pictures");

/** Pictures of the pages for README.md: only when they are asked for (KHOP_PICTURES=1), so that tests leave the tree as it is. */
describe("pictures for README.md", () => {
  if (chromiumPath === undefined || process.env.KHOP_PICTURES !== "1") {
    it.skip(chromiumPath === undefined ? notRun : "not taken: they were not asked for (KHOP_PICTURES=1)", () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterEach(() => pages.closePages());
  afterAll(() => pages.close());

  const size = { viewport: { width: 1280, height: 760 }, colorScheme: "light" } as const;
  const take = async (page: Page, name: string): Promise<void> => {
    mkdirSync(folder, { recursive: true });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(folder, `${name}.png`), caret: "initial" });
  };

  it("of the check page", async () => {
    const page = await pages.page("/", size);
    await page.getByRole("button", { name: "Dán văn bản" }).click();
    await page.getByLabel("Nội dung báo cáo").fill(faulty.join("\n"));
    await page.getByRole("button", { name: "Kiểm", exact: true }).click();
    await page.locator(".paper a.figure", { hasText: "1,94%" }).click();
    await page.locator(".note .likely").waitFor();
    await take(page, "kiem-tra");
  });

  it.each([
    ["of entry",      "nhap",    people.commune, "/nhap?regime=one-stop-monthly&period=2024-M10&unit=an-phu.dong-con.cat-vang",                 ".grid .total"],
    ["of progress",   "tien-do", people.head,    "/tien-do?regime=one-stop-monthly&period=2024-M10&unit=an-phu.dong-con.cua-lach", ".figures tbody tr"],
    ["of the report", "bao-cao", people.head,    "/bao-cao?regime=department-monthly&period=2024-M10",                              "data.computed"],
    ["of exploring",  "tra-cuu", people.head,    "/tra-cuu?regime=one-stop-monthly&indicator=one-stop.received",                    ".drawn svg"],
  ])("%s", async (_, name, email, path, ready) => {
    const page = await pages.pageOf(email, path, size);
    await page.locator(ready).first().waitFor();
    if (name === "bao-cao") await page.locator("data", { hasText: "97.633" }).first().focus();
    await page.waitForLoadState("networkidle");
    await take(page, name);
  });
});
