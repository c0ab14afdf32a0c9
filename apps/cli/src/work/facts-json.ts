import { addressKey, type Fact, isKhopError } from "@khop/core";
import { type FactJson, factFromJson, factJson } from "@khop/reporting";
import * as z from "zod/mini";
import { Trouble } from "../trouble.ts";
import { badJson } from "./regime.ts";

const decimal = z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/));

const schema = z.object({
  schema: z.literal("khop.facts/1"),
  regime: z.optional(z.string()),
  facts: z.array(
    z.object({
      indicator: z.string(),
      orgUnit: z.string(),
      period: z.string(),
      members: z.optional(z.record(z.string(), z.string())),
      value: z.nullable(decimal),
      upper: z.optional(decimal),
      decimals: z.optional(z.int()),
      unit: z.optional(z.object({ id: z.string(), kind: z.enum(["count", "money", "measure", "percent", "point", "ratio"]) })),
      exponent: z.optional(z.int()),
      hedge: z.optional(z.enum(["about", "almost", "over", "atLeast", "atMost", "estimate", "range"])),
      status: z.optional(z.enum(["stated", "missing", "structuralZero", "notApplicable", "estimated", "provisional"])),
      asOf: z.optional(z.iso.date()),
      source: z.optional(z.string()),
    }),
  ),
});

/**
 * Facts as a JSON file keeps them: numbers as strings with a dot before decimals, in the unit and multiplier beside them.
 *
 * @throws Trouble for a file that is not written so.
 */
export function factsInJson(file: string, text: string): readonly Fact[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw badJson(file, error as SyntaxError);
  }
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(" › ") ?? "";
    throw new Trouble(
      `${file} không phải tệp số liệu khop.facts/1: sai ở "${place}".`,
      `${file} is no file of facts (khop.facts/1): wrong at "${place}".`,
    );
  }
  return parsed.data.facts.map((one): Fact => factIn(file, one));
}

function factIn(file: string, one: FactJson): Fact {
  try {
    return factFromJson(one);
  } catch (error) {
    if (!isKhopError(error, "core/bad-period")) throw error;
    throw new Trouble(
      `${file}: "${one.period}" không phải kỳ báo cáo, viết như 2024-M10.`,
      `${file}: "${one.period}" is no period; write one like 2024-M10.`,
    );
  }
}

/** Facts as a JSON file; `sure`, by their keys, how sure it is that each is the figure that it was taken for. */
export function jsonOfFacts(regime: string, facts: readonly Fact[], sure: ReadonlyMap<string, number> = new Map()): string {
  const told = facts.map((fact) => {
    const { indicator, orgUnit, period, members = {} } = fact;
    return { ...factJson(fact), ...certainty(sure.get(addressKey({ indicator, orgUnit, period, members }))) };
  });
  return `${JSON.stringify({ schema: "khop.facts/1", regime, facts: told }, null, 2)}\n`;
}

const certainty = (sure: number | undefined): { readonly sure?: number } => (sure === undefined ? {} : { sure });
