import { parseArgs } from "node:util";
import type { ServeOptions } from "./serve.ts";

/** Words on the command line that make no sense. */
class BadOptions extends Error {
  readonly isOptions = true;
}

/** What the server is started with: the command line first, then the environment. */
/** What the first word asks for; to serve, without one. */
export type Task = { readonly task: "serve" } | { readonly task: "audit" } | { readonly task: "backup" | "restore"; readonly file: string };

/** @throws BadOptions for a task without its file. */
export function readTask(words: readonly string[]): { readonly task: Task; readonly rest: readonly string[] } {
  const [task, file, ...rest] = words;
  if (task === "audit") {
    if (file === "verify") return { task: { task: "audit" }, rest };
    throw new BadOptions(
      "Lệnh khop audit có một việc: khop audit verify [--province MÃ] [--seal DẤU]. / khop audit does one thing: khop audit verify [--province ID] [--seal SEAL].",
    );
  }
  if (task !== "backup" && task !== "restore") return { task: { task: "serve" }, rest: words };
  if (file === undefined || file.startsWith("-")) {
    throw new BadOptions(`Hãy nêu tệp sao lưu: khop ${task} sao-luu.jsonl. / Name the file: khop ${task} backup.jsonl.`);
  }
  return { task: { task, file }, rest };
}

/** What a look at the audit trail is asked of. */
export function readAuditOptions(words: readonly string[]): {
  readonly province?: string;
  readonly seal?: string;
  readonly rest: readonly string[];
} {
  const { province, seal } = parsed(words);
  if (seal !== undefined && province === undefined) {
    throw new BadOptions("Nêu tỉnh của dấu niêm phong: --province. / Name the province of the seal: --province.");
  }
  const rest = words.filter((word) => word.startsWith("--data="));
  return { rest, ...(province === undefined ? {} : { province }), ...(seal === undefined ? {} : { seal }) };
}

export function readOptions(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ServeOptions & { readonly data?: string } {
  const values = parsed(words);
  const { host = "127.0.0.1", port = "8080", web, example, province, "province-name": name, admin } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new BadOptions(
      `Cổng "${port}" không dùng được, hãy nêu số từ 0 đến 65535. / The port "${port}" is of no use; name a number from 0 to 65535.`,
    );
  }
  if ((province === undefined) !== (admin === undefined)) {
    throw new BadOptions(
      "Tỉnh mới cần cả --province và --admin (thư điện tử). / A new province wants both --province and --admin (an e-mail address).",
    );
  }
  const data = values.data ?? "khop-data";
  const url = env.DATABASE_URL;
  const isServer = url !== undefined && url !== "" && values.data === undefined;
  const address = env.KHOP_ADDRESS;
  return {
    place: isServer ? { url } : { directory: data },
    host,
    port: Number(port),
    ...(address === undefined || address === "" ? {} : { publicAddress: address }),
    ...mailIn(env),
    ...ssoIn(env),
    ...webhooksIn(env),
    ...(web === undefined ? {} : { web }),
    ...(example === true ? { example } : {}),
    ...(province === undefined || admin === undefined ? {} : { found: { province, name: name ?? province, admin } }),
    ...(isServer ? {} : { data }),
  };
}

function mailIn({ SMTP_URL: url = "", SMTP_FROM: from = "" }: Readonly<Record<string, string | undefined>>): Pick<ServeOptions, "mail"> {
  if (url === "") return {};
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url) || from === "") {
    throw new BadOptions(
      "SMTP_URL phải như smtp://tên:mật-khẩu@máy-chủ:587, và SMTP_FROM là địa chỉ gửi. / SMTP_URL is like smtp://user:password@host:587, and SMTP_FROM is the sender.",
    );
  }
  return { mail: { url, from } };
}

function ssoIn(env: Readonly<Record<string, string | undefined>>): Pick<ServeOptions, "sso"> {
  const { OIDC_ISSUER: issuer = "", OIDC_CLIENT_ID: clientId = "", OIDC_CLIENT_SECRET: clientSecret = "", OIDC_NAME: name } = env;
  if (issuer === "") return {};
  if (!URL.canParse(issuer) || clientId === "" || clientSecret === "") {
    throw new BadOptions(
      "OIDC_ISSUER là địa chỉ của hệ thống đăng nhập, đi cùng OIDC_CLIENT_ID và OIDC_CLIENT_SECRET. / OIDC_ISSUER is the address of the provider, with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.",
    );
  }
  return { sso: { issuer, clientId, clientSecret, name: name ?? new URL(issuer).host } };
}

function webhooksIn({ KHOP_WEBHOOKS: reach = "" }: Readonly<Record<string, string | undefined>>): Pick<ServeOptions, "webhookReach"> {
  if (reach === "") return {};
  if (reach !== "public" && reach !== "loopback" && reach !== "private") {
    throw new BadOptions(
      "KHOP_WEBHOOKS là public (chỉ mạng công cộng, qua https), loopback (thêm máy này) hoặc private (thêm mạng nội bộ). / KHOP_WEBHOOKS is public (the public network alone, by https), loopback (this machine too) or private (private networks too).",
    );
  }
  return { webhookReach: reach };
}

function parsed(words: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    host: text,
    port: text,
    data: text,
    web: text,
    province: text,
    "province-name": text,
    admin: text,
    example: { type: "boolean" },
    seal: text,
  } as const;
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new BadOptions(
      `Tham số không đúng (${(error as Error).message}). Có: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(", ")}. / The options are not as they should be; there are those.`,
    );
  }
}
