import { generateFacts, madeUpProvinces, networkOf, reportRegimes } from "@khop/catalog/report";
import { addressKey, following, formatVi, period as periodOf, previous, type OrgUnit } from "@khop/core";
import { readText } from "@khop/reader";
import { readDocx } from "@khop/reader/docx";
import { readPdf } from "@khop/reader/pdf";
import { matchFigures } from "@khop/reader/match";
import { letterOf } from "./compose/letter.ts";
import { prepare } from "./compose/prepare.ts";
import { written } from "./compose/write.ts";
import { examine } from "@khop/core";

const [format = "md", count = "3", verbose] = process.argv.slice(2);
let [all, right, wrongs, missed, findings] = [0, 0, 0, 0, 0];
for (let seed = 1; seed <= Number(count); seed++) for (const regime of reportRegimes) {
  const province = madeUpProvinces(5)[seed % 5] as any;
  const orgUnit = province as OrgUnit;
  const index = regime.frequency === "month" ? 1 + (seed % 5) : 1 + (seed % 4);
  const year = regime.id.includes("2025") ? 2026 : 2025;
  const period = periodOf(`${year}-${regime.frequency === "month" ? "M" + String(index).padStart(2, "0") : "Q" + index}`);
  const facts = generateFacts({ regime, orgUnits: [orgUnit], periods: [previous(period), period], seed }) as any;
  const letter = letterOf(regime, { letter: { parentBody: "Ủy ban nhân dân tỉnh", body: regime.body, place: "An Phú", signatureBlock: { position: "Giám đốc", name: "Nguyễn Văn Mẫu" } } } as any, { number: "12", date: `${year}-0${Math.min(9, index + 1)}-05`, tasks: undefined });
  const material = { regime, orgUnit, period, facts: facts.facts ?? facts, letter, written: {} };
  const p = prepare(material);
  const bytes = await written(p, `x.${format}`, material);
  const doc = format === "md" ? readText(bytes as string, "markdown") : format === "docx" ? readDocx(bytes as Uint8Array) : await readPdf(bytes as Uint8Array);
  const text = (doc as any).text as string;
  const f = examine((doc as any).network).findings; findings += f.length;
  if (verbose) for (const x of f) console.log("FINDING", regime.id, seed, x.message?.vi ?? JSON.stringify(x).slice(0, 300));
  const network = networkOf(regime, { orgUnits: [orgUnit], periods: [previous(period), period], facts: [] });
  const { matches, doubts } = matchFigures(doc as any, { indicators: regime.indicators, network, period });
  const got = new Map(matches.map((m) => [addressKey({ ...m.address }), m]));
  const zeros = new Set(network.cells.filter((c) => c.status === "structuralZero").map((c) => addressKey(c.address)));
  const w: string[] = [];
  for (const [key, q] of p.facts) {
    if (q === null || zeros.has(key)) continue;
    all++;
    const m = got.get(key);
    if (!m) { missed++; w.push(`missed ${key.replace(/\|?(orgUnit|period):[^|]*/g, "")} = ${formatVi(q.value, q.decimals)}`); continue; }
    if (m.quantity.value.eq(q.value) || (q.decimals >= 0 && m.quantity.value.toFixed(q.decimals) === q.value.toFixed(q.decimals))) right++;
    else { wrongs++; w.push(`WRONG ${key.replace(/\|?(orgUnit|period):[^|]*/g, "")} = ${formatVi(q.value, q.decimals)} got ${text.slice(m.start - 50, m.end + 20).replace(/\n/g, "⏎")} ${m.sure}`); }
  }
  const extra = [...got].filter(([k]) => !p.facts.has(k) && ![...p.facts.keys()].some((x) => got.get(x)?.start === got.get(k)?.start));
  for (const [k, m] of extra) w.push(`EXTRA ${k} ← ${text.slice(m.start - 50, m.end + 20).replace(/\n/g, "⏎")} ${m.sure}`);
  console.log(regime.id, seed, period.id, "facts", p.facts.size, "problems", w.length, "doubts", doubts.length, "findings", f.length);
  if (verbose) console.log(w.map((x) => "   " + x).join("\n"));
}
console.log({ format, all, right, wrongs, missed, findings });
