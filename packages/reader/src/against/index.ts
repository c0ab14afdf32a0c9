export { type Against, against } from "./against.ts";
export type { PairedFigures } from "./figures.ts";
export { heldAgainst, otherOf, type Previous, pairable, type ReadFile } from "./held.ts";
export { type Move, movesIn } from "./moves.ts";
export { type Pairable, type Pairing, pairDocuments, type Seating } from "./pair.ts";
export type { Passage, Placed } from "./passages.ts";
export type { Periods, Standing } from "./periods.ts";
export type { Other } from "./ties.ts";
export { together } from "./together.ts";
