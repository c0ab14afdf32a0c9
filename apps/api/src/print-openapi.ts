// Prints the OpenAPI document, from which the client is generated. Routes say what they are before there is a store behind them.
import { makeApp, openApiOf } from "./app.ts";
import type { Services } from "./context.ts";

console.log(JSON.stringify(openApiOf(makeApp({} as Services)), null, 2));
