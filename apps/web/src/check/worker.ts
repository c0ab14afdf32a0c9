import { type Explanation, explanationOf, type Marked } from "@khop/writer/shown";
import { Desk } from "./desk.ts";
import { findingsOf } from "./findings-view.ts";
import { openFile } from "./open.ts";
import { paperOf } from "./paper-view.ts";
import { Refusal } from "./refusal.ts";
import { remarksOn } from "./remarks.ts";
import { troubleOf } from "./trouble.ts";
import type { Answered, Asked, Question } from "./view.ts";

let desk: Desk | undefined;
let shown: Marked | undefined;

const onDesk = (): Desk => {
  if (desk === undefined) throw new Error("no report is open");
  return desk;
};

const answers: { readonly [Q in Question]: (asked: Asked[Q]) => Promise<Answered[Q]> } = {
  open: async ({ name, bytes }) => {
    const opened = await openFile(name, new Uint8Array(bytes));
    desk = new Desk(opened);
    const { text, blocks = [], figures } = opened.document;
    const quantities = figures.filter(({ role }) => role === "quantity").sort((a, b) => a.start - b.start);
    return {
      name,
      format: opened.format,
      blocks: paperOf(text, blocks, quantities),
      figures: quantities.map(({ id }) => id),
      remarks: remarksOn(opened.document),
    };
  },
  previous: async (asked) => {
    await onDesk().hold(asked === null ? undefined : await openFile(asked.name, new Uint8Array(asked.bytes)));
    return null;
  },
  findings: async ({ decisions, language }) => {
    onDesk().decide(decisions);
    const { view, marked } = findingsOf(onDesk(), language);
    shown = marked;
    return view;
  },
  explain: async ({ figure, language }): Promise<Explanation> => {
    const one = shown?.document.figures.find(({ id }) => id === figure);
    if (shown === undefined || one === undefined) throw new Error(`there is no figure ${figure}`);
    return explanationOf(one, shown, language);
  },
  produce: async ({ product, language }) => {
    const { produce } = await import("./products.ts");
    return produce(onDesk(), product, language);
  },
};

interface Message<Q extends Question = Question> {
  readonly id: number;
  readonly question: Q;
  readonly asked: Asked[Q];
}

/** Questions are answered one after the other, in the order in which they came. */
let before: Promise<unknown> = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  before = before.then(() => answer(data));
});

async function answer<Q extends Question>({ id, question, asked }: Message<Q>): Promise<void> {
  try {
    self.postMessage({ id, answer: await answers[question](asked) });
  } catch (error) {
    self.postMessage({ id, trouble: error instanceof Refusal ? error.trouble : troubleOf(error) });
  }
}
