import { answering } from "../answering.ts";
import { give, take } from "./files.ts";
import { inputs } from "./inputs.ts";
import type { Answered, Asked } from "./view.ts";
import { worked } from "./work.ts";

const answers: { readonly [Q in keyof Asked]: (asked: Asked[Q]) => Promise<Answered[Q]> } = {
  work: async ({ book }) => worked(book),
  inputs: async (asked) => inputs(asked),
  take,
  give,
};

answering(answers, (error) => (error instanceof Error ? error.message : String(error)));
