export { type AnyDatabase, onBoth, type TestHooks } from "./on-both.ts";
export { startPostgres, type TestPostgres } from "./postgres.ts";
