import { reportFormats } from "@khop/reporting";
import { name, z } from "../http/routes.ts";
import { head, letter, text } from "../routes/letter.ts";

/** A document to be checked; its bytes are kept beside. */
export const checkAsked = z.object({ name: z.string().min(1).max(200) });

/** So many reports are composed in one job. */
const mostReports = 1000;

/** Reports of one or many units to be composed, each from its own facts and passages. */
export const composeAsked = head
  .extend({
    letter: letter.extend({
      body: text
        .min(1)
        .optional()
        .meta({ description: "Cơ quan báo cáo; bỏ trống thì là tên từng đơn vị / Who reports; each unit's own name where it is left out" }),
    }),
    regime: name,
    period: name,
    orgUnits: z.array(name).min(1).max(mostReports),
    format: z.enum(reportFormats),
    until: z.iso.datetime().optional().meta({ description: "Theo số liệu lúc đó / From the facts as they stood then" }),
  })
  .meta({ id: "ComposeAsked" });

/** The rules of a regime asked of a period; the units are those that whoever asked may read. */
export const checkPeriodAsked = z.object({ regime: name, period: name, orgUnits: z.array(name) });
