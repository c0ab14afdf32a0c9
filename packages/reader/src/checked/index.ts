export {
  type Acceptance,
  type CheckedFile,
  checkedEnd,
  checkedJson,
  checkedStart,
  type FiguresOf,
  figuresJson,
  type Reading,
} from "./check-json.ts";
export { figuresOf, type Joinable, type Joined, joined, tiedCells } from "./joined.ts";
export type { Place } from "./place.ts";
export { type PlaceWords, placeWords } from "./place-words.ts";
export { Places, placeName } from "./places.ts";
export { type Replacement, replacementFor, reprinted, valueText } from "./repair.ts";
export { type FindingShape, idOf } from "./shape.ts";
