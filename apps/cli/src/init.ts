import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { blankRows, type ReportRegime, rowsOf } from "@khop/catalog/report";
import { addressKey, type Fact, type OrgUnit, type Period, periodName, previous } from "@khop/core";
import { csvOf, roomsOf } from "@khop/reporting";
import type { Arguments } from "./arguments.ts";
import { example } from "./compose/example.ts";
import { print, writeOutput } from "./output.ts";
import { Trouble } from "./trouble.ts";
import { settingsName } from "./work/folder.ts";
import { passagesText } from "./work/passages.ts";
import { periodFile, periodNamed } from "./work/period.ts";
import { regimeNamed } from "./work/regime.ts";

/** `khop init [FOLDER]`: a working folder, with the example's figures or with blank forms of a regime. */
export function init(given: Arguments): number {
  const { language, operands } = given;
  const folder = operands[0] ?? ".";
  const settings = join(folder, settingsName);
  if (existsSync(settings)) {
    throw new Trouble(
      `${settings} đã có, khop init không ghi đè: chọn thư mục khác, hoặc mở tệp đó để sửa.`,
      `${settings} is there already and khop init overwrites nothing: choose another folder, or edit that file.`,
    );
  }
  const { regime, orgUnit, letter, written, facts, period } = given.regime === undefined ? example() : blank(given);
  const { docNumber, date: _date, draft: _draft, tasks, ...rest } = letter;
  for (const one of [folder, join(folder, "so-lieu"), join(folder, "loi-van")]) mkdirSync(one, { recursive: true });
  writeOutput(
    settings,
    `${JSON.stringify({ regime: regime.id, orgUnit: { id: orgUnit.id, name: orgUnit.name }, letter: { ...rest, symbol: docNumber.symbol } }, null, 2)}\n`,
  );
  const own = join(folder, "so-lieu", `${periodFile(period)}.csv`);
  const told = facts.filter(({ period: of }) => of.id === period.id);
  writeOutput(own, csvOf(blankRows(regime, orgUnit, period, told)));
  const before = facts.filter(({ period: of }) => of.id !== period.id);
  if (before.length > 0) writeOutput(join(folder, "so-lieu", "ky-truoc.csv"), csvOf(rowsOf(regime, before)));
  writeOutput(join(folder, "loi-van", `${periodFile(period)}.md`), passagesText(roomsWith(regime, written, tasks)));
  const to = `khop compose --period ${periodFile(period)} --to bao-cao.docx`;
  const said = {
    vi: `Đã tạo thư mục làm việc ${folder} cho ${periodName(period)}:\n  khop.json   đơn vị, người nhận, người ký\n  so-lieu/    số liệu, mỗi kỳ một tệp .csv (mở bằng Excel)\n  loi-van/    lời văn của từng mục\n\nThử tiếp: ${folder === "." ? "" : `cd ${folder} && `}${to}\n`,
    en: `Made the working folder ${folder} for ${period.id}:\n  khop.json   unit, addressees, signer\n  so-lieu/    figures, a .csv file for each period (opens in Excel)\n  loi-van/    the words of each section\n\nNext: ${folder === "." ? "" : `cd ${folder} && `}${to}\n`,
  };
  print(said[language]);
  return 0;
}

function blank({ regime: named, period: when }: Arguments): ReturnType<typeof example> {
  const regime = regimeNamed(named as string);
  if (when === undefined) {
    throw new Trouble(
      `Chưa nêu kỳ đầu tiên: viết khop init THƯ-MỤC --regime ${regime.id} --period 2024-10.`,
      `No first period was named: write khop init FOLDER --regime ${regime.id} --period 2024-10.`,
    );
  }
  const period: Period = periodNamed(when, regime.frequency);
  const orgUnit: OrgUnit = { id: "don-vi", name: "tỉnh …", level: regime.level, parent: null, validFrom: null, validTo: null };
  return {
    regime,
    orgUnit,
    period,
    facts: entriesBefore(regime, orgUnit, period),
    letter: {
      parentBody: "Ủy ban nhân dân tỉnh …",
      body: regime.body,
      docNumber: { number: null, symbol: regime.wording?.symbol ?? "BC" },
      place: "…",
      date: null,
      addressedTo: [...regime.addressees],
      addressees: ["Như trên", "Lưu: VT"],
      signatureBlock: { position: "Giám đốc", name: "…" },
    },
    written: {},
  };
}

/** What rules look back for has a line to be filled in: the figures of the period before, once. */
function entriesBefore(regime: ReportRegime, { id: orgUnit }: OrgUnit, period: Period): readonly Fact[] {
  const before = previous(period);
  const asked = regime.forms.flatMap(({ rows }) => rows).filter(({ opening }) => opening === true);
  const facts = asked.map(
    (row): Fact => ({ indicator: row.indicator, orgUnit, period: before, members: row.members ?? {}, quantity: null }),
  );
  return [...new Map(facts.map((fact) => [addressKey({ indicator: fact.indicator, members: fact.members ?? {} }), fact])).values()];
}

type Rooms = Parameters<typeof passagesText>[0];

/** Every place that a person writes, then the tasks. */
function roomsWith(
  regime: ReportRegime,
  written: Readonly<Record<string, string>>,
  tasks: readonly { readonly text: string }[] = [],
): Rooms {
  const planned = tasks.length > 0 ? tasks : regime.tasks;
  return [
    ...roomsOf(regime).map(({ id, title }) => ({ id, title, text: written[id] ?? "" })),
    { id: "tasks", title: "Nhiệm vụ kỳ tới", text: planned.map(({ text }) => `- ${text.replace(/[.;]\s*$/, "")}`).join("\n") },
  ];
}
