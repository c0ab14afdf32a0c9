import type { ReportRegime } from "@khop/catalog/report";
import { period, periodName, previous } from "@khop/core";
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { counted, useLanguage, useWords } from "../language.tsx";
import { Sign } from "../parts/sign.tsx";
import "../style/check.css";
import "../style/entry.css";
import { useMedia } from "../use-media.ts";
import { type Desk, Grid } from "./grid.tsx";
import { gridsOf, hasOneRowAtATime, narrowed, type Place } from "./layout.ts";
import { Spots } from "./moves.ts";
import { Rail } from "./rail.tsx";
import type { Told } from "./sheet.ts";
import { useMoves } from "./use-moves.ts";
import type { Working } from "./use-working.ts";
import { type Book, keyOf, type RuleSaid } from "./view.ts";
import { words as all } from "./words.ts";

interface SheetsProps {
  readonly regime: ReportRegime;
  readonly book: Book;
  readonly state: Pick<Working, "sheet" | "worked" | "type" | "enter" | "undo" | "redo">;
  /** Which figures are shown and not entered here. */
  readonly fixed: Desk["fixed"];
  /** What is told below cells, by their keys. */
  readonly noted: ReadonlyMap<string, ReactNode>;
  /** Nothing moves while a dialog is open. */
  readonly isOff: boolean;
  readonly onKeys: () => void;
  /** How the book stands, above the grids. */
  readonly stands: ReactNode;
  readonly side: ReactNode;
  /** What stands before the first grid. */
  readonly children?: ReactNode;
}

/** The forms of a regime as grids to fill in, what does not fit beside them, and the keyboard over all. */
export function Sheets({ regime, book, state, fixed, noted, isOff, onKeys, stands, side, children }: SheetsProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { worked, sheet, type, enter } = state;
  const forms = useMemo(() => gridsOf(regime), [regime]);
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const isNarrow = useMedia("(max-width: 480px)");
  // Which row stands on a narrow page, by what the rows go over.
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const choose = useCallback((down: string, row: number) => setChosen((before) => ({ ...before, [down]: row })), []);

  const desk = useMemo((): Desk => {
    const now = period(book.period);
    const before = previous(now);
    return {
      sheet,
      keyNow: (place) => keyOf(place.yearly ? `${now.year - 1}-A1` : now.id, place.code),
      keyBefore: (place) => keyOf(place.yearly ? `${now.year - 2}-A1` : before.id, place.code),
      now: periodName(now),
      before: periodName(before),
      fixed,
      onType: type,
      onEnter: enter,
    };
  }, [book.period, sheet, fixed, type, enter]);
  const { keyNow } = desk;

  const tables = useMemo(() => forms.flatMap((form) => form.tables), [forms]);
  const { shown, entries } = useMemo(() => {
    const places = tables.flatMap(({ rows }) => rows.flatMap((row) => row.places.filter((one) => one !== null)));
    // What is told once a year is not entered where a server has it.
    const entered = places.filter((place) => place.is === "entry" && !(fixed !== "none" && place.yearly));
    return { shown: new Set(places.map(keyNow)), entries: entered.map(keyNow) };
  }, [tables, keyNow, fixed]);
  const spots = useMemo(() => {
    const keyAt = (place: Place | null): string | null =>
      place === null || place.is === "computed" || fixed === "all" || (fixed === "yearly" && place.yearly) ? null : keyNow(place);
    const standing = tables.map((table) =>
      isNarrow && hasOneRowAtATime(table) ? narrowed(table, rowOf(table.rows.length, chosen[table.down])) : table,
    );
    return new Spots(standing.map(({ id, rows }) => ({ id, rows: rows.map(({ places }) => places.map(keyAt)) })));
  }, [tables, keyNow, fixed, isNarrow, chosen]);

  const told = useMemo((): Told => {
    const rules = new Map<string, RuleSaid>();
    for (const rule of worked?.rules ?? []) {
      const at = rule.likely?.key ?? rule.keys.find((key) => shown.has(key));
      if (at !== undefined && !rules.has(at)) rules.set(at, rule);
    }
    return { faults: worked?.faults ?? {}, rules };
  }, [worked, shown]);
  useLayoutEffect(() => sheet.tell(told), [sheet, told]);
  const doubtful = useMemo(
    () => [...new Set([...Object.keys(told.faults).filter((key) => shown.has(key)), ...told.rules.keys()])],
    [told, shown],
  );
  const filled = entries.filter((key) => key in book.cells).length;

  const { goTo, onPaste, onReveal } = useMoves({
    root,
    spots,
    sheet,
    isOff,
    toLookAt: () => new Set([...doubtful, ...entries.filter((key) => !(key in book.cells))]),
    onHidden: (key) => {
      for (const { down, rows } of tables) {
        const row = rows.findIndex(({ places }) => places.some((place) => place !== null && keyNow(place) === key));
        if (row >= 0) return choose(down, row);
      }
    },
    onAccept: (key) => {
      const likely = told.rules.get(key)?.likely;
      if (likely !== undefined) enter({ [likely.key]: likely.text });
    },
    onType: type,
    onEnter: enter,
    onPasted: (count) => setSaid(words.pasted(counted(count, language))),
    onUndo: state.undo,
    onRedo: state.redo,
    onKeys,
  });

  return (
    <div onPaste={onPaste} ref={root}>
      <div className="strip" aria-live="polite">
        {stands}
        <span>{words.filled(counted(filled, language), counted(entries.length, language))}</span>
        {doubtful.length > 0 && (
          <span className="private">
            <Sign mark="misfit" /> {words.doubts(counted(doubtful.length, language))}
          </span>
        )}
        <span className="unseen">{said}</span>
      </div>
      <div className="room">
        <div className="work">
          {children}
          {forms.map((form, i) => (
            <section key={form.id} className="block" id={`form-${form.id}`}>
              <h2>
                {i + 1}. {form.title[language]}
              </h2>
              {form.tables.map((table) => (
                <Grid
                  key={table.id}
                  desk={desk}
                  table={table}
                  title={form.title[language]}
                  several={form.tables.length > 1}
                  noted={noted}
                  only={isNarrow && hasOneRowAtATime(table) ? rowOf(table.rows.length, chosen[table.down]) : null}
                  onOnly={choose}
                  onReveal={onReveal}
                />
              ))}
            </section>
          ))}
        </div>
        <Rail forms={forms} doubtful={doubtful} told={told} onGo={goTo}>
          {side}
        </Rail>
      </div>
    </div>
  );
}

/** A row that the table has; the first unless another was chosen. */
const rowOf = (count: number, row = 0): number => (row < count ? row : 0);
