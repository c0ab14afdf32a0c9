import { isKhopError } from "@khop/core";
import { readOptions } from "./options.ts";
import { serve } from "./serve.ts";

try {
  const { data, ...options } = readOptions(process.argv.slice(2), process.env);
  const serving = await serve({ ...options, log: (line) => console.log(JSON.stringify(line)) });
  const say = (line: string) => console.error(line);
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
} catch (error) {
  console.error(isKhopError(error) || (error as { isOptions?: boolean }).isOptions ? (error as Error).message : error);
  process.exitCode = 2;
}
