import { z } from "../http/routes.ts";

export const text = z.string().max(2000);

/** Who reports, to whom, and who signs. */
export const letter = z.object({
  parentBody: text.optional(),
  body: text.min(1),
  place: text.min(1),
  symbol: text.optional(),
  addressedTo: z.array(text).max(50).optional(),
  legalBases: z.array(text).max(50).optional(),
  addressees: z.array(text).max(50).optional(),
  signatureBlock: z.object({ authority: text.optional(), position: text.min(1), name: text }),
});

/** What a report is made with beside its figures and its passages. */
export const head = z
  .object({ letter, number: text.optional(), date: z.iso.date().optional(), tasks: z.array(text).max(200).optional() })
  .meta({ id: "ReportHead" });
