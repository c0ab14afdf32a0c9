import { describe, expect, it } from "vitest";
import { importsOf, scriptsIn } from "./budget.ts";

describe("what a page loads before it can be used", () => {
  it.each([
    ["its own scripts",                  '<script type="module" crossorigin src="/assets/a.js"></script>', ["/assets/a.js"]],
    ["those that it names beforehand",   '<link rel="modulepreload" href="/assets/b.js">',                 ["/assets/b.js"]],
    ["no styles, no faces",              '<link rel="stylesheet" href="/a.css"><link href="/a.woff2">',    []],
  ])("%s", (_, page, expected) => expect(scriptsIn(page)).toEqual(expected));

  it.each([
    ["imports by name",          'import{a as b,c}from"./x.js";run()',      ["./x.js"]],
    ["imports for their effect", 'import"./x.js";import"./y.js";',          ["./x.js", "./y.js"]],
    ["what is handed on",        'const a=1;export{b}from"./x.js";',        ["./x.js"]],
    ["nothing that comes later", 'const a=()=>import("./x.js");',           []],
  ])("%s", (_, script, expected) => expect(importsOf(script)).toEqual(expected));
});
