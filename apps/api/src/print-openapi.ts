// Prints the OpenAPI document, from which the client is generated. Routes say what they are before there is a store behind them.
import { about, makeApp } from "./app.ts";
import type { Services } from "./context.ts";

console.log(JSON.stringify(makeApp({} as Services).getOpenAPI31Document(about), null, 2));
