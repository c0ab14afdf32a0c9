import type { Explanation } from "@khop/writer/shown";
import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { counted, useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { Acts } from "./acts.tsx";
import { withAccepted, without, withWaived } from "./decisions.ts";
import { WaiveDialog } from "./dialogs.tsx";
import { Private } from "./empty-desk.tsx";
import { FigureStates, FigureStatesContext } from "./figure-states.ts";
import { FindingsList, severities } from "./findings-list.tsx";
import { Lines } from "./lines.tsx";
import { neighbour } from "./neighbours.ts";
import { Note } from "./note.tsx";
import { Paper } from "./paper.tsx";
import type { DeskState } from "./use-desk.ts";
import type { FindingView, PaperView, Product, Severity } from "./view.ts";
import { words as all } from "./words.ts";

interface OpenProps {
  readonly paper: PaperView;
  readonly desk: DeskState;
  readonly onAnother: () => void;
  readonly onKeys: () => void;
  /** A dialog of the page is open, so keys are not the report's. */
  readonly busy: boolean;
}

/** How far above the chosen figure its note begins. */
const lift = 64;

const figureOn = (id: string): HTMLElement | null => document.querySelector(`.paper [data-figure="${CSS.escape(id)}"]`);

/** A report on the desk: the paper, the note of the figure that is chosen, the findings. */
export function OpenReport({ paper, desk, onAnother, onKeys, busy }: OpenProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { found, history, explain } = desk;
  const [figure, setFigure] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(paper.figures[0] ?? null);
  const [finding, setFinding] = useState<string | null>(null);
  const [explanation, setExplanation] = useState<{ readonly of: string; readonly is: Explanation } | null>(null);
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(severities));
  const [waiving, setWaiving] = useState<FindingView | null>(null);
  const [sheet, setSheet] = useState(false);
  const [said, setSaid] = useState("");
  const [top, setTop] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLElement>(null);

  const byId = useMemo(() => new Map((found?.findings ?? []).map((one) => [one.id, one])), [found]);
  const listed = useMemo(
    () => (found?.findings ?? []).filter(({ waived, severity }) => waived !== undefined || shown.has(severity)),
    [found, shown],
  );
  const partners = useMemo(() => {
    const sums = explanation?.of === figure ? explanation?.is.sums : undefined;
    return new Set((sums ?? []).flatMap(({ lines }) => lines.flatMap((line) => line.figure ?? [])));
  }, [explanation, figure]);

  const [states] = useState(() => {
    const first = new FigureStates();
    first.show({ found, figure, partners, stop });
    return first;
  });
  useLayoutEffect(() => states.show({ found, figure, partners, stop }), [states, found, figure, partners, stop]);

  useEffect(() => {
    const open = (found?.findings ?? []).filter(({ waived }) => waived === undefined).length;
    if (found !== null) setSaid(words.said.found(counted(paper.figures.length, language), counted(open, language)));
  }, [found, paper, words, language]);

  // What is said of a figure changes with what was found.
  useEffect(() => {
    if (figure === null) return setExplanation(null);
    let current = true;
    explain(figure)
      .then((is) => current && setExplanation({ of: figure, is }))
      .catch(() => current && setExplanation(null));
    return () => {
      current = false;
    };
  }, [figure, found, explain]);

  // The note stands beside its figure, and never below the end of the paper.
  useLayoutEffect(() => {
    // Nothing is measured before it has to be: to be asked where things are, the browser lays the whole paper out.
    if (figure === null || explanation === null) return;
    const [one, home] = [figureOn(figure), table.current?.getBoundingClientRect()];
    if (one === null || home === undefined) return;
    const most = home.height - (note.current?.offsetHeight ?? 0);
    setTop(Math.max(0, Math.min(one.getBoundingClientRect().top - home.top - lift, most)));
  }, [figure, explanation]);

  const goTo = (id: string, options: { readonly focus?: boolean } = {}): void => {
    setFigure(id);
    setStop(id);
    setSheet(false);
    const one = figureOn(id);
    if (options.focus !== false) one?.focus({ preventScroll: true });
    one?.scrollIntoView({ block: "nearest" });
  };
  const goToFinding = (one: FindingView): void => {
    setFinding(one.id);
    const [first] = one.figures;
    if (first === undefined) document.querySelector<HTMLElement>(`[data-finding="${one.id}"]`)?.focus();
    else goTo(first);
  };
  const step = (by: number): void => {
    if (listed.length === 0) return;
    const at = listed.findIndex(({ id }) => id === finding);
    const next = listed[(at < 0 ? (by > 0 ? 0 : -1) : at + by + listed.length) % listed.length] ?? listed.at(-1);
    if (next !== undefined) goToFinding(next);
  };
  const close = (): void => {
    const one = figure === null ? null : figureOn(figure);
    setFigure(null);
    one?.focus();
  };
  const accept = ({ likely }: FindingView): void => {
    if (likely === undefined) return;
    desk.decide(withAccepted(history.now, likely.figure, likely.value));
    setSaid(words.said.accepted(likely.text));
    goTo(likely.figure);
  };
  const waive = (one: FindingView, reason: string): void => {
    setWaiving(null);
    desk.decide(withWaived(history.now, one.id, reason.trim()));
    setSaid(words.said.waived);
  };
  const produce = async (product: Product): Promise<void> => {
    const name = await desk.produce(product);
    if (name !== null) setSaid(words.said.downloaded(name));
  };

  const undo = (): void => {
    if (history.past.length === 0) return;
    desk.undo();
    setSaid(words.said.undone);
  };
  const redo = (): void => {
    if (history.future.length === 0) return;
    desk.redo();
    setSaid(words.said.redone);
  };

  /** The finding that A and W are about: that of the chosen figure, else the one in hand. */
  const inHand = (): FindingView | undefined => {
    const open = (explanation?.of === figure ? (explanation?.is.told ?? []) : []).flatMap(({ finding: id }) => byId.get(id) ?? []);
    const own = open.filter(({ waived }) => waived === undefined);
    return own.find(({ likely }) => likely?.figure === figure) ?? own[0];
  };

  const keyed = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (busy || waiving !== null || target.closest("input, textarea, dialog") !== null || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const on = target.closest<HTMLElement>(".paper a.figure");
    const does = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    if (event.ctrlKey || event.metaKey) {
      if (key === "z" && !event.shiftKey) does(undo);
      else if (key === "y" || key === "z") does(redo);
      return;
    }
    const next = on === null ? undefined : neighbour(on, event.key);
    if (next !== undefined) does(() => goTo(next.dataset.figure ?? ""));
    else if (on !== null && key === "Enter")
      does(() => {
        goTo(on.dataset.figure ?? "");
        window.requestAnimationFrame(() =>
          (note.current?.querySelector<HTMLElement>(".acts button, .sum button") ?? note.current)?.focus(),
        );
      });
    else if (key === "Escape" && sheet) does(() => setSheet(false));
    else if (key === "Escape" && figure !== null) does(close);
    else if (key === "n") does(() => step(1));
    else if (key === "p") does(() => step(-1));
    else if (key === "a") {
      const one = inHand();
      if (one?.likely !== undefined) does(() => accept(one));
    } else if (key === "w") {
      const one = inHand();
      if (one !== undefined) does(() => setWaiving(one));
    }
  };
  const latest = useRef(keyed);
  latest.current = keyed;
  useEffect(() => {
    const take = (event: KeyboardEvent): void => latest.current(event);
    document.addEventListener("keydown", take);
    return () => document.removeEventListener("keydown", take);
  }, []);

  const isShown = figure !== null && explanation?.of === figure;
  const open = [...byId.values()].filter(({ waived }) => waived === undefined).length;
  return (
    <>
      <div className="fileline">
        <h1>{paper.name}</h1>
        <Private />
        <Acts paper={paper} desk={desk} onAnother={onAnother} onKeys={onKeys} onProduce={(product) => void produce(product)} />
      </div>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
      <div className="room">
        <div className="work">
          {desk.trouble !== null && (
            <Notice tone="error" title={`${desk.trouble.what[language]}.`}>
              <span>{desk.trouble.how[language]}</span>
            </Notice>
          )}
          {paper.remarks.length > 0 && (
            <ul className="remarks">
              {paper.remarks.map((remark) => (
                <li key={remark.en}>{remark[language]}</li>
              ))}
            </ul>
          )}
          {/* biome-ignore lint/a11y: figures are links with keys of their own; this only gathers their clicks */}
          <div
            className={isShown ? "desk busy" : "desk"}
            ref={table}
            onClick={(event) => {
              const link = (event.target as Element).closest<HTMLElement>(".paper a.figure");
              if (link === null) return;
              event.preventDefault();
              goTo(link.dataset.figure ?? "", { focus: false });
            }}
          >
            <FigureStatesContext value={states}>
              <Paper paper={paper} />
            </FigureStatesContext>
            <div className="margin" style={{ "--top": `${top}px` } as CSSProperties}>
              {isShown && explanation !== null ? (
                <Note
                  ref={note}
                  figure={figure}
                  explanation={explanation.is}
                  findings={byId}
                  repairedFrom={
                    found?.repaired[figure] === undefined ? undefined : (figureOn(figure)?.querySelector("del")?.textContent ?? undefined)
                  }
                  onAccept={accept}
                  onWaive={setWaiving}
                  onTakeBack={(id) => desk.decide(without(history.now, id))}
                  onGo={(id) => goTo(id)}
                  onClose={close}
                />
              ) : (
                <p className="hint on-screen">{paper.figures.length === 0 ? words.noFigures : words.pick}</p>
              )}
            </div>
            {isShown && <Lines desk={table} of={`${figure} ${top} ${language} ${explanation?.is.sums.length}`} />}
          </div>
        </div>
        <aside className={sheet ? "side open" : "side"} aria-labelledby="findings-title" id="findings">
          <button type="button" className="close" aria-label={words.close} onClick={() => setSheet(false)}>
            <Icon name="close" size={16} />
          </button>
          {found !== null && (
            <>
              <FindingsList
                found={found}
                count={paper.figures.length}
                shown={shown}
                onFilter={(severity) => setShown((before) => toggled(before, severity))}
                here={finding}
                onGo={goToFinding}
              />
              {found.previous !== undefined && (
                <p className="quiet">
                  {words.against(found.previous.name, counted(found.previous.paired, language))}.{" "}
                  {found.previous.doubtful && words.doubtful}
                </p>
              )}
              {found.previous === undefined && found.waiting > 0 && (
                <p className="quiet">{words.waiting(counted(found.waiting, language))}</p>
              )}
            </>
          )}
        </aside>
      </div>
      <div className="pull on-screen">
        <Button looks={["primary"]} aria-expanded={sheet} aria-controls="findings" onClick={() => setSheet(!sheet)}>
          {words.findings} ({counted(open, language)})
        </Button>
      </div>
      {waiving !== null && <WaiveDialog onClose={() => setWaiving(null)} onDone={(reason) => waive(waiving, reason)} />}
    </>
  );
}

function toggled(of: ReadonlySet<Severity>, one: Severity): Set<Severity> {
  const next = new Set(of);
  if (!next.delete(one)) next.add(one);
  return next;
}
