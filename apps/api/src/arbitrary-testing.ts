import fc from "fast-check";
import type { Schema } from "./document-testing.ts";

/** What values of a name often are: what is there, so that more is reached than refusals. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const formats: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  date: fc
    .date({ min: new Date("1990-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  "date-time": fc
    .date({ min: new Date("1990-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
    .map((moment) => moment.toISOString()),
  email: fc.emailAddress(),
  uuid: fc.uuid({ version: 4 }),
  binary: fc.oneof(fc.constant("Tiếp nhận 100 hồ sơ; trong đó: trực tiếp 60 hồ sơ, trực tuyến 30 hồ sơ."), fc.string()),
};

/** What is no error in a string, and yet seldom sent. */
const oddWords = [
  "",
  " ",
  "'; drop table fact; --",
  "../..",
  "\u0000",
  "\ud800",
  "đơn vị",
  "💥",
  "__proto__",
  "constructor",
  "9".repeat(300),
  "-0",
  "NaN",
  "{{",
  "{% for %}",
  "2024-M99",
  "1e999",
];

/** Values that a schema takes. */
export function arbitraryOf(schema: Schema, resolve: (schema: Schema) => Schema, known: Known, name = ""): fc.Arbitrary<unknown> {
  const given = resolve(schema);
  const { enum: options, anyOf, allOf } = given as { enum?: unknown[]; anyOf?: Schema[]; allOf?: Schema[] };
  const of = (one: Schema, called = name) => arbitraryOf(one, resolve, known, called);
  if (options !== undefined) return fc.constantFrom(...options);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => of(one)));
  if (allOf !== undefined) return fc.tuple(...allOf.map((one) => of(one))).map((parts) => Object.assign({}, ...(parts as object[])));
  const often = known[name] ?? [];
  const types = [given.type ?? "object"].flat() as string[];
  const any = fc.oneof(...types.map((type) => ofType(type, given, of)));
  return often.length === 0 || types.includes("array")
    ? any
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: any });
}

function ofType(type: string, given: Schema, of: (one: Schema, called?: string) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { minimum = -1_000_000, maximum = 1_000_000, minItems = 0, maxItems = 4 } = given as Record<string, number>;
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: minimum, max: maximum });
  if (type === "number") return fc.double({ min: minimum, max: maximum, noNaN: true });
  if (type === "array")
    return fc.array(of((given.items ?? {}) as Schema), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
  if (type === "object") return objects(given, of);
  return strings(given);
}

function strings({
  format,
  pattern,
  minLength = 0,
  maxLength = 60,
}: Schema & { minLength?: number; maxLength?: number }): fc.Arbitrary<unknown> {
  const ofFormat = typeof format === "string" ? formats[format] : undefined;
  if (ofFormat !== undefined) return ofFormat;
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern));
  const fits = ({ length }: string) => length >= minLength && length <= maxLength;
  const some = fc.string({
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, 40)),
    unit: fc.constantFrom("a", "đ", "1", ".", "-", " ", "{", "|", "=", "\n"),
  });
  return fc.oneof(
    { weight: 3, arbitrary: some },
    { weight: 1, arbitrary: fc.constantFrom(...oddWords.filter(fits), "x".repeat(minLength)) },
  );
}

function objects(given: Schema, of: (one: Schema, called?: string) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = given as { properties?: Record<string, Schema>; required?: string[]; additionalProperties?: Schema | boolean };
  if (typeof additionalProperties === "object" && Object.keys(properties).length === 0)
    return fc.dictionary(
      fc.oneof(fc.constantFrom("channel", "__proto__"), fc.string({ maxLength: 20 })),
      of(additionalProperties, "member"),
      { maxKeys: 3 },
    );
  const record = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one, name)]));
  return fc.record(record, { requiredKeys: required.filter((name) => name in record) });
}

/** What stands where something else is wanted. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, [], {}, [[[[[[]]]]]], { a: { b: { c: null } } }),
  fc.constantFrom(...oddWords),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The same, with one place of it as it should not be: another value, one left out, one too many. */
export const nearly = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(valid, fc.nat(), fc.constantFrom("other", "without", "more"), oddValue)
    .map(([value, at, how, odd]) => changed(value, at, how, odd));

function changed(value: unknown, at: number, how: "other" | "without" | "more", odd: unknown): unknown {
  const copy = structuredClone(value);
  const places: (() => void)[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const inside = node as Record<string, unknown>;
    for (const key of Object.keys(inside)) {
      places.push(() => {
        if (how === "other") inside[key] = odd;
        else if (how === "more") Object.defineProperty(inside, `${key}?`, { value: odd, enumerable: true });
        else if (Array.isArray(node)) node.length = 0;
        else delete inside[key];
      });
      visit(inside[key]);
    }
  };
  visit(copy);
  if (places.length === 0) return odd;
  places[at % places.length]?.();
  return copy;
}
