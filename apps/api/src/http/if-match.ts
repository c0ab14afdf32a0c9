import type { Context } from "hono";
import * as z from "zod";
import { refused } from "./refuse.ts";

export const versioned = z.object({
  "if-match": z.string().optional().meta({ description: "Bản đã xem, như ETag đã cho / The version that was seen, as the ETag gave it" }),
});

/** The version that `If-Match` names. */
export function seenIn(c: Context): { readonly seen?: number } {
  const given = c.req.header("if-match");
  if (given === undefined || given === "*") return {};
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) {
    throw refused("api/bad-request", `If-Match "${given}" không phải ETag đã cho.`, `If-Match "${given}" is no ETag of ours.`, {
      issues: [{ place: "if-match", message: given }],
    });
  }
  return { seen: Number(version) };
}
