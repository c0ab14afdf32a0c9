import { layoutRegimes } from "@khop/catalog";
import { generateFacts, madeUpProvinces, networkOf, type ReportRegime, reportRegimes } from "@khop/catalog/report";
import { october2024Figures } from "@khop/catalog/testing";
import { addressKey, checkLayout, examine, type OrgUnit, period, previous, regimeOn } from "@khop/core";
import { type ReadDocument, readText } from "@khop/reader";
import { readDocx } from "@khop/reader/docx";
import { readHtml } from "@khop/reader/html";
import { measureDocx } from "@khop/reader/layout";
import { factsOf, matchFigures } from "@khop/reader/match";
import { readPdf } from "@khop/reader/pdf";
import { letterOf, type Material, type Prepared, prepare } from "@khop/reporting";
import { writeMarkdown } from "@khop/writer/report";
import { describe, expect, it } from "vitest";
import { enginesFor } from "./compose/engines.ts";
import { example } from "./compose/example.ts";
import { written } from "./compose/write.ts";

/** All that prints and draws is there: nothing is done without. */
const engines = enginesFor(({ en }) => expect.unreachable(en));

type Readable = Pick<ReadDocument, "text" | "figures" | "blocks" | "network">;

async function readBack(prepared: Prepared, material: Material, format: string): Promise<Readable> {
  const file = await written(prepared, `bao-cao.${format}`, material, engines);
  if (format === "md") return readText(file as string, "markdown");
  if (format === "html") return readHtml(new TextEncoder().encode(file as string));
  return format === "docx" ? readDocx(file as Uint8Array) : readPdf(file as Uint8Array);
}

/** The facts that a reader finds in a report, by their keys, as canonical decimals. */
function toldIn(document: Readable, { regime, orgUnit, period: of }: Material): ReadonlyMap<string, string | undefined> {
  const network = networkOf(regime, { orgUnits: [orgUnit], periods: [previous(of), of], facts: [] });
  const { matches } = matchFigures(document, { indicators: regime.indicators, network, period: of });
  return new Map(factsOf(matches, regime.indicators).map((fact) => [addressKey({ ...fact, members: fact.members ?? {} }), fact.quantity?.value.toString()]));
}

/** The facts that a report prints; what cannot be, such as files by post below the province, is no fact. */
function factsOfReport({ facts, network }: Prepared): Record<string, string> {
  const none = new Set(network.cells.filter(({ status }) => status === "structuralZero").map(({ address }) => addressKey(address)));
  return Object.fromEntries([...facts].flatMap(([key, quantity]) => (quantity === null || none.has(key) ? [] : [[key, quantity.value.toString()]])));
}

const only = (keys: readonly string[], told: ReadonlyMap<string, string | undefined>) => Object.fromEntries(keys.map((key) => [key, told.get(key)]));

/** A month, or a quarter, of a province that is nowhere. */
function madeUp(regime: ReportRegime, seed: number): Material {
  const [province] = madeUpProvinces(1, seed) as [OrgUnit];
  const year = regime.validTo === null ? 2026 : 2024;
  const of = period(regime.frequency === "month" ? `${year}-M0${1 + (seed % 9)}` : `${year}-Q${1 + (seed % 4)}`);
  const letter = { parentBody: "Ủy ban nhân dân tỉnh", body: regime.body, place: province.name, signatureBlock: { position: "Giám đốc", name: "Nguyễn Thị Mẫu" } };
  return {
    regime,
    orgUnit: province,
    period: of,
    facts: generateFacts({ regime, orgUnits: [province], periods: [previous(of), of], seed }),
    letter: letterOf(regime, { letter }, { number: "12", date: `${year}-12-05`, tasks: undefined }),
    written: {},
  };
}

const material = example();
const prepared = prepare(material);

describe("the report of October 2024", () => {
  it("lacks no figure and no words, and its facts fit together", () => {
    expect([prepared.missing, prepared.unwritten, prepared.findings]).toEqual([[], [], []]);
  });

  it("tells every figure of the list", () => {
    const codes = new Set([...prepared.facts.keys()].map((key) => key.replace(/\|?(?:orgUnit|period):[^|]*/g, "")));
    const codeOf = ({ indicator, members }: (typeof october2024Figures)[number]) => addressKey({ indicator, members });
    expect(october2024Figures.filter((figure) => !codes.has(codeOf(figure))).map(({ code }) => code)).toEqual([]);
  });

  it.each(["docx", "pdf", "html", "md", "xlsx"])("is the same .%s every time", async (format) => {
    const write = () => written(prepare(example()), `bao-cao.${format}`, example(), engines);
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });

  it("as a Word file is laid out as Decree 30/2020 has it", async () => {
    const regime = regimeOn(layoutRegimes, "2024-10-16")!;
    expect(checkLayout(measureDocx((await written(prepared, "r.docx", material, engines)) as Uint8Array), regime).map(({ message }) => message.vi)).toEqual([]);
  });

  it.each(["md", "html", "docx", "pdf"])("as .%s gives back its facts, and nothing in it does not fit", async (format) => {
    const document = await readBack(prepared, material, format);
    expect(examine(document.network).findings).toEqual([]);
    const facts = factsOfReport(prepared);
    expect(only(Object.keys(facts), toldIn(document, material))).toEqual(facts);
  });
});

describe.each(reportRegimes.map((regime) => [regime.id, regime] as const))("made-up reports of %s", (_, regime) => {
  it.each([
    [1, "md"], [2, "md"], [3, "docx"], [4, "pdf"],
  ])("of seed %i as .%s give back their facts, and nothing in them does not fit", async (seed, format) => {
    const month = madeUp(regime, seed);
    const made = prepare(month);
    const document = await readBack(made, month, format);
    expect(made.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(examine(document.network).findings).toEqual([]);
    const facts = factsOfReport(made);
    const told = toldIn(document, month);
    const wrong = Object.entries(facts).filter(([key, value]) => told.has(key) && told.get(key) !== value);
    expect(wrong).toEqual([]);
    // What stands as likely elsewhere is asked about and not taken.
    expect(Object.keys(facts).filter((key) => !told.has(key)).length).toBeLessThanOrEqual(Math.floor(Object.keys(facts).length / 100));
  });
});

describe("the first month after the districts are gone", () => {
  const [old, regime] = ["department-monthly", "department-monthly-2025"].map((id) => reportRegimes.find((one) => one.id === id)) as [ReportRegime, ReportRegime];
  const month = { ...madeUp(regime, 4), period: period("2025-M07") };
  const orgUnits = [month.orgUnit];
  const june = generateFacts({ regime: old, orgUnits, periods: [period("2025-M06")], seed: 4 });
  const july = generateFacts({ regime, orgUnits, periods: [month.period], seed: 4 }).filter((fact) => fact.period.id === "2025-M07");
  const text = (facts: Material["facts"]) => {
    const made = prepare({ ...month, facts });
    return { made, text: readText(writeMarkdown(made.report, { facts: made.facts }), "markdown").text };
  };

  it("is held against the whole of the month before, districts and all", () => {
    const { made } = text([...june, ...july]);
    const growth = [...made.facts].find(([key]) => key.startsWith("indicator:documents.growth|") && !key.includes("direction"));
    expect(growth?.[1]).not.toBeNull();
    expect(made.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("says why it is not held against it where it cannot be", () => {
    expect(text(july.concat(june.filter(({ period: of }) => of.frequency === "year"))).text).toContain("chưa so sánh được với kỳ trước do thay đổi tổ chức từ ngày 01/7/2025");
  });
});
