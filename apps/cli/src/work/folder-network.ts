import type { ReportRegime } from "@khop/catalog/report";
import { addressFrom, addressKey, type Fact, type Network, type OrgUnit, type Period } from "@khop/core";
import { networkFrom } from "@khop/reporting";
import type { LiveDocument } from "@khop/writer/live";
import type { Arguments } from "../arguments.ts";
import { example } from "../compose/example.ts";
import { Trouble } from "../trouble.ts";
import { workingFolder } from "./folder.ts";
import { type FileIssue, readFacts } from "./read-facts.ts";
import { regimeNamed } from "./regime.ts";

/** The figures of today behind a report that khop wrote. */
export interface Behind {
  readonly regime: ReportRegime;
  readonly period: Period;
  readonly network: Network;
  /** What was told, not derived. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly issues: readonly FileIssue[];
}

/**
 * What the facts of the working folder make now of the figures of a report; of the bundled facts, where that is wanted.
 *
 * @throws Trouble where there are none, or where the report says of no figure what it is.
 */
export function behind(live: LiveDocument, file: string, { facts: named, example: isExample, regime: regimeId }: Arguments): Behind {
  const addresses = live.records.flatMap(({ fact }) => addressFrom(fact) ?? []);
  const regimeOf = regimeId ?? live.madeBy?.regime ?? workingFolder()?.settings.regime;
  const orgUnitId = mostOf(addresses.flatMap(({ orgUnit }) => orgUnit ?? []));
  if (regimeOf === undefined || orgUnitId === undefined) throw unknownMaker(file);
  const regime = regimeNamed(regimeOf);
  const period = addresses
    .flatMap(({ period: of }) => (of?.frequency === regime.frequency ? of : []))
    .sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  if (period === undefined) throw unknownMaker(file);
  const { facts, issues } = isExample
    ? { facts: example().facts, issues: [] }
    : readFacts(named ?? factsFolder(), { regime, orgUnit: orgUnitId, period });
  const settings = workingFolder()?.settings.orgUnit;
  const name = settings?.id === orgUnitId ? settings.name : isExample ? example().orgUnit.name : orgUnitId;
  const orgUnit: OrgUnit = { id: orgUnitId, name, level: regime.level, parent: null, validFrom: null, validTo: null };
  const network = networkFrom({ regime, orgUnit, period, facts });
  const told = new Map(facts.map((fact) => [addressKey({ ...fact, members: fact.members ?? {} }), fact]));
  return { regime, period, network, facts: told, issues };
}

function factsFolder(): string {
  const folder = workingFolder();
  if (folder !== undefined) return `${folder.folder}/${folder.settings.facts ?? "so-lieu"}`;
  throw new Trouble(
    "Chưa có thư mục làm việc (không thấy khop.json): chạy lệnh trong thư mục làm việc, hoặc nêu --facts so-lieu.csv.",
    "There is no working folder (no khop.json): run the command in one, or name --facts figures.csv.",
  );
}

function mostOf(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const unknownMaker = (file: string): Trouble =>
  new Trouble(
    `${file} không cho biết các con số của nó thuộc chỉ tiêu nào: chỉ dùng được với tệp Word do khop compose soạn.`,
    `${file} does not say which figures it tells: this works for Word files that khop compose wrote.`,
  );
