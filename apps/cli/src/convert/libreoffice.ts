import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Converted } from "../input/document.ts";
import { Trouble } from "../trouble.ts";
import { profile } from "./profile.ts";

/** Names of the program, and where it lies on systems that keep it off the path. */
const programs = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** A report of some hundred pages takes seconds. */
const limitSeconds = 120;

/**
 * A file as LibreOffice makes a Word or Excel file of it, in a folder and with a profile of its own that are gone afterwards. Links to
 * other files and to the network are not followed, macros not run.
 *
 * @throws Trouble when the program is not there, does not end in time, or makes nothing of the file.
 */
export async function convert(file: string, { from, to }: Converted, seconds = limitSeconds): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "khop-"));
  const stop = new Stop(() => remove(folder));
  try {
    const copy = join(folder, `in.${from}`);
    writeFileSync(copy, readFileSync(file));
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), profile);
    const ended = await run(argumentsFor(folder, copy, to), folder, seconds, stop);
    const out = join(folder, "out");
    const made = existsSync(out) ? readdirSync(out).find((name) => name.endsWith(`.${to}`)) : undefined;
    if (ended === "missing") throw missing(file);
    if (ended === "late") throw late(file, seconds);
    if (made === undefined) throw unmade(file);
    return readFileSync(join(out, made));
  } finally {
    stop.done();
    remove(folder);
  }
}

const argumentsFor = (folder: string, copy: string, to: string): string[] => [
  `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
  "--headless",
  "--norestore",
  "--nologo",
  "--nodefault",
  "--nolockcheck",
  "--convert-to",
  to,
  "--outdir",
  join(folder, "out"),
  copy,
];

type End = "ended" | "late" | "missing";

async function run(args: readonly string[], folder: string, seconds: number, stop: Stop): Promise<End> {
  for (const program of programs) {
    const end = await start(program, args, folder, seconds, stop);
    if (end !== "missing") return end;
  }
  return "missing";
}

function start(program: string, args: readonly string[], folder: string, seconds: number, stop: Stop): Promise<End> {
  return new Promise((resolve) => {
    // A group of its own, for what is started is a script that starts the program.
    const child = spawn(program, args, { cwd: folder, stdio: "ignore", detached: process.platform !== "win32", windowsHide: true });
    stop.child = child;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill(child);
    }, seconds * 1000);
    const end = (how: End): void => {
      clearTimeout(timer);
      resolve(how);
    };
    child.once("error", () => end("missing"));
    child.once("close", () => {
      // What it may have left behind.
      kill(child);
      end(isLate ? "late" : "ended");
    });
  });
}

/** Ends a program and all that it started. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === "win32")
      spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }).once("error", () => undefined);
    else process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has ended already.
  }
}

/** Ends the program and cleans up when khop itself is stopped. */
class Stop {
  child: ChildProcess | undefined;
  readonly #signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  readonly #act: (signal: NodeJS.Signals) => void;

  constructor(clean: () => void) {
    this.#act = (signal) => {
      if (this.child !== undefined) kill(this.child);
      clean();
      this.done();
      process.kill(process.pid, signal);
    };
    for (const signal of this.#signals) process.once(signal, this.#act);
  }

  done(): void {
    for (const signal of this.#signals) process.removeListener(signal, this.#act);
  }
}

/** A program that was just killed may still write for a moment. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

const missing = (file: string): Trouble =>
  new Trouble(
    `Không có LibreOffice trên máy để đổi ${file}: hãy cài LibreOffice, hoặc mở tệp bằng Word hay Excel rồi lưu thành .docx hay .xlsx.`,
    `There is no LibreOffice on this machine to convert ${file}: install it, or open the file in Word or Excel and save it as .docx or .xlsx.`,
  );

const late = (file: string, seconds: number): Trouble =>
  new Trouble(
    `LibreOffice không đổi xong ${file} trong ${seconds} giây nên đã bị dừng: hãy mở tệp bằng Word hay Excel rồi lưu thành .docx hay .xlsx.`,
    `LibreOffice did not convert ${file} in ${seconds} seconds and was stopped: open the file in Word or Excel and save it as .docx or .xlsx.`,
  );

const unmade = (file: string): Trouble =>
  new Trouble(
    `LibreOffice không đổi được ${file} (tệp hỏng, có mật khẩu, hoặc thiếu phần Writer/Calc): hãy mở bằng Word hay Excel rồi lưu thành .docx hay .xlsx.`,
    `LibreOffice could not convert ${file} (it is broken, has a password, or Writer or Calc is not installed): open it in Word or Excel and save it as .docx or .xlsx.`,
  );
