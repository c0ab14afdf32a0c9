import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { failures } from "./peers.ts";

const directory = fileURLToPath(new URL("../../../shared/peer-cases/", import.meta.url));
const files = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".json")) : [];

describe.skipIf(files.length === 0)("peer cases", () => {
  it.each(files.length === 0 ? ["not run: there is no ../shared/peer-cases beside this repository"] : files)("%s", (file) => {
    const { cases } = JSON.parse(readFileSync(`${directory}${file}`, "utf8"));
    expect(cases.flatMap((peer: never) => failures(peer))).toEqual([]);
  });
});

it("a case of an unknown kind fails and says so", () => {
  expect(failures({ id: "x", kind: "no-such-kind", expect: "holds" })).toEqual(['no adapter for cases of the kind "no-such-kind"']);
});
