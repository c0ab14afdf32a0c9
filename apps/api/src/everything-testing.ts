import { announceDeeds, putLineage, type RoleGrant, roles } from "@khop/store";
import type { Known } from "./arbitrary-testing.ts";
import type { smallApi } from "./testing.ts";

type Api = Awaited<ReturnType<typeof smallApi>>;

/** Who may do everything in the small province. */
const everyRole: readonly Pick<RoleGrant, "role" | "orgUnit">[] = ["tinh", "huyen", "xa-1", "xa-2"].flatMap((orgUnit) =>
  roles.map((role) => ({ role, orgUnit })),
);

const letter = { body: "Ủy ban nhân dân xã", place: "Lam Sơn", signatureBlock: { position: "Chủ tịch", name: "" } };

/**
 * Puts two of everything into the small province, by its own API: periods, versions of figures, steps, comments, files, passages, templates,
 * tokens, jobs, webhooks. Gives whoever may do everything there, and what there is for each place of a path or a query.
 */
export async function everythingIn({ as, accounts, services }: Pick<Api, "as" | "accounts" | "services">) {
  const { store, queue } = services;
  const asked = await as("tat-ca@lam-son.example", everyRole);
  /** Asks, and fails where it is refused. */
  const ask = async (...words: Parameters<typeof asked>) => {
    const answer = await asked(...words);
    if (answer.status >= 400) throw new Error(`${words[0]} ${words[1]}: ${answer.status} ${answer.text}`);
    return answer;
  };
  for (const [name, unit] of [
    ["nhap", "xa-1"],
    ["nhap", "xa-2"],
    ["phu", "xa-2"],
  ] as const)
    await as(`${name}@${unit}.example`, [{ role: "clerk", orgUnit: unit }]);
  await accounts.add({ email: "nhap@xa-1.example", name: "Nhập", password: "mật khẩu đủ dài" });
  const at = "/provinces/lam-son";
  const webhooks = await Promise.all(
    [1, 2].map((n) => ask("POST", `${at}/webhooks`, { url: `http://127.0.0.1:9/${n}`, events: ["period.opened"] })),
  );
  for (const period of ["2024-M10", "2024-M11"]) await ask("POST", `${at}/periods`, { regime: "commune-monthly", period });
  await announceDeeds(store, queue);
  const submission = `${at}/periods/commune-monthly/2024-M10/submissions/xa-1`;
  const cells = (direct: string) => [
    { indicator: "dossiers.received", members: { channel: "direct" }, value: direct },
    { indicator: "dossiers.received", members: { channel: "online" }, value: "40" },
    { indicator: "dossiers.received", members: { channel: "post" }, value: "0" },
    { indicator: "dossiers.received", value: "100" },
  ];
  for (const direct of ["59", "60"]) await ask("PATCH", `${submission}/entries`, { cells: cells(direct) });
  await ask("POST", `${submission}/submit`, {});
  await ask("POST", `${submission}/return`, {
    as: "huyen",
    reason: "Xem lại",
    cells: [{ cell: "dossiers.received post", reason: "Có thật không" }],
  });
  for (const text of ["Đã xem", "Đã sửa"]) await ask("POST", `${submission}/comments`, { text });
  const files: string[] = [];
  for (const name of ["so.txt", "anh.txt"]) files.push((await ask("POST", `${submission}/evidence?name=${name}`, name)).body.id);
  const report = `${at}/reports/commune-monthly/2024-M10/xa-1`;
  const { passage } = (await ask("GET", `${report}/passages`)).body.items[0];
  for (const text of ["Một.", "Hai."]) await ask("PATCH", `${report}/passages`, { passages: [{ passage, text }] });
  await ask("POST", `${report}/draft`, { letter });
  await ask("POST", `${report}/check`, {});
  const templates = `${at}/regimes/commune-monthly/templates`;
  const { template, regimes: text } = (await ask("GET", templates)).body.items[0];
  for (const words of [text, null]) await ask("PUT", `${templates}/${encodeURIComponent(template)}`, { text: words });
  await putLineage(store, { province: "lam-son", by: "khop" }, [
    { on: "2024-07-01", change: "merge", from: ["xa-1", "xa-2"], into: ["xa-1", "xa-2"], source: "Nghị quyết 1" },
    { on: "2024-08-01", change: "rename", from: ["xa-2"], into: ["xa-2"], source: "Nghị quyết 2" },
  ]);
  const tokens = await Promise.all([1, 2].map((n) => ask("POST", "/tokens", { name: `mã ${n}`, scopes: ["read"] })));
  const jobs = await Promise.all([1, 2].map(() => ask("POST", "/jobs?name=a.txt", "Tiếp nhận 100 hồ sơ.")));
  const webhook = webhooks[0]?.body.id as string;
  const delivery = (await ask("GET", `${at}/webhooks/${webhook}/deliveries`)).body.items[0].id as string;
  const there: Readonly<Record<string, string>> = {
    province: "lam-son",
    regime: "commune-monthly",
    period: "2024-M10",
    orgUnit: "xa-1",
    user: "nhap@xa-1.example",
    token: tokens[0]?.body.id,
    id: files[0] ?? "",
    job: jobs[0]?.body.id,
    webhook,
    delivery,
    passage,
    template,
  };
  /** What a query wants beside its page. */
  const asking: Readonly<Record<string, string>> = {
    regime: "commune-monthly",
    period: "2024-M10",
    orgUnit: "xa-1",
    indicator: "dossiers.received",
    orgUnits: "xa-1",
    to: "tinh",
    level: "commune",
    first: "2024-01-01",
    last: "2025-06-30",
    name: "a.txt",
    format: "md",
  };
  /** What values of a name are, so that what is drawn reaches what is there. */
  const known: Known = {
    ...Object.fromEntries([...Object.entries(asking), ...Object.entries(there)].map(([name, value]) => [name, [value]])),
    period: ["2024-M10", "2024-M10", "2024-M10", "2024-M11", "2024-M12", "2025-M01"],
    orgUnit: ["xa-1", "xa-1", "xa-1", "xa-2", "huyen", "tinh"],
    orgUnits: ["xa-1", "xa-2"],
    as: ["huyen", "tinh"],
    parent: ["huyen", "tinh"],
    to: ["tinh", "huyen"],
    indicator: ["dossiers.received"],
    members: [{ channel: "direct" }, { channel: "online" }],
    url: ["http://127.0.0.1:9/ho"],
    text: [text, "Lời văn.", "{{ x }}"],
    value: ["1", "100", "-1", "1.5"],
    csv: ["Mã;Kỳ;Giá trị\ndossiers received;2024-M10;5\n"],
    cell: ["dossiers.received post"],
    cursor: ["1", "xa-1", delivery].map((key) => Buffer.from(key).toString("base64url")),
  };
  return { ask: asked, there, asking, known };
}
