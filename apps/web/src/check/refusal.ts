import type { Trouble } from "./view.ts";

/** Something that could not be done, with what its user should hear. */
export class Refusal extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.what.en);
    this.name = "Refusal";
    this.trouble = trouble;
  }
}
