import { KhopError, type LayoutRegime, partNames } from "@khop/core";
import * as z from "zod/mini";
import "../errors.ts";

/** Made when first asked for: a program that takes our own regimes does not wait for it. */
function makeSchema() {
  const said = z.strictObject({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
  const part = z.enum(Object.keys(partNames) as [keyof typeof partNames, ...(keyof typeof partNames)[]]);
  const parts = z.array(part).check(z.minLength(1));
  const alignment = z.enum(["left", "center", "right", "justify"]);
  const range = { from: z.number(), to: z.optional(z.number()), tolerance: z.optional(z.number()) };
  const except = z.optional(z.array(part));
  const pattern = z.string().check(z.refine(isPattern, "is no pattern"));

  const pageNumber = z.union([
    z.strictObject({ on: z.literal("pageNumber"), property: z.enum(["presence", "hiddenOnFirstPage", "upright"]) }),
    z.strictObject({ on: z.literal("pageNumber"), property: z.literal("place"), is: z.enum(["header", "footer"]) }),
    z.strictObject({ on: z.literal("pageNumber"), property: z.literal("alignment"), is: alignment }),
    z.strictObject({ on: z.literal("pageNumber"), property: z.literal("format"), is: z.string() }),
    z.strictObject({ on: z.literal("pageNumber"), property: z.literal("start"), is: z.number() }),
    z.strictObject({ on: z.literal("pageNumber"), property: z.literal("size"), ...range }),
  ]);
  const demand = z.union([
    z.strictObject({ on: z.literal("paper"), width: z.number(), height: z.number(), tolerance: z.number() }),
    z.strictObject({ on: z.literal("orientation"), is: z.literal("portrait"), unless: z.literal("tables") }),
    z.strictObject({ on: z.literal("margin"), side: z.enum(["top", "bottom", "left", "right"]), ...range }),
    pageNumber,
    z.strictObject({ on: z.enum(["font", "colour"]), oneOf: z.array(z.string()), except }),
    z.strictObject({ on: z.literal("size"), parts, ...range }),
    z.strictObject({ on: z.enum(["bold", "italic", "underline"]), parts, is: z.boolean() }),
    z.strictObject({ on: z.literal("case"), parts, is: z.enum(["upper", "sentence"]) }),
    z.strictObject({ on: z.literal("alignment"), parts, oneOf: z.array(alignment) }),
    z.strictObject({ on: z.literal("indent"), parts, oneOf: z.array(z.number()), tolerance: z.number() }),
    z.strictObject({ on: z.enum(["gap", "lineSpacing"]), parts, ...range }),
    z.strictObject({ on: z.literal("order"), sequence: z.array(parts) }),
    z.strictObject({ on: z.literal("presence"), part, given: parts, least: z.number(), titles: z.optional(z.array(z.string())) }),
    z.strictObject({ on: z.literal("absence"), part }),
    z.strictObject({ on: z.literal("numbering") }),
    z.strictObject({
      on: z.literal("writing"),
      parts,
      pattern,
      example: z.string(),
      lines: z.optional(z.enum(["last", "notLast"])),
      before: z.optional(parts),
    }),
    z.strictObject({ on: z.literal("phrase"), pattern, example: z.string(), except }),
  ]);
  const rule = z.strictObject({
    id: z.string().check(z.regex(/^[a-z][\w-]*$/)),
    code: z.string().check(z.regex(/^[a-z]+(?:-[a-z]+)*$/)),
    severity: z.enum(["warning", "review", "info"]),
    demand,
    required: z.optional(said),
    mend: z.optional(said),
    source: said,
  });
  return z.strictObject({
    id: z.string(),
    name: said,
    validFrom: z.iso.date(),
    validTo: z.nullable(z.iso.date()),
    rules: z.array(rule).check(z.refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "has two rules of one id")),
  });
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

let schema: ReturnType<typeof makeSchema> | undefined;

/**
 * A layout regime from outside input, such as a file of a province's own rules.
 *
 * - Throws: `KhopError` "catalog/bad-layout-regime" when a part is missing or of the wrong sort; says which.
 */
export function parseLayoutRegime(input: unknown): LayoutRegime {
  schema ??= makeSchema();
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "regime"}: ${message}`).join("; ");
  throw new KhopError("catalog/bad-layout-regime", `This is no layout regime: ${issues}.`, { issues });
}
