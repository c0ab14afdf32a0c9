import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import { readSource } from "../input/source.ts";
import { Trouble } from "../trouble.ts";
import { badJson } from "./regime.ts";

/** The file that makes a folder a working folder. */
export const settingsName = "khop.json";

const text = z.string().check(z.minLength(1));

const schema = z.object({
  regime: text,
  orgUnit: z.object({ id: text, name: text }),
  /** Whose reports khop compose --to …{unit}… makes. */
  orgUnits: z.optional(z.array(z.object({ id: text, name: text }))),
  /** Who reports to whom, and who signs. */
  letter: z.object({
    parentBody: z.optional(z.string()),
    body: text,
    place: text,
    symbol: z.optional(z.string()),
    addressedTo: z.optional(z.array(text)),
    legalBases: z.optional(z.array(text)),
    addressees: z.optional(z.array(text)),
    signatureBlock: z.object({ authority: z.optional(z.string()), position: text, name: z.string() }),
  }),
  /** Where figures and words lie, from the folder. */
  facts: z.optional(text),
  passages: z.optional(text),
});

type Settings = z.output<typeof schema>;

export interface WorkingFolder {
  readonly folder: string;
  readonly settings: Settings;
}

/**
 * The working folder that a place is in: the nearest up the folders with a khop.json; undefined where there is none.
 *
 * @throws Trouble for a khop.json that is broken.
 */
export function workingFolder(from = "."): WorkingFolder | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, settingsName);
    if (existsSync(file)) return { folder, settings: settingsIn(file) };
    if (dirname(folder) === folder) return undefined;
  }
}

function settingsIn(file: string): Settings {
  const source = readSource(file);
  if (!("text" in source)) throw new Trouble(`${file} không phải tệp JSON.`, `${file} is no JSON file.`);
  let data: unknown;
  try {
    data = JSON.parse(source.text);
  } catch (error) {
    throw badJson(file, error as SyntaxError);
  }
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join(" › ")).join("; ");
  throw new Trouble(
    `${file} còn thiếu hoặc sai ở: ${places}. Hãy sửa theo mẫu do khop init tạo.`,
    `${file} lacks or has wrong: ${places}. Mend it by the form that khop init makes.`,
  );
}
