import type { ReportRegime } from "@khop/catalog/report";
import { period, periodName } from "@khop/core";
import { type ReactNode, useRef } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { UndoRedo } from "../parts/undo-redo.tsx";
import type { BookState } from "./use-book.ts";
import type { Answered, Book } from "./view.ts";
import { words as all } from "./words.ts";

interface BookBarProps {
  readonly state: BookState;
  readonly book: Book;
  readonly regime: ReportRegime;
  readonly mayLeave: boolean;
  readonly onTaken: (taken: Answered["take"]) => void;
  readonly onDialog: (dialog: "keys" | "leave") => void;
  readonly children: ReactNode;
}

/** What a book is of, and what can be done with the whole of it. */
export function BookBar({ state, book, regime, mayLeave, onTaken, onDialog, children }: BookBarProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { history } = state;
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const chosen = (act: () => void) => () => {
    if (menu.current !== null) menu.current.open = false;
    act();
  };
  return (
    <div className="fileline">
      <div>
        <h1>{regime.name[language]}</h1>
        <p className="quiet small">
          {book.orgUnit} · {periodName(period(book.period))}
        </p>
      </div>
      <div className="acts on-screen">
        <UndoRedo history={history} onUndo={state.undo} onRedo={state.redo} />
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.xlsx,.xlsm"
          hidden
          aria-label={words.take}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void state.take(file).then(onTaken);
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => chooser.current?.click()}>{words.take}</Button>
        <details className="menu" ref={menu}>
          <summary className="button">
            {words.give}
            <Icon name="down" size={14} />
          </summary>
          <div>
            <button type="button" onClick={chosen(() => void state.give("csv"))}>
              {words.csv}
              <small>{words.csvAbout}</small>
            </button>
            <button type="button" onClick={chosen(() => void state.give("xlsx"))}>
              {words.xlsx}
              <small>{words.xlsxAbout}</small>
            </button>
            <button type="button" onClick={chosen(() => onDialog("keys"))}>
              {words.keys}
            </button>
            {mayLeave && (
              <button type="button" onClick={chosen(() => onDialog("leave"))}>
                {words.other}
              </button>
            )}
          </div>
        </details>
        {children}
      </div>
    </div>
  );
}
