import { parseArgs } from "node:util";
import { nearest, type Severity, severities } from "@khop/core";
import type { Language } from "./language.ts";
import { Trouble } from "./trouble.ts";

interface Flag {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** A value that it may have, for its error. */
  readonly example?: string;
  /** Whether it takes a count, from 1 to 999. */
  readonly counts?: boolean;
  /** The values it takes, when they are few. */
  readonly oneOf?: readonly string[];
}

const languages: readonly Language[] = ["vi", "en"];

const common = {
  lang: { type: "string", oneOf: languages },
  help: { type: "boolean", short: "h" },
} as const satisfies Record<string, Flag>;

/** Every command with its flags: what is parsed, suggested and named in errors. */
const commands = {
  check: {
    ...common,
    format: { type: "string", oneOf: ["pretty", "json", "sarif"] },
    severity: { type: "string", oneOf: severities },
    output: { type: "string", short: "o", example: "ket-qua.json" },
    annotate: { type: "string", example: "bao-cao-ghi-chu.docx" },
    fix: { type: "boolean" },
    layout: { type: "boolean" },
    report: { type: "string", example: "bao-cao.html" },
    libreoffice: { type: "boolean" },
    waivers: { type: "string", example: "khop.waivers.json" },
    previous: { type: "string", example: "bao-cao-thang-truoc.docx" },
    regime: { type: "string", example: "department-monthly" },
    together: { type: "boolean" },
    jobs: { type: "string", short: "j", counts: true, example: "4" },
    quiet: { type: "boolean", short: "q" },
  },
  figures: { ...common, format: { type: "string", oneOf: ["pretty", "json", "text"] }, libreoffice: { type: "boolean" } },
  waive: {
    ...common,
    reason: { type: "string", example: '"đã đối chiếu với số gốc"' },
    by: { type: "string", example: '"Phòng Tổng hợp"' },
    waivers: { type: "string", example: "khop.waivers.json" },
    previous: { type: "string", example: "bao-cao-thang-truoc.docx" },
    regime: { type: "string", example: "department-monthly" },
    list: { type: "boolean" },
    remove: { type: "string", example: "k7m2qd" },
    libreoffice: { type: "boolean" },
  },
  diff: {
    ...common,
    format: { type: "string", oneOf: ["pretty", "json", "markdown"] },
    "changed-only": { type: "boolean" },
    libreoffice: { type: "boolean" },
  },
  compose: {
    ...common,
    regime: { type: "string", example: "department-monthly" },
    period: { type: "string", example: "2024-10" },
    facts: { type: "string", example: "so-lieu" },
    passages: { type: "string", example: "loi-van/2024-10.md" },
    to: { type: "string", example: "bao-cao.docx,bao-cao.pdf" },
    number: { type: "string", example: "128" },
    date: { type: "string", example: "2024-10-16" },
    example: { type: "boolean" },
    quiet: { type: "boolean", short: "q" },
  },
  facts: {
    ...common,
    regime: { type: "string", example: "department-monthly" },
    period: { type: "string", example: "2024-10" },
    "org-unit": { type: "string", example: "an-phu" },
    to: { type: "string", example: "so-lieu.json" },
    all: { type: "boolean" },
    example: { type: "boolean" },
    libreoffice: { type: "boolean" },
    quiet: { type: "boolean", short: "q" },
  },
  refresh: {
    ...common,
    facts: { type: "string", example: "so-lieu" },
    regime: { type: "string", example: "department-monthly" },
    to: { type: "string", example: "bao-cao-moi.docx" },
    "dry-run": { type: "boolean" },
    example: { type: "boolean" },
    quiet: { type: "boolean", short: "q" },
  },
  explain: {
    ...common,
    facts: { type: "string", example: "so-lieu" },
    regime: { type: "string", example: "department-monthly" },
    example: { type: "boolean" },
  },
  regimes: { ...common, format: { type: "string", oneOf: ["pretty", "json"] } },
  init: {
    ...common,
    regime: { type: "string", example: "department-monthly" },
    period: { type: "string", example: "2024-10" },
  },
  owed: {
    ...common,
    server: { type: "string", example: "https://so-lieu.tinh.example" },
    province: { type: "string", example: "an-phu" },
    "org-unit": { type: "string", example: "an-phu" },
  },
  send: {
    ...common,
    server: { type: "string", example: "https://so-lieu.tinh.example" },
    province: { type: "string", example: "an-phu" },
    regime: { type: "string", example: "department-monthly" },
    period: { type: "string", example: "2024-10" },
    "org-unit": { type: "string", example: "an-phu" },
    submit: { type: "boolean" },
    overwrite: { type: "boolean" },
  },
  fetch: {
    ...common,
    server: { type: "string", example: "https://so-lieu.tinh.example" },
    province: { type: "string", example: "an-phu" },
    regime: { type: "string", example: "department-monthly" },
    period: { type: "string", example: "2024-10" },
    "org-unit": { type: "string", example: "an-phu" },
    to: { type: "string", example: "so-lieu.xlsx" },
    quiet: { type: "boolean", short: "q" },
  },
  serve: {
    ...common,
    host: { type: "string", example: "127.0.0.1" },
    port: { type: "string", example: "8080" },
    data: { type: "string", example: "khop-data" },
    web: { type: "string", example: "apps/web/dist" },
    province: { type: "string", example: "an-phu" },
    "province-name": { type: "string", example: '"tỉnh An Phú"' },
    admin: { type: "string", example: "quan-tri@an-phu.example" },
    example: { type: "boolean" },
  },
  backup: { ...common, data: { type: "string", example: "khop-data" } },
  restore: { ...common, data: { type: "string", example: "khop-data" } },
  audit: {
    ...common,
    data: { type: "string", example: "khop-data" },
    province: { type: "string", example: "an-phu" },
    seal: { type: "string", example: "9f2c…" },
  },
  demo: { ...common },
  help: { ...common },
} as const satisfies Record<string, Record<string, Flag>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];

