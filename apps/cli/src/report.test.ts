import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { wordFile } from "@khop/ooxml/testing";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const launcher = join(import.meta.dirname, "../bin/khop.mjs");
const example = join(import.meta.dirname, "../examples/bao-cao-mau.md");
const folder = mkdtempSync(join(tmpdir(), "khop-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function khop(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, timeout: 20_000 });
  return { status, stdout, stderr };
}

describe("khop check --report", () => {
  it("writes one page, and ends as the check ends", () => {
    const { status, stderr } = khop("check", example, "--report", "a.html");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "Đã ghi a.html\n" });
    const page = readFileSync(join(folder, "a.html"), "utf8");
    for (const expected of ["1,94\u00a0% nhiều khả năng là 1,64\u00a0%", ">1,94%</a>", "Kiểm số liệu: bao-cao-mau.md", "dòng 15", "I. Giải quyết thủ tục hành chính</h4>"]) expect(page).toContain(expected);
  });

  it("shows Word with its places, and several documents in one page", () => {
    const run = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    writeFileSync(join(folder, "b.docx"), wordFile(run("Xã có 412 đơn, trong đó 38 đơn trễ hạn chiếm 9,32%.")));
    khop("check", "b.docx", example, "--report", "b.html", "--lang", "en");
    const page = readFileSync(join(folder, "b.html"), "utf8");
    for (const expected of ["paragraph 1", `id="d2"`, "Figures checked: b.docx, bao-cao-mau.md"]) expect(page).toContain(expected);
  });

  it("never writes over a file that is checked", () => {
    writeFileSync(join(folder, "c.md"), "Có 12 đơn.");
    const { status, stderr } = khop("check", "c.md", "--report", "./c.md");
    expect(stderr).toContain("trùng với tệp đang kiểm");
    expect(status).toBe(2);
    expect(readFileSync(join(folder, "c.md"), "utf8")).toBe("Có 12 đơn.");
  });
});

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path !== undefined && existsSync(path));
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

describe("the page in a browser", () => {
  if (executablePath === undefined) {
    it.skip("not run: there is no Chromium on this machine (apt-get install chromium, or set CHROMIUM)", () => {});
    return;
  }
  let browser: Browser;
  const url = pathToFileURL(join(folder, "page.html")).href;
  const requests: string[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    khop("check", example, "--report", "page.html", "--severity", "info");
    browser = await chromium.launch({ executablePath, args: quiet });
  }, 60_000);
  afterAll(() => browser?.close());

  async function open(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => troubles.push(message.text()));
    await page.goto(url);
    return page;
  }
  const focused = async (page: Page): Promise<string> => (await page.locator("*:focus").allTextContents()).join();
  const note = async (page: Page): Promise<string> => (await page.locator(".note:visible").allTextContents()).join("\n");

  it("is read by keys alone: N to the finding, arrows to figures, Enter into the note, Esc back", async () => {
    const page = await open();
    await page.keyboard.press("n");
    expect(await focused(page)).toBe("1,94%");
    expect(await note(page)).toMatch(/1,94 %.*nhiều khả năng là 1,64\u00a0%.*÷\s*cấp huyện giải quyết\s*2\.311.*≠.*lệch/s);
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("38");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await page.locator(".note:focus").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("1,94%");
    expect(await note(page)).toBe("");
    await page.keyboard.press("n");
    expect(await focused(page)).toBe("7,889");
    await page.keyboard.press("P");
    await page.keyboard.press("p");
    expect(await focused(page)).toBe("215");
    await page.keyboard.press("?");
    expect(await page.locator(".keys").getAttribute("open")).not.toBeNull();
    await page.close();
  }, 30_000);

  it("goes by Tab from the document to the note and the findings, with one stop in the document", async () => {
    const page = await open();
    await page.keyboard.press("n");
    await page.keyboard.press("Tab");
    expect(await page.locator(".frame:focus").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.locator(".note:focus-within").count()).toBe(1);
    await page.close();
  }, 30_000);

  it("shows a note on hover, its partners marked, and a link in it leads to the partner", async () => {
    const page = await open();
    await page.hover("a.figure.suspect");
    await page.waitForSelector(".note.open");
    expect(await page.locator("a.figure.partner").allTextContents()).toEqual(["2.311", "98,36%", "38"]);
    await page.waitForSelector(".lines path", { state: "attached" });
    expect(await page.locator(".lines path").count()).toBe(4);
    await page.click(".note.open a[data-figure]");
    expect(["38", "98,36%", "2.311"]).toContain(await focused(page));
    await page.close();
  }, 30_000);

  it.each([1000, 1200, 1400])("shows the first finding on the first screen, %i px wide", async (width) => {
    const page = await open({ viewport: { width, height: 768 } });
    expect((await page.locator(".findings h2").boundingBox())?.y).toBeLessThan(600);
    await page.close();
  });

  it("can be read without its script", async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.click("a.figure.suspect");
    expect(await page.locator(".note:target").textContent()).toContain("nhiều khả năng là 1,64");
    await page.click(".note:target .close");
    expect(await page.locator(".note:target").count()).toBe(0);
    expect(await page.locator(".finding").count()).toBe(3);
    await page.close();
  }, 30_000);

  it.each([
    ["a wide screen",          1440, 900, "light"],
    ["a wide screen, dark",    1440, 900, "dark"],
    ["a small notebook",       1024, 768, "light"],
    ["a phone",                360,  740, "light"],
    ["a phone, dark",          360,  740, "dark"],
  ] as const)("has no violation that axe finds, and scrolls nowhere sideways: %s", async (_, width, height, colorScheme) => {
    const page = await open({ viewport: { width, height }, colorScheme });
    await page.evaluate(axe.source);
    const violations = async (): Promise<string[]> => {
      const found = await page.evaluate<axe.AxeResults>("axe.run()");
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`);
    };
    expect(await violations()).toEqual([]);
    await page.keyboard.press("n");
    expect(await violations()).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
    await page.close();
  }, 60_000);

  it("prints the document with numbers, and the findings by those numbers", async () => {
    const page = await open();
    await page.keyboard.press("n");
    await page.emulateMedia({ media: "print" });
    expect(await note(page)).toBe("");
    expect(await page.locator(".number-of").allTextContents()).toEqual(["1", "3", "2"]);
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  }, 30_000);

  it("asked for nothing but itself, and broke no rule of its policy", () => {
    expect([...new Set(requests)]).toEqual([url]);
    expect(troubles).toEqual([]);
  });

  it("runs no script of a hostile document", async () => {
    writeFileSync(join(folder, "evil.md"), `# <script>document.title="x"</script>\n\nCó <img src=x onerror="document.title='x'"> 100 hồ sơ, gồm 60 hồ sơ "><svg onload=document.title='x'> và 39 hồ sơ [a](javascript:document.title='x').\n`);
    khop("check", "evil.md", "--report", "evil.html");
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, "evil.html")).href);
    expect(await page.title()).toBe("Kiểm số liệu: evil.md");
    expect(await page.locator("img, svg:not(.lines), iframe, object").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    await page.close();
  }, 30_000);
});
