import { isKhopError } from "@khop/core";
import type { AuditFault } from "@khop/store";
import { backUpTo, restoreFrom, verifyAll } from "./keep.ts";
import { readAuditOptions, readOptions, readTask } from "./options.ts";
import { serve } from "./serve.ts";
import { TogetherWriter } from "./together-writer.ts";
import { tracesIn } from "./traces/traces.ts";

/** The log: under load a line of its own for each request would cost as much as some answers. */
const lines = new TogetherWriter((text) => process.stdout.write(text));
process.once("exit", () => lines.flush());

const say = (line: string) => console.error(line);

async function run(words: readonly string[]): Promise<void> {
  const { task, rest } = readTask(words);
  if (task.task === "audit") {
    const { rest: left, ...asked } = readAuditOptions(rest);
    process.exitCode = tellAudit(await verifyAll(readOptions(left, process.env).place, asked));
    return;
  }
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
  const traces = await tracesIn(process.env);
  const serving = await serve({ ...options, ...(traces === undefined ? {} : { traces }), log: (line) => lines.add(JSON.stringify(line)) });
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

const wrongs: Readonly<Record<AuditFault["what"], string>> = {
  seal: "mục bị sửa / the entry was changed",
  chain: "thiếu mục ở trước / an entry before it is missing",
  facts: "số liệu bị sửa / figures were changed",
  orgUnits: "đơn vị bị sửa / org units were changed",
  lineage: "việc sáp nhập, chia tách bị sửa / lineage was changed",
  roles: "vai trò bị sửa / roles were changed",
  periods: "kỳ báo cáo bị sửa / periods were changed",
  submissions: "lần gửi bị sửa / submissions were changed",
  steps: "bước xử lý bị sửa / steps were changed",
  waivers: "chấp nhận phát hiện bị sửa / waivers were changed",
  comments: "trao đổi bị sửa / comments were changed",
  reports: "báo cáo bị sửa / reports were changed",
  reminders: "nhắc việc bị sửa / reminders were changed",
  webhooks: "webhook bị sửa / webhooks were changed",
  passages: "lời văn bị sửa / passages were changed",
  templates: "mẫu báo cáo bị sửa / templates were changed",
  evidence: "tệp minh chứng bị sửa / a file was changed",
  end: "cuối nhật ký bị cắt / the end was cut off",
};

/** Says how each trail is: 0 where all are whole, 1 where one is not. */
function tellAudit(reports: Awaited<ReturnType<typeof verifyAll>>): number {
  for (const { province, entries, seal, faults } of reports) {
    console.log(`${province}: ${entries} mục, niêm phong / entries, seal ${seal || "-"}`);
    for (const { seq, what, row } of faults) console.log(`  mục / entry ${seq}: ${wrongs[what]}${row === undefined ? "" : ` (${row})`}`);
  }
  const isWhole = reports.every(({ faults }) => faults.length === 0);
  say(isWhole ? "Nhật ký nguyên vẹn. / The audit trail is whole." : "Nhật ký đã bị can thiệp. / The audit trail was tampered with.");
  return isWhole ? 0 : 1;
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
