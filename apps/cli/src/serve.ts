import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Arguments } from "./arguments.ts";
import { Trouble } from "./trouble.ts";

const server = "@khop/api/dist/main.js";

/** `khop serve`, `khop backup`, `khop restore`, `khop audit verify`: the server is a program of its own, which need not be there; ends with its exit code. */
export function serve({ command, server: flags, operands }: Arguments): Promise<number> {
  const [file, ...others] = operands;
  const unknown = command === "serve" ? file : others[0];
  if (unknown !== undefined) {
    throw new Trouble(
      `Lệnh khop ${command} không nhận "${unknown}": xem khop help ${command}.`,
      `khop ${command} does not take "${unknown}": see khop help ${command}.`,
    );
  }
  if (command === "audit" && file !== "verify") {
    throw new Trouble("Lệnh khop audit có một việc: khop audit verify.", "khop audit does one thing: khop audit verify.");
  }
  if (command !== "serve" && file === undefined) {
    throw new Trouble(`Hãy nêu tệp: khop ${command} sao-luu.jsonl.`, `Name the file: khop ${command} backup.jsonl.`);
  }
  const task = command === "serve" || file === undefined ? [] : [command, file];
  const child = spawn(process.execPath, [programFile(), ...task, ...flags], { stdio: "inherit" });
  // A terminal sends these to both; the server closes its data first, then this ends with it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 130));
  });
}

function programFile(): string {
  try {
    return createRequire(import.meta.url).resolve(server);
  } catch {
    throw new Trouble(
      "Chưa có phần máy chủ: chạy npm install @khop/api rồi gọi lại khop serve.",
      "The server is not installed: run npm install @khop/api, then khop serve again.",
    );
  }
}
