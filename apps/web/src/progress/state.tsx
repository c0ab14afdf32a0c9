import type { Submission } from "../api/collecting.ts";
import { useWords } from "../language.tsx";
import { words as all } from "./words.ts";

const shapes: Readonly<Record<string, string>> = { draft: "◌", submitted: "→", returned: "↩", approved: "✓", locked: "■" };

/** How a submission stands: a word, a shape and a colour. */
export function State({ state }: Pick<Submission, "state">) {
  const words = useWords(all);
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{shapes[state]}</span> {words.states[state]}
    </span>
  );
}
