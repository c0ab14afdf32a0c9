import { type ReactNode, useMemo, useState } from "react";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { KeysDialog } from "../parts/keys-dialog.tsx";
import "../style/office.css";
import { BookBar } from "./book-bar.tsx";
import { regimeOf } from "./facts.ts";
import type { Desk } from "./grid.tsx";
import { Sheets } from "./sheets.tsx";
import { Taken } from "./taken.tsx";
import type { BookState } from "./use-book.ts";
import type { Answered, Book } from "./view.ts";
import { words as all } from "./words.ts";

const nothingNoted: ReadonlyMap<string, ReactNode> = new Map();

/** What a book that is a server's shows besides. */
export interface Connection {
  /** How it stands to the server, in the place of where it is kept. */
  readonly stands: ReactNode;
  readonly acts: ReactNode;
  readonly side: ReactNode;
  /** What is told below cells, by their keys. */
  readonly noted: ReadonlyMap<string, ReactNode>;
  /** Which figures are shown and not entered here. */
  readonly fixed: Desk["fixed"];
}

/** A book in hand: what it is of, its grids, and what can be done with the whole of it. */
export function OpenBook({
  state,
  book,
  onLeave,
  connection,
}: {
  readonly state: BookState;
  readonly book: Book;
  /** Lets go of the book; one that the server keeps is not let go. */
  readonly onLeave?: () => void;
  readonly connection?: Connection;
}) {
  const words = useWords(all);
  const { saved } = state;
  const regime = useMemo(() => regimeOf({ regime: book.regime }), [book.regime]);
  const [dialog, setDialog] = useState<"keys" | "leave" | null>(null);
  const [taken, setTaken] = useState<Answered["take"] | null>(null);
  const time = saved instanceof Date ? saved.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : "";
  const stands = (
    <>
      {(connection === undefined || saved === "failed") && (
        <span className="private">
          <Icon name={saved === "failed" ? "warning" : "done"} size={16} />
          {saved === "failed" ? words.notSaved : saved === null ? words.saving : words.saved(time)}
        </span>
      )}
      {connection?.stands}
    </>
  );
  return (
    <>
      <BookBar state={state} book={book} regime={regime} mayLeave={onLeave !== undefined} onTaken={setTaken} onDialog={setDialog}>
        {connection?.acts}
      </BookBar>
      <Sheets
        regime={regime}
        book={book}
        state={state}
        fixed={connection?.fixed ?? "none"}
        noted={connection === undefined || connection.noted.size === 0 ? nothingNoted : connection.noted}
        isOff={dialog !== null}
        onKeys={() => setDialog("keys")}
        stands={stands}
        side={connection?.side}
      >
        {taken !== null && <Taken taken={taken} onClose={() => setTaken(null)} />}
      </Sheets>
      {dialog === "keys" && <KeysDialog words={words} onClose={() => setDialog(null)} />}
      {dialog === "leave" && (
        <Dialog title={words.other} onClose={() => setDialog(null)}>
          <p>{words.otherSure}</p>
          <div className="acts">
            <Button looks={["primary"]} onClick={onLeave}>
              {words.yes}
            </Button>
            <Button onClick={() => setDialog(null)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
