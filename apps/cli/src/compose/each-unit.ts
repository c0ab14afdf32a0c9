import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Fact, nearest, type OrgUnit } from "@khop/core";
import { type Engines, type Material, prepare } from "@khop/reporting";
import type { Arguments } from "../arguments.ts";
import { printError, writeOutput } from "../output.ts";
import { Progress } from "../progress.ts";
import { issueLines } from "../show/composed.ts";
import { eachUnitWords, toldOfUnits } from "../show/each-unit.ts";
import { Trouble } from "../trouble.ts";
import { type FileIssue, readFacts } from "../work/read-facts.ts";
import type { Occasion } from "./occasion.ts";
import { written } from "./write.ts";

/** Stands in the name of a file, and in the words of a letter, for whose report it is. */
const mark = "{unit}";

/** Whether a report of each unit is asked for. */
export const isForEach = (files: readonly string[]): boolean => files.some((file) => file.includes(mark));

const pathOf = (path: string, { id }: Pick<OrgUnit, "id">): string => path.replaceAll(mark, id);

/**
 * A report of each unit, one after the other, so that memory stays what one of them takes: 0 when the figures of all fit, else 1. A
 * unit that has no figures gets no report and is told of.
 *
 * @throws Trouble for files that do not all carry the mark, or a unit whose id cannot stand in the name of a file.
 */
export async function composeEach(
  occasion: Occasion,
  files: readonly string[],
  { language, quiet }: Arguments,
  engines: Engines,
): Promise<number> {
  const odd = files.find((file) => !file.includes(mark));
  if (odd !== undefined) throw oneForAll(odd);
  const { orgUnits, factsOf, issues } = figuresOf(occasion);
  for (const { id } of orgUnits) if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(id)) throw noName(id);
  const progress = new Progress(quiet, eachUnitWords[language], orgUnits.length);
  const [without, unfit, lacking]: [string[], string[], string[]] = [[], [], []];
  for (const [done, orgUnit] of orgUnits.entries()) {
    progress.say(orgUnit.name, done);
    const facts = factsOf(orgUnit);
    if (facts === undefined) {
      without.push(orgUnit.name);
      continue;
    }
    const letter = letterFor(occasion.material.letter, orgUnit);
    const made = await writeOne({ ...occasion.material, orgUnit, facts, letter }, files, engines);
    // What one report took is only given back when the program comes to rest.
    await setImmediate();
    if (made.isUnfit) unfit.push(orgUnit.name);
    if (made.missing > 0) lacking.push(orgUnit.name);
  }
  progress.end();
  printError(issueLines(issues, language));
  if (!quiet) printError(toldOfUnits({ made: orgUnits.length - without.length, without, unfit, lacking }, language));
  return unfit.length + without.length + issues.length > 0 ? 1 : 0;
}

interface Figures {
  readonly orgUnits: readonly OrgUnit[];
  /** Undefined for a unit that has none. */
  readonly factsOf: (unit: OrgUnit) => readonly Fact[] | undefined;
  /** Grows while figures are read. */
  readonly issues: readonly FileIssue[];
}

/** Figures of all units from one place, or each unit's from its own: `so-lieu/{unit}.csv`. */
function figuresOf({ material, facts: path, orgUnits: named }: Occasion): Figures {
  const { regime, period } = material;
  const issues: FileIssue[] = [];
  const read = (file: string, orgUnit: string): readonly Fact[] => {
    const found = readFacts(file, { regime, orgUnit, period });
    issues.push(...found.issues);
    return found.facts;
  };
  const units = (ids: Iterable<string>): OrgUnit[] =>
    unitsOf(named, ids).map(({ id, name }) => ({ id, name, level: regime.level, parent: null, validFrom: null, validTo: null }));
  if (path.includes(mark)) {
    const factsOf = (unit: OrgUnit) => (existsSync(pathOf(path, unit)) ? read(pathOf(path, unit), unit.id) : undefined);
    return { orgUnits: units(named === undefined ? idsIn(path) : []), factsOf, issues };
  }
  const byUnit = Map.groupBy(read(path, material.orgUnit.id), ({ orgUnit }) => orgUnit);
  return { orgUnits: units(byUnit.keys()), factsOf: ({ id }) => byUnit.get(id), issues };
}

type Named = Pick<OrgUnit, "id" | "name">;

/** Units by the settings; without any, those whose figures there are, each called by its id. */
function unitsOf(named: readonly Named[] | undefined, withFigures: Iterable<string>): readonly Named[] {
  const ids = [...withFigures].sort();
  if (named === undefined) return ids.map((id) => ({ id, name: id }));
  const known = new Set(named.map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw unknownUnit(stranger, [...known]);
  return named;
}

/** The ids that files have where a path has the mark. */
function idsIn(path: string): readonly string[] {
  const [before = "", after = ""] = basename(path).split(mark);
  if (dirname(path).includes(mark) || !existsSync(dirname(path))) return [];
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length)
    .map((name) => name.slice(before.length, name.length - after.length));
}

async function writeOne(material: Material, files: readonly string[], engines: Engines): Promise<{ isUnfit: boolean; missing: number }> {
  const prepared = prepare(material);
  for (const file of files) {
    const own = pathOf(file, material.orgUnit);
    mkdirSync(dirname(own), { recursive: true });
    writeOutput(own, await written(prepared, own, material, engines));
  }
  const isUnfit = prepared.findings.some(({ severity }) => severity === "error" || severity === "warning");
  return { isUnfit, missing: prepared.missing.length };
}

/** The head of one unit: its name wherever the letter has the mark. */
function letterFor(letter: Material["letter"], { name }: OrgUnit): Material["letter"] {
  const own = (text: string): string => text.replaceAll(mark, name);
  const { body, place, parentBody, addressedTo, addressees, signatureBlock } = letter;
  return {
    ...letter,
    body: own(body),
    place: own(place),
    addressees: addressees.map(own),
    ...(parentBody === undefined ? {} : { parentBody: own(parentBody) }),
    ...(addressedTo === undefined ? {} : { addressedTo: addressedTo.map(own) }),
    signatureBlock: { ...signatureBlock, position: own(signatureBlock.position), name: own(signatureBlock.name) },
  };
}

const oneForAll = (file: string): Trouble =>
  new Trouble(
    `Các đơn vị sẽ cùng ghi vào ${file}: hãy thêm ${mark} vào tên tệp, thí dụ bao-cao/${mark}.docx.`,
    `All units would be written to ${file}: put ${mark} into its name, as in reports/${mark}.docx.`,
  );

const noName = (id: string): Trouble =>
  new Trouble(
    `Mã đơn vị "${id}" không dùng làm tên tệp được: chỉ dùng chữ, số, gạch nối, gạch dưới và dấu chấm.`,
    `The unit id "${id}" cannot stand in the name of a file: use letters, digits, hyphens, underscores and dots only.`,
  );

function unknownUnit(id: string, known: readonly string[]): Trouble {
  const near = nearest(id, known);
  return new Trouble(
    `Số liệu có đơn vị "${id}" không nằm trong orgUnits của khop.json${near ? `; có phải ý bạn là ${near}?` : "."} Hãy thêm đơn vị đó hoặc sửa mã.`,
    `The figures name a unit "${id}" that orgUnits of khop.json does not${near ? `; did you mean ${near}?` : "."} Add it or mend the id.`,
  );
}
