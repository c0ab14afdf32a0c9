import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import type { makeApp } from "./app.ts";
import { arbitraryOf, type Known, nearly } from "./arbitrary-testing.ts";
import { documentOf, type Operation, type Schema } from "./document-testing.ts";

/** A request as it is sent. */
interface Sent {
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was sent, and what of the answer is not as it must be. */
interface Fault {
  readonly operation: string;
  readonly kind: Kind;
  readonly sent: string;
  readonly wrong: string;
}

/** Draws as the schema has them, with one place that is not, and whatever bytes and words there are. */
const kinds = ["valid", "nearly valid", "raw"] as const;
type Kind = (typeof kinds)[number];

export interface FuzzOptions {
  readonly seed: number;
  /** Draws of each kind for each operation. */
  readonly runs: number;
  readonly token: string;
  readonly known: Known;
}

/**
 * Sends every operation of the document what its own schema makes, and what it does not, and looks at the answers: no failure of ours, every refusal a
 * problem, every answer as the document says it is.
 *
 * - Shape: the faults, how many requests were answered how, and which operations never took what their schema made.
 */
export async function fuzzApi(app: ReturnType<typeof makeApp>, { seed, runs, token, known }: FuzzOptions) {
  const { document, operations, resolve } = await documentOf(app);
  const wrongIn = answersOf(document.components);
  const faults: Fault[] = [];
  const done = new Set<string>();
  const answered = { requests: 0, done: 0, refused: 0 };
  // What takes away comes last, for there is something left to ask for then.
  const inTurn = operations.toSorted((a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"));
  for (const [at, operation] of inTurn.entries()) {
    for (const kind of kinds) {
      const draws = fc.sample(
        requestsOf(operation, kind, (schema, name) => arbitraryOf(schema, resolve, known, name)),
        { seed: seed + at, numRuns: runs },
      );
      for (const sent of draws) {
        const { path, body, headers } = sent;
        const init = {
          method: operation.method,
          headers: { authorization: `Bearer ${token}`, ...headers },
          ...(body === undefined ? {} : { body: body as string }),
        };
        const response = await app.request(path, init);
        const wrong = await wrongIn(operation, response);
        answered.requests += 1;
        if (response.ok) done.add(operation.operationId);
        answered[response.ok ? "done" : "refused"] += 1;
        if (wrong !== undefined)
          faults.push({
            operation: operation.operationId,
            kind,
            sent: `${operation.method} ${path} ${JSON.stringify(headers)} ${typeof body === "string" ? body : (body?.length ?? 0)}`.slice(
              0,
              2000,
            ),
            wrong,
          });
      }
    }
  }
  return { faults, answered, never: operations.map(({ operationId }) => operationId).filter((id) => !done.has(id)) };
}

type Arbitraries = (schema: Schema, name: string) => fc.Arbitrary<unknown>;

/** Signs that a path or a query may hold, already put into it. */
const oddPart = fc.constantFrom(
  "%00",
  "%ff%fe",
  "..%2f..",
  "%E0%A4%A",
  "a%2Fb",
  "%F0%9F%92%A5",
  "",
  " ",
  "9".repeat(400),
  "x".repeat(3000),
  "%27%20or%201%3D1",
  "{orgUnit}",
  "*",
  "null",
);
const oddHeaders: Readonly<Record<string, readonly string[]>> = {
  "if-match": ["*", '"1"', 'W/"1"', '"x"', "1", '""', '"99999999999"', '"1", "2"'],
  "if-none-match": ["*", '"x"', "x", ","],
  "idempotency-key": ["k", "", "x".repeat(300), "é"],
  "last-event-id": ["0", "-1", "999999999", "x"],
  accept: ["text/html", "*/*;q=0", "application/xml"],
  "content-encoding": ["gzip", "br"],
  range: ["bytes=0-1", "bytes=9-1"],
  origin: ["null", "https://khac.example", "x"],
  "x-forwarded-for": ["127.0.0.1, x"],
  cookie: ["better-auth.session_token=x", "a"],
};
const someHeaders = fc
  .uniqueArray(fc.constantFrom(...Object.keys(oddHeaders)), { maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(oddHeaders[name] ?? []))]))));

