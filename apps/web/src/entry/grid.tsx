import { Fragment, memo, type ReactNode } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Sign } from "../parts/sign.tsx";
import type { GridRow, GridTable, Place } from "./layout.ts";
import type { Draft } from "./use-working.ts";
import type { Cells, RuleSaid, Said, Worked } from "./view.ts";
import { words as all } from "./words.ts";

interface GridProps {
  readonly table: GridTable;
  readonly title: string;
  /** The form has more tables than this. */
  readonly several: boolean;
  readonly cells: Cells;
  readonly draft: Draft | null;
  readonly worked: Worked | null;
  /** The key of a place in this period, and that of the one before. */
  readonly keyNow: (place: Place) => string;
  readonly keyBefore: (place: Place) => string;
  readonly now: string;
  readonly before: string;
  /** What is said at a cell, by its key: what does not fit is told once. */
  readonly rulesAt: ReadonlyMap<string, RuleSaid>;
  /** What else is told below a cell, by its key. */
  readonly noted: ReadonlyMap<string, ReactNode>;
  /** Whether a figure is shown and not entered here. */
  readonly isFixed: (place: Place) => boolean;
  readonly onType: (draft: Draft | null) => void;
  readonly onEnter: (changes: Readonly<Record<string, string>>) => void;
}

/** A table to fill in: this period strong, the one before quiet beside it, what is worked out sunken. */
export function Grid(props: GridProps) {
  const { table, title, now, before } = props;
  const words = useWords(all);
  const single = table.columns.length === 0;
  const named = props.several ? words.table(title, table.id.split("-").at(-1) ?? "") : title;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reached by the keyboard
    <section className="frame" aria-label={named} tabIndex={0}>
      <table className={single ? "grid single" : "grid"}>
        <thead>
          <tr>
            <th scope="col">{single ? words.indicator : words.level}</th>
            {(single ? [""] : table.columns).map((column) => (
              <Fragment key={column}>
                <th scope="col" className="own">
                  {column} <small>{now}</small>
                </th>
                <th scope="col" className="before">
                  <span className="unseen">{column}</span>
                  <small>{before}</small>
                </th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <Line key={`${i}`} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row, ...props }: GridProps & { readonly row: GridRow }) {
  const { table, keyNow, rulesAt, worked, noted } = props;
  const words = useWords(all);
  const title = row.is === "total" ? words.total : row.title;
  const keys = row.places.flatMap((place) => (place === null ? [] : [keyNow(place)]));
  return (
    <>
      <tr className={row.is}>
        <th scope="row">
          {title}
          {row.unit !== "" && <small>{row.unit}</small>}
        </th>
        {row.places.map((place, i) => (
          <Pair key={`${i}`} {...props} place={place} named={words.cell(title, table.columns[i] ?? "")} column={`${table.id}:${i}`} />
        ))}
      </tr>
      {keys.map((key) => {
        const fault = worked?.faults[key];
        const rule = rulesAt.get(key);
        if (fault === undefined && rule === undefined && !noted.has(key)) return null;
        return (
          <tr key={key} className="say">
            <td colSpan={1 + row.places.length * 2}>
              {noted.get(key)}
              {fault === undefined ? rule !== undefined && <RuleTold rule={rule} onEnter={props.onEnter} /> : <Told grave said={fault} />}
            </td>
          </tr>
        );
      })}
    </>
  );
}

function Told({ said, grave, children }: { readonly said: Said; readonly grave: boolean; readonly children?: ReactNode }) {
  const { language } = useLanguage();
  return (
    <div className={grave ? "tip grave" : "tip"}>
      <Sign mark={grave ? "misfit" : "unsure"} />
      <p>{said[language]}</p>
      {children}
    </div>
  );
}

function RuleTold({ rule, onEnter }: { readonly rule: RuleSaid; readonly onEnter: GridProps["onEnter"] }) {
  const words = useWords(all);
  const { likely } = rule;
  return (
    <Told said={rule.message} grave={rule.grave}>
      {likely !== undefined && (
        <Button looks={["primary", "small"]} onClick={() => onEnter({ [likely.key]: likely.text })}>
          {words.accept(likely.text)}
        </Button>
      )}
    </Told>
  );
}

interface PairProps extends GridProps {
  readonly place: Place | null;
  readonly named: string;
  readonly column: string;
}

function Pair({ place, named, column, table, cells, draft, worked, keyNow, keyBefore, rulesAt, isFixed, onType, onEnter }: PairProps) {
  const words = useWords(all);
  if (place === null)
    return (
      <>
        <td className="none">{words.none}</td>
        <td className="before" />
      </>
    );
  const key = keyNow(place);
  const earlier = worked?.figures[keyBefore(place)] ?? cells[keyBefore(place)]?.text ?? "";
  const broken = worked?.faults[key] !== undefined || rulesAt.has(key);
  if (place.is === "computed") {
    const figure = worked?.figures[key];
    const parts = table.rows.flatMap(({ places }) => places[Number(column.split(":")[1])] ?? []);
    const lacks = parts.some((part) => part.is === "entry" && cells[keyNow(part)] === undefined && draft?.key !== keyNow(part));
    return (
      <>
        <td className="computed">
          {broken && <b className="flag">≠ </b>}
          {figure ?? <span className="none">{lacks ? words.partMissing : words.untold}</span>}
        </td>
        <td className="before computed">{earlier}</td>
      </>
    );
  }
  const text = draft?.key === key ? draft.text : (cells[key]?.text ?? "");
  if (isFixed(place)) {
    return (
      <>
        <td className="computed">{text === "" ? <span className="none">{words.missing}</span> : text}</td>
        <td className="before">{earlier}</td>
      </>
    );
  }
  return (
    <Typing
      cellKey={key}
      column={column}
      named={named}
      text={text}
      earlier={earlier}
      broken={broken}
      isDraft={draft?.key === key}
      onType={onType}
      onEnter={onEnter}
    />
  );
}

interface TypingProps extends Pick<GridProps, "onType" | "onEnter"> {
  readonly cellKey: string;
  readonly column: string;
  readonly named: string;
  readonly text: string;
  readonly earlier: string;
  readonly broken: boolean;
  readonly isDraft: boolean;
}

/** A cell to type into. Of hundreds, only those that changed are drawn again as one is typed into. */
const Typing = memo(function Typing({ cellKey, column, named, text, earlier, broken, isDraft, onType, onEnter }: TypingProps) {
  const words = useWords(all);
  return (
    <>
      <td className={["in", broken && "bad", text === "" && "wait"].filter(Boolean).join(" ")}>
        <input
          aria-label={named}
          aria-invalid={broken}
          data-key={cellKey}
          data-column={column}
          inputMode="decimal"
          autoComplete="off"
          placeholder={words.missing}
          value={text}
          onChange={({ currentTarget }) => onType({ key: cellKey, text: currentTarget.value })}
          onBlur={() => isDraft && onEnter({ [cellKey]: text })}
        />
      </td>
      <td className="before">{earlier}</td>
    </>
  );
});
