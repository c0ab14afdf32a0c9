import type { UnitKind } from "@khop/core";
import * as z from "zod/mini";
import type { RegimeData } from "./regime.ts";

/** Made when first asked for: a program that takes our own regimes does not wait for it. */
function makeSchema() {
  const text = z.string().check(z.minLength(1));
  const said = z.strictObject({ vi: text, en: text });
  const decimal = z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/));
  const members = z.optional(z.record(z.string(), z.string()));
  const frequency = z.enum(["week", "month", "quarter", "half", "nineMonths", "year"]);
  const level = z.enum(["central", "province", "district", "commune"]);

  const unit = z.strictObject({
    id: z.string(),
    kind: z.enum<UnitKind[]>(["count", "money", "measure", "percent", "point", "ratio"]),
    dimension: z.optional(z.string()),
    exponent: z.optional(z.int()),
  });
  const breakdown = z.strictObject({
    id: text,
    vi: text,
    members: z.array(z.strictObject({ id: text, vi: text, en: z.optional(text), aka: z.optional(z.array(text)) })).check(z.minLength(1)),
  });
  const end = z.optional(z.union([z.number(), decimal]));
  const window = z.strictObject({
    frequency,
    openingDay: z.int(),
    closingDay: z.int(),
    openingMonth: z.optional(z.int()),
    closingMonth: z.optional(z.int()),
    validFrom: z.iso.date(),
    source: text,
  });
  const indicator = z.strictObject({
    id: text,
    vi: text,
    en: z.optional(text),
    aka: z.optional(z.array(text)),
    unit,
    exponent: z.optional(z.int()),
    kind: z.enum(["stock", "flow", "ratio"]),
    additive: z.boolean(),
    breakdowns: z.optional(z.array(breakdown)),
    window: z.optional(window),
    domain: z.optional(z.strictObject({ integer: z.optional(z.boolean()), min: end, max: end, fixed: z.optional(z.boolean()) })),
    source: text,
    responsible: text,
    legal: text,
    decimals: z.int(),
    frequency: z.optional(frequency),
  });

  const pattern = z.strictObject({
    indicator: text,
    orgUnit: z.optional(z.enum(["self", "parent", "children"])),
    period: z.optional(z.enum(["self", "previous", "yearBefore", "sinceYearStart", "latest"])),
    members,
    over: z.optional(text),
  });
  const place = z.union([pattern, z.array(pattern), z.array(z.string()), z.string(), z.number(), z.boolean()]);
  const rule = z.strictObject({
    id: text,
    kind: text,
    places: z.record(z.string(), place),
    levels: z.optional(z.array(level)),
    source: z.optional(text),
  });

  const section = z.strictObject({
    id: text,
    title: text,
    indicators: z.optional(z.array(text)),
    template: z.optional(text),
    get sections() {
      return z.optional(z.array(section));
    },
  });
  const row = z.strictObject({
    indicator: text,
    over: z.optional(z.array(text)),
    members,
    opening: z.optional(z.boolean()),
    typical: z.optional(decimal),
  });
  const named = z.strictObject({ id: text, name: said });
  const wording = z.strictObject({
    title: text,
    summary: z.optional(text),
    opening: z.optional(text),
    closing: z.optional(text),
    tasksTitle: z.optional(text),
    symbol: text,
    appendices: z.optional(z.array(z.strictObject({ id: text, title: text, template: text }))),
  });

  return z.strictObject({
    id: text,
    version: text,
    sort: z.enum(["administrative", "statistical"]),
    name: said,
    body: text,
    level,
    addressees: z.array(text),
    sending: text,
    frequency,
    dueWithin: z.int().check(z.minimum(1)),
    validFrom: z.iso.date(),
    validTo: z.nullable(z.iso.date()),
    replaces: z.optional(text),
    legal: z.array(text).check(z.minLength(1)),
    windows: z.optional(z.array(window)),
    sources: z.array(named),
    divisions: z.array(named),
    indicators: z.array(indicator).check(z.minLength(1)),
    rules: z.array(rule),
    structuralZeros: z.array(z.strictObject({ indicator: text, members })),
    sections: z.array(section),
    wording: z.optional(wording),
    forms: z.array(z.strictObject({ id: text, title: said, responsible: text, dueWithin: z.int(), rows: z.array(row) })),
    tasks: z.array(z.strictObject({ id: text, text, responsible: text })),
  });
}

let schema: ReturnType<typeof makeSchema> | undefined;

/** The data of a regime, or what is wrong with their shape. */
export function shapeOf(input: unknown): { readonly data: RegimeData } | { readonly faults: readonly z.core.$ZodIssue[] } {
  schema ??= makeSchema();
  const parsed = schema.safeParse(input);
  return parsed.success ? { data: parsed.data as RegimeData } : { faults: parsed.error.issues };
}
