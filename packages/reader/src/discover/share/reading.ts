import type { Fig } from "../../figures.ts";
import type { Option } from "../sight.ts";

/** A figure that a percentage may be of, and where it stands. */
export interface Candidate {
  readonly part: Fig;
  readonly from: string;
}

/** One figure out of another, tried. */
export interface Reading {
  readonly option: Option;
  readonly pattern: string;
  readonly holds: boolean;
  readonly truncated: boolean;
}
