import { type Fact, type Indicator, period, quantity } from "@khop/core";
import type { StoredFact } from "@khop/store";
import * as z from "zod";
import { refused } from "./refuse.ts";

const decimal = z
  .string()
  .max(60)
  .regex(/^-?\d+(?:\.\d+)?$/);
const status = z.enum(["stated", "missing", "structuralZero", "notApplicable", "estimated", "provisional"]);
const hedge = z.enum(["about", "almost", "over", "atLeast", "atMost", "estimate", "range"]);

/** A figure as it is sent in: exact, in the unit and multiplier of its indicator. */
export const cellInput = z
  .object({
    indicator: z.string().max(200),
    members: z.record(z.string().max(100), z.string().max(100)).optional(),
    value: decimal.nullable(),
    upper: decimal.optional(),
    hedge: hedge.optional(),
    status: status.optional(),
    asOf: z.iso.date().optional(),
    source: z.string().max(500).optional(),
    seen: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: "Phiên bản đã xem; 0 là chưa có / The version that was seen; 0 for none" }),
  })
  .meta({ id: "CellInput" });

export const factSchema = z
  .object({
    indicator: z.string(),
    orgUnit: z.string(),
    period: z.string(),
    members: z.record(z.string(), z.string()).optional(),
    value: z.string().nullable(),
    upper: z.string().optional(),
    decimals: z.number().int().optional(),
    unit: z.object({ id: z.string(), kind: z.string() }).optional(),
    exponent: z.number().int().optional(),
    hedge: z.string().optional(),
    status: z.string(),
    asOf: z.string().optional(),
    source: z.string().optional(),
    version: z.number().int(),
    by: z.string(),
    at: z.iso.datetime(),
    why: z.string().optional(),
    submission: z.string().optional(),
  })
  .meta({ id: "Fact" });

/** What is sent in, as a fact. */
export function factFrom(
  cell: z.output<typeof cellInput>,
  { orgUnit, period: of }: { readonly orgUnit: string; readonly period: string },
  indicators: readonly Indicator[],
): Fact {
  const indicator = indicators.find(({ id }) => id === cell.indicator);
  if (indicator === undefined) {
    throw refused("api/bad-request", `Không có chỉ tiêu "${cell.indicator}".`, `There is no indicator "${cell.indicator}".`, {
      issues: [{ place: "indicator", message: cell.indicator }],
    });
  }
  const { members, value, upper, hedge: how, status: said, asOf, source } = cell;
  const figure =
    value === null
      ? null
      : quantity({
          value,
          unit: indicator.unit,
          exponent: indicator.exponent ?? 0,
          ...(how === undefined ? {} : { hedge: how }),
          ...(upper === undefined ? {} : { upper }),
        });
  return {
    indicator: indicator.id,
    orgUnit,
    period: period(of),
    ...(members === undefined || Object.keys(members).length === 0 ? {} : { members }),
    quantity: figure,
    ...(said === undefined ? {} : { status: said }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(source === undefined ? {} : { source }),
  };
}

/** A fact as it is sent out. */
export function factOut(fact: StoredFact): z.output<typeof factSchema> {
  const {
    indicator,
    orgUnit,
    period: of,
    members,
    quantity: figure,
    status: said = "stated",
    asOf,
    source,
    version,
    by,
    at,
    why,
    submission,
  } = fact;
  return {
    indicator,
    orgUnit,
    period: of.id,
    ...(members === undefined ? {} : { members: { ...members } }),
    value: figure === null ? null : figure.value.toFixed(Math.max(figure.decimals, figure.value.decimalPlaces(), 0)),
    ...(figure === null
      ? {}
      : { decimals: figure.decimals, unit: { id: figure.unit.id, kind: figure.unit.kind }, exponent: figure.exponent }),
    ...(figure?.upper === undefined ? {} : { upper: figure.upper.toFixed() }),
    ...(figure?.hedge === undefined ? {} : { hedge: figure.hedge }),
    status: said,
    ...(asOf === undefined ? {} : { asOf }),
    ...(source === undefined ? {} : { source }),
    version,
    by,
    at: at.toISOString(),
    ...(why === undefined ? {} : { why }),
    ...(submission === undefined ? {} : { submission }),
  };
}

/** A fact as `khop.facts/1` has it, which the command exports and imports. */
export const factJsonSchema = z
  .object({
    indicator: z.string().max(200),
    orgUnit: z.string().max(200),
    period: z.string().max(200),
    members: z.record(z.string().max(100), z.string().max(100)).optional(),
    value: decimal.nullable(),
    upper: decimal.optional(),
    decimals: z.number().int().min(-30).max(30).optional(),
    unit: z.object({ id: z.string(), kind: z.enum(["count", "money", "measure", "percent", "point", "ratio"]) }).optional(),
    exponent: z.number().int().min(-30).max(30).optional(),
    hedge: hedge.optional(),
    status: status.optional(),
    asOf: z.iso.date().optional(),
    source: z.string().max(500).optional(),
  })
  .meta({ id: "FactJson" });

export const factsJsonSchema = z
  .object({ schema: z.literal("khop.facts/1"), regime: z.string().optional(), facts: z.array(factJsonSchema).max(100_000) })
  .meta({ id: "FactsJson" });
