import { readText } from "@khop/reader";
import { type Explanation, explanationOf, type Marked } from "@khop/writer/shown";
import { answering } from "../answering.ts";
import type { Language } from "../language.tsx";
import { Desk } from "./desk.ts";
import { findingsOf } from "./findings-view.ts";
import { openFile } from "./open.ts";
import { paperOf } from "./paper-view.ts";
import { Refusal } from "./refusal.ts";
import { remarksOn } from "./remarks.ts";
import { troubleOf } from "./trouble.ts";
import type { Answered, Asked, FindingsView, Question } from "./view.ts";

let desk: Desk | undefined;
let shown: Marked | undefined;

const onDesk = (): Desk => {
  if (desk === undefined) throw new Error("no report is open");
  return desk;
};

/** What is found as the desk stands; notes are of this from now on. */
function lookedAt(language: Language): FindingsView {
  const { view, marked } = findingsOf(onDesk(), language);
  shown = marked;
  return view;
}

const answers: { readonly [Q in Question]: (asked: Asked[Q]) => Promise<Answered[Q]> } = {
  open: async ({ name, bytes, language }) => {
    const opened = await openFile(name, new Uint8Array(bytes));
    desk = new Desk(opened);
    const { text, blocks = [], figures } = opened.document;
    const quantities = figures.filter(({ role }) => role === "quantity").sort((a, b) => a.start - b.start);
    const paper = {
      name,
      format: opened.format,
      blocks: paperOf(text, blocks, quantities),
      figures: quantities.map(({ id }) => id),
      remarks: remarksOn(opened.document),
    };
    return { paper, found: lookedAt(language) };
  },
  previous: async (asked) => {
    await onDesk().hold(asked === null ? undefined : await openFile(asked.name, new Uint8Array(asked.bytes)));
    return null;
  },
  findings: async ({ decisions, language }) => {
    onDesk().decide(decisions);
    return lookedAt(language);
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

answering(answers, (error) => (error instanceof Refusal ? error.trouble : troubleOf(error)));

/**
 * Reads the sample beforehand, a few times over, so that the first report does not wait until the engine has compiled what reads it;
 * leaves off as soon as something is asked.
 */
async function warmUp(turns: number): Promise<void> {
  const { name, text } = await import("virtual:sample");
  for (let turn = 0; turn < turns && desk === undefined; turn += 1) {
    const document = readText(text, "markdown");
    const quantities = document.figures.filter(({ role }) => role === "quantity");
    paperOf(document.text, document.blocks ?? [], quantities);
    findingsOf(new Desk({ name, format: "markdown", bytes: new Uint8Array(), document }), "vi");
    // What was asked meanwhile comes first.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
void warmUp(12);
