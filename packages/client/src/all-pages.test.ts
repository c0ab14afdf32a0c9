import { expect, it } from "vitest";
import { allPages, type PageQuery } from "./all-pages.ts";

const problem = { type: "urn:khop:problem:x", title: "x", status: 400, code: "x", detail: "x" };

it.each<[string, readonly (readonly number[])[], readonly number[]]>([
  ["a list of one page",  [[1, 2]],         [1, 2]],
  ["of several",          [[1, 2], [3], [4]], [1, 2, 3, 4]],
  ["of none",             [[]],             []],
])("%s comes whole, in its order", async (_, pages, all) => {
  const asked: PageQuery[] = [];
  const ask = async (query: PageQuery) => {
    asked.push(query);
    const at = Number(query.cursor ?? 0);
    return { data: { items: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null } };
  };
  expect(await allPages(ask)).toEqual({ data: all });
  expect(asked).toEqual(pages.map((__, i) => (i === 0 ? { limit: 500 } : { limit: 500, cursor: String(i) })));
});

it("ends with the first refusal, and gives nothing of what came before", async () => {
  const answers = [{ data: { items: [1], next: "1" } }, { error: problem }];
  expect(await allPages(async () => answers.shift() ?? {})).toEqual({ error: problem });
});
