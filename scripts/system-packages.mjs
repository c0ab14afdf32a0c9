// What tests look for besides Node: where it is missing it is installed by apt, if this machine lets us; else those tests are not run and say so.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = (command) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));
const libreOffice = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"];

/** To add one: whether it is there, and the packages of Debian that bring it. */
const wanted = [
  {
    isThere: () => process.env.CHROMIUM !== undefined || ["chromium", "chromium-browser", "google-chrome"].some(onPath),
    packages: ["chromium"],
  },
  { isThere: () => libreOffice.some(existsSync), packages: ["libreoffice-writer", "libreoffice-calc"] },
];

const LONGEST = 300_000;

/** Installs what is missing, where we are root or, on CI, may become it without being asked. */
export function installSystemPackages() {
  const missing = wanted.filter(({ isThere }) => !isThere()).flatMap(({ packages }) => packages);
  if (process.platform !== "linux" || missing.length === 0 || !onPath("apt-get")) return;
  const isRoot = process.getuid() === 0;
  if (!isRoot && process.env.CI === undefined) return;
  // A network that does not answer is not waited for.
  const quick = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::https::Timeout=20"];
  const apt = (...args) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...quick, ...args];
    const [program, ...rest] = isRoot ? command : ["sudo", "-n", ...command];
    return spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"], timeout: LONGEST }).status === 0;
  };
  console.log(`apt-get install ${missing.join(" ")}`);
  if (apt("update") && apt("install", "-y", "--no-install-recommends", ...missing)) return;
  console.log(`${missing.join(", ")} could not be installed: tests that need them do not run, and say so`);
}
