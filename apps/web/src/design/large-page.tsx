import { parseReportRegime } from "@khop/catalog/report";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Sheets } from "../entry/sheets.tsx";
import { useWorking } from "../entry/use-working.ts";
import type { Book } from "../entry/view.ts";
import { type History, historyOf } from "../history.ts";
import { useWords } from "../language.tsx";
import { largeBook, largeForm } from "./large-form.ts";
import { words as all } from "./words.ts";

const regime = parseReportRegime(largeForm);
const nothing: ReadonlyMap<string, ReactNode> = new Map();

/** A form of five thousand cells, to see how a large table behaves; nothing of it is kept. */
export function LargePage() {
  const words = useWords(all);
  const [history, setHistory] = useState(() => historyOf(largeBook()));
  const change = useCallback((by: (before: History<Book>) => History<Book>) => setHistory(by), []);
  const state = useWorking(history.now, change, largeForm);
  useEffect(() => {
    document.title = `${words.large} · Khớp`;
  }, [words]);
  return (
    <main id="content" className="check">
      <div className="fileline">
        <h1>{words.large}</h1>
      </div>
      <Sheets
        regime={regime}
        book={history.now}
        state={state}
        fixed="none"
        noted={nothing}
        isOff={false}
        onKeys={() => {}}
        stands={<span>{words.largeAbout}</span>}
        side={null}
      />
    </main>
  );
}
