import { readFileSync } from "node:fs";
import { departmentMonthly, networkOf, october2024 } from "@khop/catalog/report";
import { addressKey, formatVi, previous, period as periodOf } from "@khop/core";
import { readText } from "@khop/reader";
import { matchFigures } from "@khop/reader/match";
import { example } from "./compose/example.ts";
import { prepare } from "./compose/prepare.ts";
import { writeMarkdown } from "@khop/writer/report";

const period = october2024.period;
const network = networkOf(departmentMonthly, { orgUnits: october2024.orgUnits, periods: [previous(period), period], facts: [] });
const input = { indicators: departmentMonthly.indicators, network, period };
const [mode = "sample", verbose] = process.argv.slice(2);
const show = (key: string) => key;
const keyOf = (words: string): string => {
  const [indicator = "", ...rest] = words.trim().split(/\s+/);
  const of = departmentMonthly.indicators.find(({ id }) => id === indicator)!;
  const members: Record<string, string> = {};
  for (const w of rest) { const b = of.breakdowns!.find(({ members }) => members.some(({ id }) => id === w))!; members[b.id] = w; }
  const p = of.frequency === "year" ? undefined : period;
  return addressKey({ indicator, orgUnit: october2024.orgUnits[0]!.id, members, ...(p ? { period: p } : {}) });
};
const strip = (a: any) => { const of = departmentMonthly.indicators.find(({ id }) => id === a.indicator)!; const { period: p, ...r } = a; return addressKey(of.frequency === "year" ? r : a); };
const nice = (a: any) => `${a.indicator} ${Object.values(a.members ?? {}).join(" ")}`.trim();
let text: string; let expected: { key: string; words: string; values: string[] }[];
if (mode === "sample") {
  text = readFileSync("../shared/seed/bao-cao-2024-10.md", "utf8");
  const source = readFileSync("packages/catalog/src/report/an-phu/october.test.ts", "utf8");
  const list = /const list = `([\s\S]*?)`;/.exec(source)![1]!;
  const by = new Map<string, { key: string; words: string; values: string[] }>();
  for (const line of list.split("\n").filter((l) => l.includes("|"))) {
    const [, words, value] = line.split("|").map((s) => s.trim()) as [string, string, string];
    const printed = value.includes("≠") ? value.split("≠")[1]!.trim() : value;
    const key = keyOf(words);
    const one = by.get(key) ?? { key, words, values: [] };
    one.values.push(printed, ...(value.includes("≠") ? [] : [])); by.set(key, one);
  }
  expected = [...by.values()];
} else {
  const p = prepare(example());
  text = writeMarkdown(p.report, { facts: p.facts });
  expected = [...p.facts].filter(([, q]) => q !== null).map(([key, q]) => ({ key: key, words: key, values: [formatVi(q!.value.abs(), q!.decimals)] }));
  expected = expected.map((e) => e.words.includes("population.") ? { ...e, key: e.key.replace(/\|period:[^|]*/, "") } : e);
}
const doc = readText(text, "markdown");
const t0 = performance.now();
const { matches, doubts } = matchFigures(doc, input);
console.log("ms", performance.now() - t0);
const got = new Map(matches.map((m) => [strip(m.address), m]));
const num = (s: string) => s.replace(/^(tăng|giảm|trên|gần|khoảng|ước)\s+/i, "").replace(/^0(?=\d)/, "").replace(/[%\s]/g, "");
let right = 0; const wrong: string[] = [], missed: string[] = [];
for (const { key, words, values } of expected) {
  const m = got.get(key);
  if (!m) { missed.push(`${words} = ${values.join(" / ")}`); continue; }
  const said = m.figure === null ? "0" : text.slice(m.start, m.end);
  const v = formatVi(m.quantity.value.abs(), Math.max(0, m.quantity.decimals));
  if (values.some((x) => num(x) === num(v) || num(x) === num(said) || new RegExp(`(^|\\D)${num(v)}(\\D|$)`).test(x))) right++;
  else wrong.push(`${words} wanted ${values.join(" / ")} got ${said} [${text.slice(Math.max(0, m.start - 60), m.end + 20).replace(/\n/g, "⏎")}] ${m.sure}`);
}
const extra = [...got].filter(([k]) => !expected.some((e) => e.key === k)).map(([, m]) => `${nice(m.address)} ← ${text.slice(m.start, m.end)} [${text.slice(Math.max(0, m.start - 60), m.end + 20).replace(/\n/g, "⏎")}] ${m.sure}`);
console.log(`expected ${expected.length} right ${right} wrong ${wrong.length} missed ${missed.length} extra ${extra.length} doubts ${doubts.length}`);
console.log("WRONG\n" + wrong.join("\n")); console.log("MISSED\n" + missed.join("\n")); console.log("EXTRA\n" + extra.join("\n"));
if (verbose) for (const d of doubts) console.log("DOUBT", text.slice(Math.max(0, d.start - 50), d.end + 15).replace(/\n/g, "⏎"), "→", d.candidates.map((c) => `${nice(c.address)} ${c.sure}`).join("; "));