/** A command line, understood. Flags that a command does not have keep their defaults. */
export interface Arguments {
  readonly command: CommandName | "version";
  readonly operands: readonly string[];
  readonly language: Language;
  readonly format: string;
  readonly severity: Severity;
  readonly output: string | undefined;
  /** The Word, Excel or PDF file to be written with notes. */
  readonly annotate: string | undefined;
  /** Whether certain repairs are made in that file, as tracked changes. */
  readonly fix: boolean;
  /** Whether the layout is held against the rules of Decree 30/2020. */
  readonly layout: boolean;
  /** The page to be written. */
  readonly report: string | undefined;
  /** Whether LibreOffice converts what is not read otherwise. */
  readonly libreoffice: boolean;
  /** The file of waivers; the nearest unless it is named. */
  readonly waivers: string | undefined;
  /** The report of the period before. */
  readonly previous: string | undefined;
  /** Whether the files are one dossier, so that a figure said in two must agree. */
  readonly together: boolean;
  /** Whether figures that did not move are left out. */
  readonly changedOnly: boolean;
  /** Why a finding is accepted, and who does. */
  readonly reason: string | undefined;
  readonly by: string | undefined;
  readonly list: boolean;
  /** The id of the waiver that is taken back. */
  readonly remove: string | undefined;
  /** On how many threads files are checked; as many as are worth it unless it is said. */
  readonly jobs: number | undefined;
  readonly quiet: boolean;
  /** Which regime a report is made by, for which period, from which facts and words; to which files. */
  readonly regime: string | undefined;
  readonly period: string | undefined;
  readonly facts: string | undefined;
  readonly passages: string | undefined;
  readonly to: string | undefined;
  /** The number and the ISO date of the document. */
  readonly number: string | undefined;
  readonly date: string | undefined;
  /** Whose figures rows are that do not say it. */
  readonly orgUnit: string | undefined;
  /** Whether what follows from figures is written too. */
  readonly all: boolean;
  /** Whether the bundled example is meant. */
  readonly example: boolean;
  /** Whether it is only told what would be written. */
  readonly dryRun: boolean;
  /** Where a server answers that runs already, and which province there. */
  readonly address: string | undefined;
  readonly province: string | undefined;
  /** Whether figures that were entered are sent up too, and whether what stands there is written over. */
  readonly submit: boolean;
  readonly overwrite: boolean;
  /** The flags of a server, as the server itself takes them. */
  readonly server: readonly string[];
}

const serverFlags = ["host", "port", "data", "web", "province", "province-name", "admin", "seal"];

