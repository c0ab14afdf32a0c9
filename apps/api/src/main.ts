import { isKhopError } from "@khop/core";
import { backUpTo, restoreFrom } from "./keep.ts";
import { readOptions, readTask } from "./options.ts";
import { serve } from "./serve.ts";
import { TogetherWriter } from "./together-writer.ts";

/** The log: under load a line of its own for each request would cost as much as some answers. */
const lines = new TogetherWriter((text) => process.stdout.write(text));
process.once("exit", () => lines.flush());

const say = (line: string) => console.error(line);

async function run(words: readonly string[]): Promise<void> {
  const { task, rest } = readTask(words);
  const { data, ...options } = readOptions(rest, process.env);
  if (task.task === "backup") {
    await backUpTo(options.place, task.file);
    say(`Đã sao lưu vào ${task.file}. / Backed up to ${task.file}.`);
    return;
  }
  if (task.task === "restore") {
    const rows = await restoreFrom(options.place, task.file);
    say(`Đã khôi phục ${rows} dòng, nhật ký nguyên vẹn. / Restored ${rows} rows, the audit trail is whole.`);
    return;
  }
  const serving = await serve({ ...options, log: (line) => lines.add(JSON.stringify(line)) });
  say(
    `Khớp đang chạy tại ${serving.address} (tài liệu API: ${serving.address}/docs). / Khớp answers at ${serving.address} (API reference: ${serving.address}/docs).`,
  );
  say(
    data === undefined
      ? "Số liệu nằm trên máy chủ PostgreSQL. / Figures are on the PostgreSQL server."
      : `Số liệu nằm trong thư mục ${data}. / Figures are in the folder ${data}.`,
  );
  for (const { email, password, role } of serving.accounts)
    say(`${email}  ${password}  (${role}; mật khẩu chỉ hiện lần này / the password is shown this once)`);
  const stop = () => void serving.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

const portTaken =
  "Cổng này đang có chương trình khác dùng: chọn cổng khác bằng --port 8081, hoặc --port 0 để máy tự chọn. / Another program uses this port: choose one with --port 8081, or --port 0 for any that is free.";

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { isOptions, code } = error as { readonly isOptions?: boolean; readonly code?: string };
  const isTaken = code === "EADDRINUSE";
  const isPlain = isKhopError(error) || isOptions === true || code === "ENOENT" || code === "EACCES";
  say(isTaken ? portTaken : isPlain ? (error as Error).message : String((error as Error).stack ?? error));
  process.exitCode = 2;
}
