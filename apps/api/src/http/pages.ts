import * as z from "zod";
import { refused } from "./refuse.ts";

/** How a list is asked for: so many, behind a place that the list before named. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ type: "integer", minimum: 1, maximum: 500, default: 100 }),
  cursor: z.string().max(500).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** A part of a list in its order, and the name of the place where the next begins. */
export function pageIn<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: z.output<typeof pageQuery>,
): { items: T[]; next: string | null } {
  const after = cursor === undefined ? undefined : decode(cursor);
  const start = after === undefined ? 0 : list.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw badCursor();
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  return { items, next: last === undefined || start + limit >= list.length ? null : encode(keyOf(last)) };
}

export const encode = (key: string): string => Buffer.from(key).toString("base64url");
export const decode = (cursor: string): string => Buffer.from(cursor, "base64url").toString();

/** The cursor of a list whose entries are numbered. */
export function seqIn(cursor: string): number {
  const seq = Number(decode(cursor));
  if (!Number.isSafeInteger(seq) || seq < 0 || seq > 2_147_483_647) throw badCursor();
  return seq;
}

/** The cursor of a list whose entries are in the order of three names. */
export function placeIn(cursor: string): readonly [string, string, string] {
  const place = z.tuple([z.string(), z.string(), z.string()]).safeParse(jsonIn(decode(cursor)));
  if (!place.success || place.data.some((name) => name.includes("\0"))) throw badCursor();
  return place.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const badCursor = () =>
  refused(
    "api/bad-request",
    "Con trỏ trang không còn dùng được; hãy tải lại từ đầu.",
    "The cursor is of no use any more; begin the list again.",
    { issues: [{ place: "cursor", message: "unknown" }] },
  );
