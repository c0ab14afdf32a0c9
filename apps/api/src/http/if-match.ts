import type { Context } from "hono";
import * as z from "zod";
import { refused } from "./refuse.ts";

export const versioned = z.object({
  "if-match": z.string().optional().meta({ description: "Bản đã xem, như ETag đã cho / The version that was seen, as the ETag gave it" }),
});

/** The version that `If-Match` names, of what is numbered. */
export function seenIn(c: Context): { readonly seen?: number } {
  const { seen } = versionSeen(c);
  if (seen === undefined) return {};
  if (!/^\d{1,9}$/.test(seen)) throw noTag(c.req.header("if-match") ?? "");
  return { seen: Number(seen) };
}

/** The version that `If-Match` names: what its ETag begins with. */
export function versionSeen(c: Context): { readonly seen?: string } {
  const given = c.req.header("if-match");
  if (given === undefined || given === "*") return {};
  // A version is of 16 signs at most, a digest of what was sent stands behind it.
  const version = /^(?:W\/)?"([\w-]{16}|\d{1,15})(?:-[\w-]{27})?"$/.exec(given)?.[1];
  if (version === undefined) throw noTag(given);
  return { seen: version };
}

const noTag = (given: string) =>
  refused("api/bad-request", `If-Match "${given}" không phải ETag đã cho.`, `If-Match "${given}" is no ETag of ours.`, {
    issues: [{ place: "if-match", message: given }],
  });
