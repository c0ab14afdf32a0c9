import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Pages } from "./browser.ts";
import { chromiumPath, notRun } from "./chromium.ts";

describe("Tài liệu API", () => {
  if (chromiumPath === undefined) {
    it.skip(notRun, () => {});
    return;
  }
  const pages = new Pages();
  beforeAll(() => pages.open(true));
  afterAll(() => pages.close());

  it("draws every operation, asks nothing of anybody else, and breaks no policy", async () => {
    const page = await pages.page("/docs");
    await page.locator(".opblock").first().waitFor();
    const document = (await (await page.request.get(`${pages.address}/openapi.json`)).json()) as { paths: Record<string, object> };
    const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
    await expect.poll(() => page.locator(".opblock").count()).toBe(operations.length);
    await page.locator(".opblock-summary").first().click();
    await page.locator(".opblock-body .responses-table").first().waitFor();
    expect(pages.requests.filter((address) => !address.startsWith(pages.address) && !address.startsWith("data:"))).toEqual([]);
    expect(pages.troubles).toEqual([]);
  });
});
