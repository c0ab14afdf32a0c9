import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { serve } from "../apps/web/test/serve.ts";
import { middle } from "./measure.ts";

const dist = join(import.meta.dirname, "../apps/web/dist");
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

export interface Web {
  /** From the address to a page that can be used, nothing kept from before; milliseconds. */
  readonly interactive: number;
  /** From the drop of a report to its figures, marked. */
  readonly marked: number;
  /** From a click on a figure to its note. */
  readonly explained: number;
  /** From a key pressed in a form of 130 cells to the rule that speaks below its cell. */
  readonly ruled: number;
  /** The same in a form of 5,000 cells. */
  readonly ruledLarge: number;
  /** Frames in a second while a form of 5,000 cells is scrolled by the wheel. */
  readonly frames: number;
}

/** The check page in Chromium, its own thread slowed down fourfold; undefined where there is no Chromium. */
export async function web(file: string, turns = 7): Promise<Web | undefined> {
  if (executablePath === undefined) return undefined;
  if (!existsSync(join(dist, "index.html"))) throw new Error("apps/web is not built: run npm run build first.");
  const { address, server } = await serve(dist);
  const browser = await chromium.launch({ executablePath, args: quiet });
  const times: Web[] = [];
  try {
    for (let turn = -1; turn < turns; turn += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const one = {
        ...(await measured(page, address, file)),
        ruled: await ruled(page, `${address}/nhap`, "2024-M10 documents.signed province"),
        ruledLarge: await ruled(page, `${address}/bo-mau/bieu-lon`, "2024-M10 land.online c1"),
        frames: await frames(page),
      };
      if (turn >= 0) times.push(one);
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  const of = (name: keyof Web): number => middle(times.map((one) => one[name]));
  return {
    interactive: of("interactive"),
    marked: of("marked"),
    explained: of("explained"),
    ruled: of("ruled"),
    ruledLarge: of("ruledLarge"),
    frames: of("frames"),
  };
}

async function measured(page: Page, address: string, file: string): Promise<Pick<Web, "interactive" | "marked" | "explained">> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    // When an element first stands on the page, in milliseconds since the navigation began.
    Object.assign(window, {
      seen: (selector: string) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            if (document.querySelector(selector) === null) window.requestAnimationFrame(look);
            else resolve(performance.now());
          };
          look();
        }),
    });
  });
  await page.goto(address);
  const interactive = await page.evaluate(() =>
    (window as unknown as { seen: (selector: string) => Promise<number> }).seen(".drop button"),
  );
  // The reader is made ready behind the page, as it is while a hand fetches a file.
  await page.waitForTimeout(1_500);
  const marked = await page.evaluate(
    async ([name, text]) => {
      const { seen } = window as unknown as { seen: (selector: string) => Promise<number> };
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text as string], name as string));
      const before = performance.now();
      document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      return (await seen(".paper a.figure.fit")) - before;
    },
    [file.split("/").at(-1) ?? file, readFileSync(file, "utf8")],
  );
  const explained = await page.evaluate(async () => {
    const { seen } = window as unknown as { seen: (selector: string) => Promise<number> };
    const before = performance.now();
    document.querySelector<HTMLElement>(".paper a.figure")?.click();
    return (await seen(".note")) - before;
  });
  return { interactive, marked, explained };
}

/** One more digit in a cell of a form makes a part larger than its whole. */
async function ruled(page: Page, address: string, key: string): Promise<number> {
  await page.goto(address);
  const example = page.getByRole("button", { name: "Mở ví dụ" });
  if (address.endsWith("/nhap")) await example.click();
  await page.locator(".grid .total").first().waitFor();
  await page.waitForTimeout(1_500);
  return page.evaluate(async (of) => {
    const { seen } = window as unknown as { seen: (selector: string) => Promise<number> };
    const input = document.querySelector<HTMLInputElement>(`input[data-key='${of}']`);
    if (input === null) throw new Error("The entry page has no such cell.");
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const type = (text: string): void => {
      set?.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    // Somebody who types has typed before.
    const { value } = input;
    for (const text of [`${value}1`, value, `${value}1`, value]) {
      type(text);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const before = performance.now();
    type(`${value}1`);
    return (await seen(".tip")) - before;
  }, key);
}

/** The wheel of a quick hand goes down the first table of the open form for a second and a half, three rows at a time. */
async function frames(page: Page): Promise<number> {
  const box = await page.locator(".frame.tall").first().boundingBox();
  if (box === null) throw new Error("The form has no long table.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const counted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let count = 0;
        const next = (now: number): void => {
          count += 1;
          if (now - start < 1_500) requestAnimationFrame(next);
          else resolve((count - 1) / ((now - start) / 1_000));
        };
        requestAnimationFrame(next);
      }),
  );
  for (const until = performance.now() + 1_500; performance.now() < until; ) {
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(50);
  }
  return counted;
}
