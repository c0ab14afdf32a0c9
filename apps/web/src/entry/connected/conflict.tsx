import { useLanguage, useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import { Sign } from "../../parts/sign.tsx";
import { momentIn } from "../../time.ts";
import type { Conflict } from "./ledger.ts";
import { words as all } from "./words.ts";

/** A cell that two changed: both values, who and when, and the choice between them. */
export function ConflictTold({
  conflict,
  onDecide,
}: {
  readonly conflict: Conflict;
  readonly onDecide: (whose: "mine" | "theirs") => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { mine, theirs } = conflict;
  return (
    <div className="tip grave conflict" role="alert">
      <Sign mark="misfit" />
      <p>{words.conflict(mine, theirs.text, theirs.by ?? "?", theirs.at === undefined ? "?" : momentIn(theirs.at, language))}</p>
      <div className="acts">
        <Button looks={["small"]} onClick={() => onDecide("theirs")}>
          {words.takeTheirs(theirs.text)}
        </Button>
        <Button looks={["small"]} onClick={() => onDecide("mine")}>
          {words.keepMine(mine)}
        </Button>
      </div>
    </div>
  );
}
