import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { expect, inject } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { Office } from "./office.ts";
import { type Serving, serve } from "./serve.ts";

const web = join(import.meta.dirname, "..");

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** How many times slower pages run than this machine could: `SLOW_PAGES=10` shows where a test is quicker than the page. */
const slower = Number(process.env.SLOW_PAGES ?? 1);

/** The pages, built as they are shipped and open in a browser. */
export class Pages {
  #serving: Serving | undefined;
  #office: Office | undefined;
  #browser!: Browser;
  readonly #contexts: BrowserContext[] = [];
  /** Every request that a page made, and every complaint of the browser. */
  readonly requests: string[] = [];
  readonly troubles: string[] = [];

  /**
   * @param withServer serves them by the API itself, with the example province
   * @param settings of that server
   */
  async open(withServer = false, settings: Readonly<Record<string, string>> = {}): Promise<void> {
    if (withServer) this.#office = await Office.open(inject("pages"), inject("founded"), settings);
    else this.#serving = await serve(inject("pages"));
    this.#browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: quiet,
      // Where no language is set, Chromium gives files of Vietnamese names the name "download".
      env: { ...process.env, LANG: "C.UTF-8" },
    });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.stopServing();
    await this.#office?.close();
  }

  get address(): string {
    return (this.#office ?? this.#serving)?.address ?? "";
  }

  /** From now on there is no network. */
  stopServing(): void {
    this.#serving?.server.close();
    this.#serving?.server.closeAllConnections();
  }

  /** A page of somebody who is signed in. */
  async pageOf(email: string, path: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const page = await this.#blank(options);
    const answer = await page.request.post(`${this.address}/api/auth/sign-in/email`, {
      data: { email, password: this.#office?.password(email) },
      headers: { origin: this.address },
    });
    if (!answer.ok()) throw new Error(`${email} was not let in: ${answer.status()} ${await answer.text()}`);
    await page.goto(this.address + path);
    return page;
  }

  /** Adds somebody to the example, with one role. */
  async add(email: string, role: string, orgUnit: string): Promise<void> {
    await this.#office?.add(email, role, orgUnit);
  }

  /** The password of an account of the example. */
  password(email: string): string {
    return this.#office?.password(email) ?? "";
  }

  /** A page in a profile of its own; downloads are accepted. */
  async page(path = "/", options: BrowserContextOptions = desktop): Promise<Page> {
    const page = await this.#blank(options);
    await page.goto(this.address + path);
    return page;
  }

  async #blank(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ reducedMotion: "reduce", locale: "vi-VN", ...options });
    this.#contexts.push(context);
    context.on("request", (request) => this.requests.push(request.url()));
    const page = await context.newPage();
    page.setDefaultTimeout(45_000 * slower);
    if (slower > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.troubles.push(message.text());
    });
    page.on("pageerror", (error) => this.troubles.push(error.message));
    return page;
  }

  async closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  /** Requests that went anywhere but to the server of the pages. */
  strangers(): string[] {
    return this.requests.filter((url) => !url.startsWith(`${this.address}/`) && !/^(?:data|blob):/.test(url));
  }
}

/**
 * What axe finds against the page: the rule, and where.
 *
 * @param exclude what is left out, where there is much of the same
 */
export async function violations(page: Page, exclude?: string): Promise<string[]> {
  // The policy of the pages lets no script in; axe goes in past it, as a debugger does.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (without) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(without === undefined ? document : { exclude: [without] }, {
        // Of what is sound, nothing is asked; to name each such place takes most of the time.
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    exclude,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
}

/** Waits until a key that is pressed goes there: focus comes with the next frame where a dialog opens or shuts. */
export const holdsFocus = (locator: Locator): Promise<void> =>
  expect.poll(() => locator.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element)).toBe(true);

const artefacts = join(web, ".reports");

/** Keeps a picture of the page, for people to look at. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  // To hide the caret a style would be put into the page, which its policy forbids.
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage, caret: "initial" });
}
