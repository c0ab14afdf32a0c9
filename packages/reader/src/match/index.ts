export { factsOf } from "./facts.ts";
export { type MatchInput, matchFigures } from "./match.ts";
export type { Doubt, Match, Matches } from "./matches.ts";
export { seatsIn } from "./seats.ts";