/**
 * Reads a command line.
 *
 * @throws Trouble for a command or flag that does not exist (with the nearest that does) and a value that a flag does not take.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h") return understood("help", rest, common);
  if (first === "--version" || first === "-v" || first === "-V") return { ...understood("help", [], common), command: "version" };
  if (!isCommand(first)) throw unknownCommand(first);
  const read = understood(first, rest, commands[first]);
  return read;
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word);

function understood(command: CommandName, argv: readonly string[], flags: Readonly<Record<string, Flag>>): Arguments {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const given = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (flag === undefined) throw unknownFlag(command, token.rawName, Object.keys(flags));
    given.set(token.name, valueFor(flag, token.rawName, token.value));
  }
  return {
    command: given.has("help") ? "help" : command,
    operands: given.has("help") ? [command] : operands,
    language: (given.get("lang") as Language | undefined) ?? "vi",
    format: given.get("format") ?? "pretty",
    severity: (given.get("severity") as Severity | undefined) ?? "review",
    output: given.get("output"),
    annotate: given.get("annotate"),
    fix: given.has("fix"),
    layout: given.has("layout"),
    report: given.get("report"),
    libreoffice: given.has("libreoffice"),
    waivers: given.get("waivers"),
    previous: given.get("previous"),
    together: given.has("together"),
    changedOnly: given.has("changed-only"),
    reason: given.get("reason"),
    by: given.get("by"),
    list: given.has("list"),
    remove: given.get("remove"),
    jobs: given.has("jobs") ? Number(given.get("jobs")) : undefined,
    quiet: given.has("quiet"),
    regime: given.get("regime"),
    period: given.get("period"),
    facts: given.get("facts"),
    passages: given.get("passages"),
    to: given.get("to"),
    number: given.get("number"),
    date: given.get("date"),
    orgUnit: given.get("org-unit"),
    all: given.has("all"),
    example: given.has("example"),
    server: [
      ...serverFlags.flatMap((name) => (given.has(name) ? [`--${name}=${given.get(name)}`] : [])),
      ...(given.has("example") ? ["--example"] : []),
    ],
    address: given.get("server"),
    province: given.get("province"),
    submit: given.has("submit"),
    overwrite: given.has("overwrite"),
    dryRun: given.has("dry-run"),
  };
}

function valueFor({ type, oneOf, example, counts }: Flag, name: string, value: string | undefined): string {
  if (type === "boolean") {
    if (value === undefined) return "";
    throw new Trouble(`Cờ ${name} không nhận giá trị: hãy bỏ "=${value}".`, `The flag ${name} takes no value: leave out "=${value}".`);
  }
  const choices = oneOf?.join(", ");
  if (value === undefined || value === "") {
    throw new Trouble(
      choices ? `Cờ ${name} cần một giá trị: ${choices}.` : `Cờ ${name} cần một giá trị, ví dụ ${name} ${example}.`,
      choices ? `The flag ${name} needs a value: ${choices}.` : `The flag ${name} needs a value, such as ${name} ${example}.`,
    );
  }
  if (counts && !/^[1-9]\d{0,2}$/.test(value)) {
    throw new Trouble(
      `Cờ ${name} cần một số từ 1 đến 999, không phải "${value}": ví dụ ${name} ${example}.`,
      `The flag ${name} needs a number from 1 to 999, not "${value}": such as ${name} ${example}.`,
    );
  }
  if (oneOf && !oneOf.includes(value)) {
    const near = nearest(value, oneOf);
    throw new Trouble(
      `Cờ ${name} không nhận "${value}"${near ? `; có phải ý bạn là ${near}?` : "."} Chọn một trong: ${choices}.`,
      `The flag ${name} does not take "${value}"${near ? `; did you mean ${near}?` : "."} Choose one of: ${choices}.`,
    );
  }
  return value;
}

function unknownFlag(command: CommandName, name: string, known: readonly string[]): Trouble {
  const near = nearest(name.replace(/^-+/, ""), known);
  return new Trouble(
    `Lệnh khop ${command} không có cờ ${name}${near ? `; có phải ý bạn là --${near}?` : `: xem khop help ${command}.`}`,
    `khop ${command} has no flag ${name}${near ? `; did you mean --${near}?` : `: see khop help ${command}.`}`,
  );
}

/** A word that is no command: a file that lacks its command, a slip of the finger, or neither. */
export function unknownCommand(word: string): Trouble {
  const near = nearest(word, commandNames);
  const meant = near ? `khop ${near}` : /[./\\*]/.test(word) ? `khop check ${word}` : undefined;
  return new Trouble(
    `Không có lệnh "${word}"${meant ? `; có phải ý bạn là "${meant}"?` : ": xem khop --help."}`,
    `There is no command "${word}"${meant ? `; did you mean "${meant}"?` : ": see khop --help."}`,
  );
}
