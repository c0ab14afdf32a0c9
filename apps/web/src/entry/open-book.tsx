import { period, periodName, previous } from "@khop/core";
import { type ClipboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { counted, useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { KeysDialog } from "../parts/keys-dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sign } from "../parts/sign.tsx";
import "../style/check.css";
import "../style/entry.css";
import "../style/office.css";
import { regimeOf } from "./facts.ts";
import { Grid } from "./grid.tsx";
import { gridsOf, type Place } from "./layout.ts";
import { along, blockIn, inputsIn, placed } from "./moves.ts";
import type { BookState } from "./use-book.ts";
import { type Answered, type Book, keyOf, type RuleSaid } from "./view.ts";
import { words as all } from "./words.ts";

const nothingNoted: ReadonlyMap<string, ReactNode> = new Map();
const everyOneIsEntered = (): boolean => false;

/** What a book that is a server's shows besides. */
export interface Connection {
  /** How it stands to the server, in the place of where it is kept. */
  readonly stands: ReactNode;
  readonly acts: ReactNode;
  readonly side: ReactNode;
  /** What is told below cells, by their keys. */
  readonly noted: ReadonlyMap<string, ReactNode>;
  /** Whether a figure is shown and not entered here. */
  readonly isFixed: (place: Place) => boolean;
}

/** The forms of a regime as grids to fill in. */
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
  const { language } = useLanguage();
  const { worked, draft, saved, history, type, enter } = state;
  const regime = useMemo(() => regimeOf(book), [book]);
  const forms = useMemo(() => gridsOf(regime), [regime]);
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const [dialog, setDialog] = useState<"keys" | "leave" | null>(null);
  const [taken, setTaken] = useState<Answered["take"] | null>(null);
  const [said, setSaid] = useState("");

  const now = period(book.period);
  const before = previous(now);
  const keyNow = (place: Place): string => keyOf(place.yearly ? `${now.year - 1}-A1` : now.id, place.code);
  const keyBefore = (place: Place): string => keyOf(place.yearly ? `${now.year - 2}-A1` : before.id, place.code);
  const places = forms.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.places.filter((one) => one !== null))),
  );
  // What is told once a year is not entered where a server has it.
  const entries = places.filter((place) => place.is === "entry" && !(connection !== undefined && place.yearly)).map(keyNow);
  const shown = new Set(places.map(keyNow));
  const rulesAt = new Map<string, RuleSaid>();
  for (const rule of worked?.rules ?? []) {
    const at = rule.likely?.key ?? rule.keys.find((key) => shown.has(key));
    if (at !== undefined && !rulesAt.has(at)) rulesAt.set(at, rule);
  }
  const faults = Object.keys(worked?.faults ?? {}).filter((key) => shown.has(key));
  const doubtful = [...new Set([...faults, ...rulesAt.keys()])];
  const filled = entries.filter((key) => key in book.cells).length;

  const goTo = (key: string): void => {
    const input = inputsIn(document).find((one) => one.dataset.key === key);
    input?.scrollIntoView({ block: "center" });
    input?.focus();
  };
  const step = (by: number): void => {
    const open = new Set([...doubtful, ...entries.filter((key) => !(key in book.cells))]);
    const order = inputsIn(document).filter((one) => open.has(one.dataset.key ?? ""));
    const at = order.indexOf(document.activeElement as HTMLInputElement);
    const next = order[(at < 0 ? (by > 0 ? 0 : -1) : at + by + order.length) % order.length] ?? order.at(-1);
    next?.scrollIntoView({ block: "center" });
    next?.focus();
  };
  const keyed = (event: KeyboardEvent): void => {
    const does = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    if (dialog !== null) return;
    const input = event.target instanceof HTMLInputElement && event.target.dataset.key !== undefined ? event.target : undefined;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "F1") does(() => setDialog("keys"));
    else if (key === "F8") does(() => step(event.shiftKey ? -1 : 1));
    else if ((event.ctrlKey || event.metaKey) && draft === null) {
      if (key === "z" && !event.shiftKey) does(state.undo);
      else if (key === "y" || key === "z") does(state.redo);
    } else if (input !== undefined) inCell(event, input, key, does);
  };
  const inCell = (event: KeyboardEvent, input: HTMLInputElement, key: string, does: (act: () => void) => void): void => {
    const own = input.dataset.key ?? "";
    if (key === "Enter" && event.altKey) {
      const likely = rulesAt.get(own)?.likely;
      if (likely !== undefined) does(() => enter({ [likely.key]: likely.text }));
    } else if (key === "Escape") does(() => type(null));
    else if (key === "Enter" || key === "ArrowDown" || key === "ArrowUp") {
      does(() => {
        if (draft?.key === own) enter({ [own]: draft.text });
        const next = along(input, key !== "ArrowUp");
        next?.focus();
        next?.select();
      });
    }
  };
  const pasted = (event: ClipboardEvent): void => {
    const input = event.target instanceof HTMLInputElement && event.target.dataset.key !== undefined ? event.target : undefined;
    const block = blockIn(event.clipboardData.getData("text/plain"));
    if (input === undefined || block === undefined) return;
    event.preventDefault();
    const changes = placed(input, block);
    enter(changes);
    setSaid(words.pasted(counted(Object.keys(changes).length, language)));
  };
  const latest = useRef(keyed);
  latest.current = keyed;
  useEffect(() => {
    const take = (event: KeyboardEvent): void => latest.current(event);
    document.addEventListener("keydown", take);
    return () => document.removeEventListener("keydown", take);
  }, []);
  const chosen = (act: () => void) => () => {
    if (menu.current !== null) menu.current.open = false;
    act();
  };
  const time = saved instanceof Date ? saved.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : "";

  return (
    <div onPaste={pasted}>
      <div className="fileline">
        <div>
          <h1>{regime.name[language]}</h1>
          <p className="quiet small">
            {book.orgUnit} · {periodName(now)}
          </p>
        </div>
        <div className="acts on-screen">
          <Button
            looks={["plain"]}
            aria-label={words.undo}
            title={`${words.undo} (Ctrl Z)`}
            disabled={!history?.past.length}
            onClick={state.undo}
          >
            <Icon name="undo" />
          </Button>
          <Button
            looks={["plain"]}
            aria-label={words.redo}
            title={`${words.redo} (Ctrl Y)`}
            disabled={!history?.future.length}
            onClick={state.redo}
          >
            <Icon name="redo" />
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".csv,.tsv,.xlsx,.xlsm"
            hidden
            aria-label={words.take}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void state.take(file).then(setTaken);
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
              <button type="button" onClick={chosen(() => setDialog("keys"))}>
                {words.keys}
              </button>
              {onLeave !== undefined && (
                <button type="button" onClick={chosen(() => setDialog("leave"))}>
                  {words.other}
                </button>
              )}
            </div>
          </details>
          {connection?.acts}
        </div>
      </div>
      <div className="strip" aria-live="polite">
        {(connection === undefined || saved === "failed") && (
          <span className="private">
            <Icon name={saved === "failed" ? "warning" : "done"} size={16} />
            {saved === "failed" ? words.notSaved : saved === null ? words.saving : words.saved(time)}
          </span>
        )}
        {connection?.stands}
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
          {taken !== null && (
            <div className="taken">
              <Notice tone={taken.issues.length > 0 ? "error" : "calm"} title={words.taken(counted(taken.taken, language))}>
                {taken.issues.length > 0 && (
                  <>
                    <span>{words.issues}:</span>
                    <ul>
                      {taken.issues.map((issue) => (
                        <li key={`${issue.place} ${issue.en}`}>
                          {issue.place}: {issue[language]}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                <div className="acts">
                  <Button looks={["small"]} onClick={() => setTaken(null)}>
                    {words.close}
                  </Button>
                </div>
              </Notice>
            </div>
          )}
          {forms.map((form, i) => (
            <section key={form.id} className="block" id={`form-${form.id}`}>
              <h2>
                {i + 1}. {form.title[language]}
              </h2>
              {form.tables.map((table) => (
                <Grid
                  key={table.id}
                  table={table}
                  title={form.title[language]}
                  several={form.tables.length > 1}
                  cells={book.cells}
                  draft={draft}
                  worked={worked}
                  keyNow={keyNow}
                  keyBefore={keyBefore}
                  now={periodName(now)}
                  before={periodName(before)}
                  rulesAt={rulesAt}
                  noted={connection?.noted ?? nothingNoted}
                  isFixed={connection?.isFixed ?? everyOneIsEntered}
                  onType={type}
                  onEnter={enter}
                />
              ))}
            </section>
          ))}
        </div>
        <aside className="side rail" aria-label={words.todo}>
          {connection?.side}
          <h2>{words.todo}</h2>
          {doubtful.length === 0 && <p className="quiet">{words.nothingToDo}</p>}
          <ul>
            {doubtful.map((key) => {
              const message = worked?.faults[key]?.[language] ?? rulesAt.get(key)?.message[language] ?? "";
              return (
                <li key={key} className="finding">
                  <Sign mark="misfit" />
                  <div>
                    <button type="button" onClick={() => goTo(key)}>
                      {message}
                    </button>
                  </div>
                </li>
              );
            })}
          </ul>
          <h2>{words.forms}</h2>
          <ul className="forms">
            {forms.map((form, i) => (
              <li key={form.id}>
                <a href={`#form-${form.id}`}>
                  {i + 1}. {form.title[language]}
                </a>
              </li>
            ))}
          </ul>
        </aside>
      </div>
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
    </div>
  );
}
