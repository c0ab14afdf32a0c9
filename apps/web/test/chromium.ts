import { existsSync } from "node:fs";

const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));
export const notRun = "not run: there is no Chromium on this machine (apt-get install chromium, or set CHROMIUM)";
