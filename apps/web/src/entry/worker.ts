import { answering } from "../answering.ts";
import { give, take } from "./files.ts";
import { inputs } from "./inputs.ts";
import { type Ongoing, opened } from "./ongoing.ts";
import type { Answered, Asked } from "./view.ts";

/** The book in hand; what is typed changes it. */
let ongoing: Ongoing | undefined;

const answers: { readonly [Q in keyof Asked]: (asked: Asked[Q]) => Promise<Answered[Q]> } = {
  open: async (asked) => {
    const book = opened(asked);
    ongoing = book.ongoing;
    return book.said;
  },
  change: async ({ changes }) => {
    if (ongoing === undefined) throw new Error("no book is open");
    return ongoing.change(changes);
  },
  inputs: async (asked) => inputs(asked),
  take,
  give,
};

answering(answers, (error) => (error instanceof Error ? error.message : String(error)));