function requestsOf(operation: Operation, kind: Kind, of: Arbitraries): fc.Arbitrary<Sent> {
  const inPlace = (place: string) => operation.parameters.filter((one) => one.in === place);
  const record = (place: string) =>
    fc.record(Object.fromEntries(inPlace(place).map(({ name, schema }) => [name, of(schema, name)])), {
      requiredKeys: inPlace(place)
        .filter(({ required }) => required === true)
        .map(({ name }) => name),
    });
  const words = (value: unknown) => encodeURIComponent((typeof value === "object" ? JSON.stringify(value) : String(value)).toWellFormed());
  const path = (values: Readonly<Record<string, unknown>>) =>
    operation.path.replace(/\{(\w+)\}/g, (_, name: string) => words(values?.[name]) || "x");
  const query = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values ?? {})
      .map(([name, value]) => `${words(name)}=${words(value)}`)
      .join("&");
  const contents = Object.entries(operation.requestBody?.content ?? {});
  const [[type, { schema = {} } = {}] = ["application/json", {}]] = contents;
  const hasBody = contents.length > 0;
  const json = of(schema, "");
  if (kind === "valid")
    return fc.record({ path: record("path"), query: record("query"), body: json }).map((drawn) => ({
      path: `${path(drawn.path)}?${query(drawn.query)}`,
      headers: hasBody ? { "content-type": type } : {},
      ...(hasBody ? { body: typeof drawn.body === "string" ? drawn.body : JSON.stringify(drawn.body) } : {}),
    }));
  if (kind === "nearly valid")
    return fc
      .record({
        path: fc.oneof(record("path"), nearly(record("path"))),
        query: fc.oneof(record("query"), nearly(record("query"))),
        body: nearly(json),
        headers: someHeaders,
      })
      .map((drawn) => ({
        path: `${path(drawn.path as object as Record<string, unknown>)}?${query(drawn.query as object as Record<string, unknown>)}`,
        headers: { ...(hasBody ? { "content-type": type } : {}), ...drawn.headers },
        ...(hasBody ? { body: typeof drawn.body === "string" ? drawn.body : JSON.stringify(drawn.body) } : {}),
      }));
  const rawBody = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string(),
    fc.constantFrom("{", "[]", "null", '{"a":1e999}', '{"__proto__":{"a":1}}', `${"[".repeat(5000)}${"]".repeat(5000)}`, "a=b&c=d"),
    json.map((value) => JSON.stringify(value).slice(0, -1)),
  );
  const anyType = fc.constantFrom(
    "application/json",
    "application/json; charset=utf-16",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/octet-stream",
    "",
    "x/y;;;",
  );
  const parts = fc.record(
    Object.fromEntries(
      inPlace("path").map(({ name, schema: one }) => [
        name,
        fc.oneof({ weight: 3, arbitrary: of(one, name).map(words) }, { weight: 1, arbitrary: oddPart }),
      ]),
    ),
  );
  const pairs = fc.array(
    fc.tuple(
      fc.constantFrom("limit", "cursor", "regime", "period", "step", "seal", "until", "x", "", ...inPlace("query").map(({ name }) => name)),
      oddPart,
    ),
    { maxLength: 4 },
  );
  return fc.record({ parts, required: record("query"), pairs, body: rawBody, type: anyType, headers: someHeaders }).map((drawn) => ({
    path: `${operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String((drawn.parts as Record<string, unknown>)[name] ?? "x"))}?${query(drawn.required as Record<string, unknown>)}&${drawn.pairs.map(([name, value]) => `${name}=${value}`).join("&")}`,
    headers: { ...(operation.method === "GET" ? {} : { "content-type": drawn.type }), ...drawn.headers },
    ...(operation.method === "GET" ? {} : { body: drawn.body }),
  }));
}

/** The same schema, in which an object has the properties that are named and no others: what is sent beside them is described nowhere. */
function closed(schema: unknown): Schema {
  if (Array.isArray(schema)) return schema.map(closed) as unknown as Schema;
  if (typeof schema !== "object" || schema === null) return schema as never;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, key === "allOf" ? one : closed(one)])) as Record<
    string,
    unknown
  >;
  return inside.properties !== undefined && inside.type === "object" && inside.additionalProperties === undefined
    ? { ...inside, additionalProperties: false }
    : inside;
}

/** What of an answer is not as the document says; undefined where nothing is. */
function answersOf(components: object) {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, allErrors: false });
  addFormats.default(ajv);
  const compiled = new Map<Schema, ReturnType<typeof ajv.compile>>();
  const misfitOf = (schema: Schema, value: unknown): string | undefined => {
    const before = compiled.get(schema);
    const check = before ?? ajv.compile(closed({ ...schema, components }));
    if (before === undefined) compiled.set(schema, check);
    return check(value) ? undefined : ajv.errorsText(check.errors);
  };
  return async ({ responses }: Operation, response: Response): Promise<string | undefined> => {
    const { status } = response;
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    // A stream has no end to wait for.
    if (type === "text/event-stream" || type === "application/jsonl") return void response.body?.cancel();
    const text = await response.text();
    const said = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
    if (status >= 500 || said === undefined) return `${status} ${text}`;
    const contents = Object.entries(said.content ?? {});
    if (contents.length === 0) return text === "" ? undefined : `${status} has a body: ${text.slice(0, 200)}`;
    const [, content] = contents.find(([one]) => one === type) ?? [];
    const isFile = contents.some(([one]) => one === "application/octet-stream");
    if (content === undefined) return isFile && response.headers.has("content-disposition") ? undefined : `${status} is ${type}`;
    if (!/[/+]json$/.test(type) || content.schema === undefined || content.schema.format === "binary") return undefined;
    const misfit = misfitOf(content.schema, JSON.parse(text));
    return misfit === undefined ? undefined : `${status} is not as described: ${misfit} in ${text.slice(0, 400)}`;
  };
}
