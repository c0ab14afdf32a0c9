export { exampleFacts, exampleReport } from "./example.ts";
