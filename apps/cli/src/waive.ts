import { existsSync } from "node:fs";
import { relative } from "node:path";
import { type Finding, nearest } from "@khop/core";
import { Places } from "@khop/reader/checked";
import type { Arguments } from "./arguments.ts";
import { type Earlier, type Examined, examineSource } from "./examined.ts";
import { openSource } from "./input/open.ts";
import { print, printError, writeOutput } from "./output.ts";
import { type Screen, screenOf, standardOutput } from "./show/screen.ts";
import { shown } from "./show/width.ts";
import { Trouble } from "./trouble.ts";
import { readWaivers, type Waiver, waiversText } from "./waivers/file.ts";
import { acceptedIn } from "./waivers/match.ts";
import { nearestWaivers, newWaivers, waiversName } from "./waivers/nearest.ts";
import { earlierReport } from "./work/earlier-report.ts";

/** `khop waive`: accepts a finding as it is, lists what was accepted, or takes one back. */
export async function waive(given: Arguments): Promise<number> {
  const screen = screenOf(standardOutput(), given.language);
  if (given.list) return list(given, screen);
  if (given.remove !== undefined) return remove(given.remove, given, screen);
  const [file, wanted, ...others] = given.operands;
  if (file === undefined || wanted === undefined || others.length > 0) throw usage();
  const reason = given.reason?.trim();
  if (reason === undefined || reason === "") {
    throw new Trouble(
      'Chưa nêu lý do: thêm --reason "vì sao con số này vẫn đúng".',
      'No reason was given: add --reason "why the figure is right as it is".',
    );
  }
  const document = await examineSource(await openSource(file, given), await earlierOf(given));
  const finding = findingCalled(wanted, document);
  const path = given.waivers ?? nearestWaivers(file) ?? newWaivers(file);
  const before = existsSync(path) ? readWaivers(path) : [];
  const made: Waiver = {
    id: document.findingId(finding),
    reason,
    ...(given.by === undefined ? {} : { by: given.by }),
    date: today(),
    severity: finding.severity,
    seen: finding.message.vi,
    finding: document.shapeOf(finding),
  };
  writeOutput(path, waiversText([...before.filter(({ id }) => id !== made.id), made]));
  print(`${screen.words.waived(made.id, near(path))}\n    ${shown(finding.message[given.language])}\n`);
  return 0;
}

/** The earlier report, for findings that rest on it. */
async function earlierOf(given: Arguments): Promise<Earlier | undefined> {
  return given.previous === undefined ? undefined : await earlierReport(given.previous, given);
}

/** The day where the machine stands. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function findingCalled(wanted: string, document: Examined): Finding {
  const id = wanted.replace(/^[#[]|\]$/g, "").toLowerCase();
  const found = document.findings.find((finding) => document.findingId(finding) === id);
  if (found !== undefined) return found;
  const known = document.findings.map(document.findingId);
  const close = nearest(id, known);
  const { file } = document.source;
  throw new Trouble(
    `${file} không có phát hiện "${wanted}"${close ? `; có phải ý bạn là ${close}?` : known.length > 0 ? `: ở đây có ${known.slice(0, 8).join(", ")}.` : ": không có phát hiện nào."}`,
    `${file} has no finding "${wanted}"${close ? `; did you mean ${close}?` : known.length > 0 ? `: there are ${known.slice(0, 8).join(", ")}.` : ": nothing was found."}`,
  );
}

/** What was accepted; with a document, which of it still has its finding. */
async function list(given: Arguments, { words, colour }: Screen): Promise<number> {
  const [file, ...others] = given.operands;
  if (others.length > 0) throw usage();
  const path = fileOf(given);
  const waivers = readWaivers(path);
  const document = file === undefined ? undefined : await examineSource(await openSource(file, given), await earlierOf(given));
  const accepted = document === undefined ? undefined : acceptedIn(document, waivers);
  const places = document && new Places(document.text, document.origin);
  const lines = waivers.flatMap((waiver) => {
    const finding = accepted && [...accepted].find(([, one]) => one === waiver)?.[0];
    const cell = finding?.suspects[0]?.cell ?? finding?.cells[0];
    const figure = cell && document?.figureOf(cell);
    const where = figure && places ? `  ${places.named(figure.start, words)}` : accepted && finding === undefined ? `  ${words.stale}` : "";
    return [
      `${colour.bold(waiver.id)}  ${waiver.finding.code}${where}`,
      `    ${shown(words.acceptedBy(waiver))}`,
      `    ${colour.dim(shown(waiver.seen))}`,
    ];
  });
  print(`${[colour.bold(near(path)), ...(lines.length === 0 ? [words.none] : lines)].join("\n")}\n`);
  return 0;
}

function remove(id: string, given: Arguments, { words }: Screen): number {
  const path = fileOf(given);
  const waivers = readWaivers(path);
  if (!waivers.some((waiver) => waiver.id === id)) {
    const close = nearest(
      id,
      waivers.map((waiver) => waiver.id),
    );
    throw new Trouble(
      `${near(path)} không có chấp nhận "${id}"${close ? `; có phải ý bạn là ${close}?` : ": xem khop waive --list."}`,
      `${near(path)} has no waiver "${id}"${close ? `; did you mean ${close}?` : ": see khop waive --list."}`,
    );
  }
  writeOutput(path, waiversText(waivers.filter((waiver) => waiver.id !== id)));
  printError(`${words.unwaived(id, near(path))}\n`);
  return 0;
}

function fileOf({ waivers, operands }: Arguments): string {
  const path = waivers ?? nearestWaivers(operands[0] ?? "-");
  if (path !== undefined) return path;
  throw new Trouble(
    `Chưa có tệp ${waiversName} nào ở thư mục này hay trên nó: nêu bằng --waivers TỆP.`,
    `There is no ${waiversName} in this folder or above it: name one with --waivers FILE.`,
  );
}

function near(path: string): string {
  const short = relative("", path);
  return short === "" || short.startsWith("..") ? path : short;
}

const usage = (): Trouble =>
  new Trouble(
    'Viết khop waive bao-cao.md MÃ --reason "vì sao"; MÃ là mã trong ngoặc vuông mà khop check in ra.',
    'Write khop waive report.md ID --reason "why"; ID is what khop check prints in square brackets.',
  );
