import type { components } from "@khop/client";
import { type Fact, formatVi } from "@khop/core";
import { factJson } from "@khop/reporting";
import type { Arguments } from "../arguments.ts";
import type { Said } from "../language.ts";
import { print, printError } from "../output.ts";
import { issueLines } from "../show/composed.ts";
import { dayVi } from "../show/day.ts";
import { Trouble } from "../trouble.ts";
import { type FileIssue, readFacts } from "../work/read-facts.ts";
import { type Asked, askedFor } from "./asked.ts";
import { answered, type Line, lineTo } from "./line.ts";

type Schemas = components["schemas"];

const at = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}";
const blockingFirst = ({ blocks }: { readonly blocks: boolean }): number => (blocks ? 0 : 1);

/** `khop send FILE`: enters the figures of a file, says what does not fit, and with --submit sends them up; 1 where something is left to do. */
export async function send(given: Arguments): Promise<number> {
  const [file, ...others] = given.operands;
  if (file === undefined || others.length > 0) {
    throw new Trouble(
      "Hãy nêu một tệp số liệu: khop send so-lieu.csv --server ….",
      "Name one file of figures: khop send figures.csv --server ….",
    );
  }
  const asked = askedFor(given);
  const read = readFacts(file, asked);
  const line = await lineTo(given);
  const path = { province: line.province, regime: asked.regime.id, period: asked.period.id, orgUnit: asked.orgUnit };
  const { items } = answered(await line.khop.GET(`${at}/entries`, { params: { path } }));
  const { cells, issues } = cellsOf(asked, read.facts, items, file, given.overwrite);
  printError(issueLines([...read.issues, ...issues], given.language));
  const conflicts = cells.length === 0 ? 0 : await enter(line, path, cells, given);
  const isSound = await tellCheck(line, path, given);
  const left = read.issues.length + issues.length + conflicts;
  if (!given.submit || left > 0) {
    if (given.submit) tell({ vi: "Chưa gửi lên: hãy xử lý những ô trên trước.", en: "Not sent up: see to the cells above first." }, given);
    return left > 0 || !isSound ? 1 : 0;
  }
  if (!isSound) {
    tell({ vi: "Chưa gửi lên: hãy sửa những chỗ chặn ở trên.", en: "Not sent up: mend what blocks above." }, given);
    return 1;
  }
  const { response } = await line.khop.GET(at, { params: { path } });
  const tag = response.headers.get("etag") ?? "*";
  const sent = answered(await line.khop.POST(`${at}/submit`, { params: { path, header: { "if-match": tag } }, body: {} }));
  tell(
    { vi: `Đã gửi lên, bản ${sent.version}, hạn ${dayVi(sent.dueOn)}.`, en: `Sent up, version ${sent.version}, due ${sent.dueOn}.` },
    given,
  );
  return 0;
}

const tell = (said: Said, { language }: Arguments): void => print(`${said[language]}\n`);

type Entry = {
  readonly cell: { readonly indicator: string; readonly members: Readonly<Record<string, string>> };
  readonly fact: Schemas["Fact"] | null;
};

const keyOf = (indicator: string, members: Readonly<Record<string, string>> = {}): string =>
  [
    indicator,
    ...Object.entries(members)
      .map((one) => one.join("="))
      .sort(),
  ].join(" ");

/** Facts as cells of the form. A cell that holds something already is only written over where that is asked for. */
function cellsOf({ regime, period, orgUnit }: Asked, facts: readonly Fact[], entries: readonly Entry[], file: string, overwrite: boolean) {
  const form = new Set(entries.map(({ cell }) => keyOf(cell.indicator, cell.members)));
  const cells: Schemas["CellInput"][] = [];
  const issues: FileIssue[] = [];
  for (const fact of facts) {
    const { indicator, members, value, upper, hedge, status, asOf, source, exponent = 0 } = factJson(fact);
    const place = keyOf(indicator, members);
    const own = regime.indicators.find(({ id }) => id === indicator)?.exponent ?? 0;
    const why: Said | undefined =
      fact.orgUnit !== orgUnit
        ? { vi: `là số liệu của ${fact.orgUnit}`, en: `is a figure of ${fact.orgUnit}` }
        : fact.period.id !== period.id
          ? { vi: `là của kỳ ${fact.period.id}`, en: `is of the period ${fact.period.id}` }
          : !form.has(place)
            ? { vi: "biểu mẫu không có ô này", en: "the form has no such cell" }
            : value !== null && exponent !== own
              ? { vi: "đơn vị tính khác với biểu mẫu", en: "its unit is another than that of the form" }
              : undefined;
    if (why !== undefined) issues.push({ file, place, ...why });
    else {
      const more = { upper, hedge, status, asOf, source } as Partial<Schemas["CellInput"]>;
      const said = Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined));
      cells.push({ indicator, ...(members === undefined ? {} : { members }), value, ...said, ...(overwrite ? {} : { seen: 0 }) });
    }
  }
  return { cells, issues };
}

type Path = { readonly province: string; readonly regime: string; readonly period: string; readonly orgUnit: string };

/** Enters cells, and names those that somebody else filled in, with both values. Gives how many these are. */
async function enter({ khop }: Line, path: Path, cells: Schemas["CellInput"][], given: Arguments): Promise<number> {
  const { written, conflicts } = answered(await khop.PATCH(`${at}/entries`, { params: { path: { ...path } }, body: { cells } }));
  tell(
    {
      vi: `Đã ghi ${written} ô vào ${path.orgUnit}, kỳ ${path.period}.`,
      en: `Entered ${written} cells of ${path.orgUnit}, ${path.period}.`,
    },
    given,
  );
  if (conflicts.length === 0) return 0;
  tell(
    {
      vi: `${conflicts.length} ô đã có giá trị khác, để nguyên (ghi đè bằng --overwrite):`,
      en: `${conflicts.length} cells hold another value and stay (write over them with --overwrite):`,
    },
    given,
  );
  const shown = (value: string | null): string => (value === null ? "-" : formatVi(value));
  for (const { mine, theirs } of conflicts) {
    const [ours, other, when] = [shown(mine.value), shown(theirs.value), theirs.at.slice(0, 16).replace("T", " ")];
    tell(
      {
        vi: `  ${mine.cell}: tệp ${ours}, máy chủ ${other} (${theirs.by}, ${when})`,
        en: `  ${mine.cell}: file ${ours}, server ${other} (${theirs.by}, ${when})`,
      },
      given,
    );
  }
  return conflicts.length;
}

/** Says what the rules say of what stands there now; whether nothing keeps it from being sent. */
async function tellCheck({ khop }: Line, path: Path, given: Arguments): Promise<boolean> {
  const { findings, missing } = answered(await khop.GET(`${at}/check`, { params: { path: { ...path } } }));
  const open = findings
    .filter(({ waived, severity }) => waived === undefined && severity !== "info")
    .sort((a, b) => blockingFirst(a) - blockingFirst(b));
  for (const { blocks, message } of open)
    tell({ vi: `${blocks ? "CHẶN" : "XEM LẠI"} ${message.vi}`, en: `${blocks ? "BLOCKS" : "REVIEW"} ${message.en}` }, given);
  if (missing.length > 0) tell({ vi: `Còn ${missing.length} ô chưa có số liệu.`, en: `${missing.length} cells hold nothing yet.` }, given);
  return missing.length === 0 && !open.some(({ blocks }) => blocks);
}
