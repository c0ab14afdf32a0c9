import { memo, type ReactNode, useMemo } from "react";
import { useWords } from "../language.tsx";
import type { Desk } from "./grid.tsx";
import { type GridTable, type Place, widthOf } from "./layout.ts";
import { Pair } from "./pair.tsx";
import { useCells } from "./sheet.ts";
import { RuleTold, Told } from "./told.tsx";
import { words as all } from "./words.ts";

interface LineProps {
  readonly desk: Desk;
  readonly table: GridTable;
  readonly at: number;
  readonly noted: ReadonlyMap<string, ReactNode>;
  readonly onFocus: (row: number) => void;
}

/** A row, and below it what is told of its cells. */
export const Line = memo(function Line({ desk, table, at, noted, onFocus }: LineProps) {
  const words = useWords(all);
  const row = table.rows[at];
  if (row === undefined) return null;
  const title = row.is === "total" ? words.total : row.title;
  return (
    <>
      <tr className={row.is} aria-rowindex={at + 2} onFocus={() => onFocus(at)}>
        <th scope="row">
          {title}
          {row.unit !== "" && <small>{row.unit}</small>}
        </th>
        {row.places.map((place, i) => (
          <Pair
            key={`${i}`}
            desk={desk}
            place={place}
            named={words.cell(title, table.columns[i] ?? "")}
            isAlone={table.isNarrow === true && i === 1}
          />
        ))}
      </tr>
      {row.places.map((place, i) => place !== null && <Below key={`${i}`} desk={desk} place={place} noted={noted} span={widthOf(table)} />)}
    </>
  );
});

/** What is told of a cell, in a row below it, so that nothing is covered. */
function Below({
  desk: { sheet, keyNow, onEnter },
  place,
  noted,
  span,
}: {
  readonly desk: Desk;
  readonly place: Place;
  readonly noted: ReadonlyMap<string, ReactNode>;
  readonly span: number;
}) {
  const keys = useMemo(() => [keyNow(place)], [keyNow, place]);
  useCells(sheet, keys);
  const [key = ""] = keys;
  const [fault, rule] = [sheet.fault(key), sheet.rule(key)];
  if (fault === undefined && rule === undefined && !noted.has(key)) return null;
  return (
    <tr className="say">
      <td colSpan={span} id={`said ${key}`.replaceAll(" ", "-")}>
        {noted.get(key)}
        {fault === undefined ? rule !== undefined && <RuleTold rule={rule} onEnter={onEnter} /> : <Told grave said={fault} />}
      </td>
    </tr>
  );
}
