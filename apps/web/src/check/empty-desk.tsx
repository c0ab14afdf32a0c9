import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { words as all } from "./words.ts";

interface EmptyProps {
  readonly onChoose: () => void;
  readonly onPaste: () => void;
  readonly onSample: () => void;
}

/** What stands on the page before there is a report: one place to drop it, and what else may be done. */
export function EmptyDesk({ onChoose, onPaste, onSample }: EmptyProps) {
  const words = useWords(all);
  return (
    <div className="drop">
      <span className="picture">
        <Icon name="file" size={44} />
      </span>
      <h1>{words.dropHere}</h1>
      <p>{words.dropAbout}</p>
      <div className="acts">
        <Button looks={["primary"]} onClick={onChoose}>
          {words.choose}
        </Button>
        <Button onClick={onPaste}>{words.paste}</Button>
        <Button looks={["plain"]} onClick={onSample}>
          {words.sample}
        </Button>
      </div>
      <Private />
    </div>
  );
}

/** The promise of the page, and it is true: its policy forbids it to send or fetch anything. */
export function Private() {
  const words = useWords(all);
  return (
    <span className="private">
      <Icon name="lock" size={16} />
      {words.private}
    </span>
  );
}
