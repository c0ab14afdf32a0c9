import { expect, it } from "vitest";
import { readOptions } from "./options.ts";

it.each<[string, string, Record<string, string>, object]>([
  // how it is started             with                                     and the environment                               means
  ["with nothing",                 "",                                      {},                                               { place: { directory: "khop-data" }, host: "127.0.0.1", port: 8080, data: "khop-data" }],
  ["in a folder, on a free port",  "--data d --port 0 --example",           {},                                               { place: { directory: "d" }, host: "127.0.0.1", port: 0, data: "d", example: true }],
  ["on a server",                  "--host 0.0.0.0",                        { DATABASE_URL: "postgres://h/d" },               { place: { url: "postgres://h/d" }, host: "0.0.0.0", port: 8080 }],
  ["in a folder none the less",    "--data d",                              { DATABASE_URL: "postgres://h/d" },               { place: { directory: "d" }, host: "127.0.0.1", port: 8080, data: "d" }],
  ["behind a proxy, with pages",   "--web w --data d",                      { KHOP_ADDRESS: "https://so-lieu.example" },      { place: { directory: "d" }, host: "127.0.0.1", port: 8080, data: "d", web: "w", publicAddress: "https://so-lieu.example" }],
  ["with a province of one's own", "--data d --province lam-son --admin a@b.example", {},                                     { place: { directory: "d" }, host: "127.0.0.1", port: 8080, data: "d", found: { province: "lam-son", name: "lam-son", admin: "a@b.example" } }],
])("started %s", (_, words, env, options) => {
  expect(readOptions(words.split(" ").filter((word) => word !== ""), env)).toEqual(options);
});

it.each(["--port x", "--port 70000", "--colour red", "--province p"])("refuses %s, and says why in both languages", (words) => {
  expect(() => readOptions(words.split(" "), {})).toThrow(" / ");
});

it("webhooks go where the server is told that they may, and nowhere else", () => {
  expect(readOptions([], { KHOP_WEBHOOKS: "private" })).toMatchObject({ webhookReach: "private" });
  expect(readOptions([], {})).not.toHaveProperty("webhookReach");
  expect(() => readOptions([], { KHOP_WEBHOOKS: "all" })).toThrow("KHOP_WEBHOOKS");
});
