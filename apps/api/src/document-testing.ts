import type { makeApp } from "./app.ts";

/** A JSON schema as OpenAPI 3.1 has it. */
export type Schema = { readonly [keyword: string]: unknown };

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly [type: string]: { readonly schema?: Schema };
}

export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>>; readonly content?: Content }>>;
}

interface Document {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, "method" | "path">>>>>;
}

/** The document of an API, and every operation in it. */
export async function documentOf(app: ReturnType<typeof makeApp>) {
  const document = (await (await app.request("/openapi.json")).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { parameters = [], ...operation }]): Operation => ({
        ...operation,
        parameters,
        method: method.toUpperCase() as Operation["method"],
        path,
      }),
    ),
  );
  /** A schema with what it refers to in its place; one level. */
  const resolve = (schema: Schema): Schema => {
    const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
    return name === undefined ? schema : resolve(document.components.schemas[name] ?? {});
  };
  /** The properties of an object, those that it takes over from others too. */
  const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> => {
    const { properties = {}, allOf = [] } = resolve(schema) as { properties?: Record<string, Schema>; allOf?: Schema[] };
    return Object.assign({}, ...allOf.map(propertiesOf), properties);
  };
  return { document, operations, resolve, propertiesOf };
}

/** A path with its places filled; one that has no value is given as it is. */
export const filled = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? `{${name}}`));
