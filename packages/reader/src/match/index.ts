export { type Doubt, type Match, type MatchInput, type Matches, matchFigures } from "./match.ts";
