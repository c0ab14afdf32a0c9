import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleSheets } from "@khop/catalog";
import {
  anPhuReport,
  fill,
  generateFacts,
  madeUpProvinces,
  october2024,
  outlineOf,
  type ReportRegime,
  references2024,
  reportRegimes,
  september2024,
} from "@khop/catalog/report";
import { type Fact, type OrgUnit, previous, regimeOn, type StyleSheet } from "@khop/core";
import { writePdf } from "@khop/writer/print";
import { compose } from "@khop/writer/prose";
import { writeDocx, writeMarkdown } from "@khop/writer/report";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { inTurns, middle, type Times } from "./measure.ts";

const regime = reportRegimes.find(({ id }) => id === october2024.regime) as ReportRegime;
const layout = regimeOn(styleSheets, "2024-10-16") as StyleSheet;
const { period } = october2024;

function made(orgUnit: OrgUnit, facts: readonly Fact[]) {
  const { network } = fill(regime, { orgUnits: [orgUnit], periods: [previous(period), period], facts });
  return compose({ outline: outlineOf(regime), indicators: regime.indicators, network, orgUnit, period, ...anPhuReport });
}

const ours = () => made(october2024.orgUnits[0] as OrgUnit, [...references2024, ...september2024.facts, ...october2024.facts]);

/** The report as a template whose every figure is a placeholder, and what fills them. */
function template(): { readonly bytes: Uint8Array; readonly values: Record<string, string> } {
  const { report, facts } = ours();
  const values: Record<string, string> = {};
  const zip = new PizZip(writeDocx(report, { facts, layout }));
  const xml = (zip.file("word/document.xml")?.asText() ?? "").replace(
    /<w:sdt>.*?<w:t[^>]*>([^<]*)<\/w:t><\/w:r><\/w:sdtContent><\/w:sdt>/gs,
    (_, text: string) => {
      const name = `f${Object.keys(values).length}`;
      values[name] = text;
      return `<w:r><w:t xml:space="preserve">{${name}}</w:t></w:r>`;
    },
  );
  zip.file("word/document.xml", xml);
  return { bytes: zip.generate({ type: "uint8array" }), values };
}

export interface ComposeTimes extends Times<"docx" | "writing" | "docxtemplater"> {
  readonly figures: number;
  readonly pdf: number;
  /** Undefined where the program is not there. */
  readonly pandoc: number | undefined;
  readonly libreoffice: number | undefined;
}

/** Milliseconds from facts to the whole monthly report, and of others for a document as long. */
export async function composing(): Promise<ComposeTimes> {
  const { bytes, values } = template();
  const { report, facts } = ours();
  const times = await inTurns(
    {
      docx: () => {
        const composed = ours();
        return writeDocx(composed.report, { facts: composed.facts, layout });
      },
      writing: () => writeDocx(report, { facts, layout }),
      docxtemplater: () => {
        const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
        document.render(values);
        return document.getZip().generate({ type: "uint8array", compression: "DEFLATE" });
      },
    },
    { warm: 30, runs: 60 },
  );
  const folder = mkdtempSync(join(tmpdir(), "khop-bench-"));
  try {
    writeFileSync(join(folder, "r.md"), writeMarkdown(report, { facts }));
    writeFileSync(join(folder, "r.docx"), writeDocx(report, { facts, layout }));
    const fonts = import.meta.resolve("@expo-google-fonts/tinos/package.json");
    const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
    const fontPaths = faces.map((face) => decodeURIComponent(new URL(face, fonts).pathname));
    const engine = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
    const { pdf } = await inTurns(
      {
        pdf: () => {
          const composed = ours();
          return writePdf(engine, composed.report, { facts: composed.facts, layout });
        },
      },
      { warm: 5, runs: 15 },
    );
    const pandoc = program(folder, "pandoc", ["r.md", "-o", "p.docx"]);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const libreoffice = program(folder, "soffice", ["--headless", profile, "--convert-to", "pdf", "r.docx"]);
    return { ...times, figures: Object.keys(values).length, pdf, pandoc, libreoffice };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The middle of seven runs of another program, after one that nobody counts. */
function program(cwd: string, command: string, args: readonly string[]): number | undefined {
  if (spawnSync(command, args, { cwd, timeout: 60_000 }).status !== 0) return undefined;
  const runs = Array.from({ length: 7 }, () => {
    const before = performance.now();
    spawnSync(command, args, { cwd, timeout: 60_000 });
    return performance.now() - before;
  });
  return middle(runs);
}

/** A report of each of so many places, one after the other: seconds in all, and memory at a tenth of them and at the end, in MB. */
export function everywhere(count: number): { readonly seconds: number; readonly early: number; readonly late: number } {
  const places = madeUpProvinces(count, "everywhere");
  let [seconds, early, late] = [0, 0, 0];
  places.forEach((orgUnit, i) => {
    const facts = generateFacts({ regime, orgUnits: [orgUnit], periods: [previous(period), period], seed: i });
    const before = performance.now();
    const { report, facts: told } = made(orgUnit, facts);
    writeDocx(report, { facts: told, layout });
    seconds += (performance.now() - before) / 1000;
    if (i % 100 === 0) process.stderr.write(`\r${i} / ${count}`);
    const megabytes = process.memoryUsage().rss / 1e6;
    if (i === Math.floor(count / 10)) early = megabytes;
    late = megabytes;
  });
  process.stderr.write("\r\u001b[K");
  return { seconds, early, late };
}
