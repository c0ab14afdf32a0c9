import type { Sign } from "@khop/core";
import type { Passage } from "./passages.ts";
import type { Tying } from "./ties.ts";
import { containedIn, shinglesOf } from "./words.ts";

const PLANS = /(?:nhiệm\s+vụ|phương\s+hướng|công\s+việc|công\s+tác|kế\s+hoạch|chương\s+trình)/iu;
const AHEAD = /tới|tiếp\s+theo|sau|trọng\s+tâm|phương\s+hướng|công\s+việc/iu;
const DONE = /kết\s+quả|thực\s+hiện|tình\s+hình/iu;
/** A line that heads a part where no headings are marked: "III. …", "2. …". */
const HEADS = /^\s*(?:[IVX]+|\p{Lu})[.)]\s/u;
const MOST = 100;
const SMALL = new Set(
  "và của các cho để với từ đến trên tại theo về có là được những trong này tiếp tục đẩy mạnh tăng cường thực hiện triển khai".split(" "),
);

/** Tasks that the earlier report planned and of which the later one says nothing in like words. */
export function unmentionedTasks(tying: Tying): Sign[] {
  const { before, now, periods } = tying.pairing;
  if (periods.standing !== "previous" && periods.standing !== "untold") return [];
  const said = now.passages
    .filter(({ kind }) => kind !== "heading")
    .map((passage) => ({ pairs: passage.shingles, words: contentOf(passage) }));
  return tasksIn(before.passages).flatMap((task): Sign[] => {
    const pairs = shinglesOf([...contentOf(task)]);
    const words = contentOf(task);
    const spoken = said.some(
      (other) =>
        containedIn(words, other.words) >= 0.6 ||
        containedIn(task.shingles, other.pairs) >= 0.4 ||
        (pairs.size > 0 && containedIn(pairs, other.pairs) >= 0.5),
    );
    return spoken ? [] : [{ kind: "task-unmentioned", task: shortened(task.text), place: tying.placeOf(task.start) }];
  });
}

/** The items below a heading that names what is planned, up to the next heading. */
function tasksIn(passages: readonly Passage[]): Passage[] {
  const tasks: Passage[] = [];
  let open = false;
  for (const passage of passages) {
    const heads = passage.kind === "heading" || (passage.text.length < 160 && HEADS.test(passage.text));
    if (heads) open = PLANS.test(passage.text) && AHEAD.test(passage.text) && !DONE.test(passage.text.split(/[,;]/)[0] ?? "");
    else if (open && passage.kind !== "row" && passage.words.length >= 5 && tasks.length < MOST) tasks.push(passage);
  }
  return tasks;
}

const contentOf = ({ words }: Passage): ReadonlySet<string> => new Set(words.filter((word) => word.length > 1 && !SMALL.has(word)));

function shortened(text: string): string {
  const said = text
    .replace(/\s+/g, " ")
    .replace(/^(?:[-+*•]|\d{1,2}[.)]|\p{L}[.)])\s+/u, "")
    .trim();
  return said.length <= 120 ? said : `${said.slice(0, 118).replace(/\s\S*$/, "")} …`;
}
