import { readFileSync } from "node:fs";
import { type Severity, severities } from "@khop/core";
import { type FindingShape, idOf } from "@khop/reader/checked";
import * as z from "zod/mini";
import { Trouble } from "../trouble.ts";

const text = z.string();
const cell = z.strictObject({ place: text, label: text, unit: z.optional(text), level: z.optional(text) });
const shape = z.strictObject({
  code: text,
  accused: z.nullable(text),
  relations: z.array(
    z.strictObject({
      kind: text,
      heading: text,
      says: z.optional(z.enum(["more", "less"])),
      cells: z.array(cell),
    }),
  ),
  about: z.optional(z.array(cell)),
});

const waiver = z.strictObject({
  id: text.check(z.regex(/^[a-z0-9]{6}(?:-\d+)?$/)),
  reason: text.check(z.regex(/\S/)),
  by: z.optional(text),
  date: z.optional(text.check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  severity: z.enum(severities as [Severity, ...Severity[]]),
  seen: text,
  finding: shape,
});

const file = z.strictObject({ schema: z.literal("khop.waivers/1"), waivers: z.array(waiver) });

/** An accepted exception. */
export interface Waiver {
  /** That of the finding: of its shape, with "-2" for the second of one shape. */
  readonly id: string;
  readonly reason: string;
  readonly by?: string | undefined;
  /** ISO 8601: `2025-03-31`. */
  readonly date?: string | undefined;
  /** How grave the finding was; a graver one is not covered. */
  readonly severity: Severity;
  /** What the finding said when it was accepted; for people, never compared. */
  readonly seen: string;
  readonly finding: FindingShape;
}

/**
 * Reads a file of waivers.
 *
 * @throws Trouble that says what is wrong with it, and where in it.
 */
export function readWaivers(path: string, shown = path): readonly Waiver[] {
  let content: string;
  try {
    content = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Trouble(
      `Không đọc được tệp chấp nhận ${shown} (${code}): hãy xem lại đường dẫn và quyền đọc.`,
      `The file of waivers ${shown} cannot be read (${code}): look at its path and the right to read it.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw broken(shown, (error as Error).message, "không phải JSON", "it is no JSON");
  }
  const schema = (json as { schema?: unknown } | null)?.schema;
  if (typeof schema === "string" && /^khop\.waivers\/\d+$/.test(schema) && schema !== "khop.waivers/1") {
    throw new Trouble(
      `Tệp chấp nhận ${shown} theo mẫu ${schema}, bản khop này chỉ đọc được khop.waivers/1: hãy cập nhật khop.`,
      `The file of waivers ${shown} is ${schema}, and this khop reads khop.waivers/1 only: update khop.`,
    );
  }
  const parsed = z.safeParse(file, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("") ?? "";
    throw broken(shown, issue?.message ?? "", `mục "${at.replace(/^\./, "")}" không đúng`, `"${at.replace(/^\./, "")}" is wrong`);
  }
  const { waivers } = parsed.data;
  const seen = new Set<string>();
  for (const { id, finding } of waivers) {
    if (seen.has(id)) throw broken(shown, "", `mã ${id} có hai lần`, `the id ${id} stands twice`);
    if (idOf(finding) !== id.replace(/-\d+$/, ""))
      throw broken(
        shown,
        "",
        `nội dung của ${id} đã bị sửa tay nên không còn ứng với mã ấy`,
        `what ${id} covers was edited by hand and no longer belongs to that id`,
      );
    seen.add(id);
  }
  return waivers;
}

function broken(path: string, detail: string, vi: string, en: string): Trouble {
  const more = detail === "" ? "" : ` (${detail})`;
  return new Trouble(
    `Tệp chấp nhận ${path} bị hỏng: ${vi}${more}; hãy sửa lại, hoặc xóa mục ấy rồi chạy lại khop waive.`,
    `The file of waivers ${path} is broken: ${en}${more}; mend it, or delete the entry and run khop waive again.`,
  );
}

/** The file's text: sorted by id, keys in one order, a line for each value, so that two versions compare well. */
export function waiversText(waivers: readonly Waiver[]): string {
  const sorted = [...waivers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ordered = sorted.map(({ id, reason, by, date, severity, seen, finding }) => ({ id, reason, by, date, severity, seen, finding }));
  return `${JSON.stringify({ schema: "khop.waivers/1", waivers: ordered }, null, 2)}\n`;
}
