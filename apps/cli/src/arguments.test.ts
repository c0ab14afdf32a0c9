import { nearest } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";
import { Trouble } from "./trouble.ts";

const read = (line: string) => readArguments(line.split(" ").filter((word) => word !== ""));
const said = (line: string): string => {
  try {
    read(line);
    return "";
  } catch (error) {
    return error instanceof Trouble ? error.said.vi : String(error);
  }
};

describe("a command line", () => {
  it.each([
    ["nothing at all asks for help",            "",                                   { command: "help", operands: [] }],
    ["a file, with every default",              "check a.md",                         { command: "check", operands: ["a.md"], format: "pretty", language: "vi", severity: "review", quiet: false }],
    ["flags after the file",                    "check a.md --format json --lang=en", { format: "json", language: "en", operands: ["a.md"] }],
    ["flags before and between files",          "check -q a.md --severity info b.md", { quiet: true, severity: "info", operands: ["a.md", "b.md"] }],
    ["standard input",                          "check -",                            { operands: ["-"] }],
    ["a file that looks like a flag",           "check -- --odd.md",                  { operands: ["--odd.md"] }],
    ["an output file, short",                   "check a.md -o out.json",             { output: "out.json" }],
    ["help for a command, both ways",           "check --help",                       { command: "help", operands: ["check"] }],
    ["help for a command, as a command",        "help check",                         { command: "help", operands: ["check"] }],
    ["the version",                             "--version",                          { command: "version" }],
    ["the last of two values wins",             "check a --format json --format sarif", { format: "sarif" }],
  ])("%s", (_, line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each([
    ["an unknown command",       "chek a.md",                   'Không có lệnh "chek"; có phải ý bạn là "khop check"?'],
    ["a file without a command", "bao-cao.md",                  'Không có lệnh "bao-cao.md"; có phải ý bạn là "khop check bao-cao.md"?'],
    ["nothing like a command",   "xyzzy",                       'Không có lệnh "xyzzy": xem khop --help.'],
    ["an unknown flag",          "check a.md --fromat json",    "Lệnh khop check không có cờ --fromat; có phải ý bạn là --format?"],
    ["a flag of another command","figures a.md --severity info","Lệnh khop figures không có cờ --severity: xem khop help figures."],
    ["a value that is not taken","check a --severity warn",     'Cờ --severity không nhận "warn"; có phải ý bạn là warning? Chọn một trong: error, warning, review, info.'],
    ["a missing value",          "check a --format",            "Cờ --format cần một giá trị: pretty, json, sarif."],
    ["a value where none goes",  "check a --quiet=yes",         'Cờ --quiet không nhận giá trị: hãy bỏ "=yes".'],
    ["a prototype's word",       "constructor",                 'Không có lệnh "constructor": xem khop --help.'],
    ["a prototype's flag",       "check a --constructor",       "Lệnh khop check không có cờ --constructor: xem khop help check."],
  ])("%s is said plainly", (_, line, expected) => {
    expect(said(line)).toBe(expected);
  });

  it("suggests only what is near", () => {
    const known = ["check", "figures", "demo", "help"];
    expect(nearest("chekc", known)).toBe("check");
    expect(nearest("fig", known)).toBe("figures");
    expect(nearest("serve", known)).toBeUndefined();
  });
});
