import { memo, type ReactNode, useMemo } from "react";
import { useWords } from "../language.tsx";
import type { Desk } from "./grid.tsx";
import { type GridTable, widthOf } from "./layout.ts";
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

/** A row, and below it what is told of its cells, so that nothing is covered. */
export const Line = memo(function Line({ desk, table, at, noted, onFocus }: LineProps) {
  const words = useWords(all);
  const row = table.rows[at];
  const { sheet, keyNow, onEnter } = desk;
  const keys = useMemo(() => (row?.places ?? []).flatMap((place) => (place === null ? [] : [keyNow(place)])), [row, keyNow]);
  useCells(sheet, keys);
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
      {keys.map((key) => {
        const [fault, rule] = [sheet.fault(key), sheet.rule(key)];
        if (fault === undefined && rule === undefined && !noted.has(key)) return null;
        return (
          <tr key={key} className="say">
            <td colSpan={widthOf(table)} id={`said ${key}`.replaceAll(" ", "-")}>
              {noted.get(key)}
              {fault === undefined ? rule !== undefined && <RuleTold rule={rule} onEnter={onEnter} /> : <Told grave said={fault} />}
            </td>
          </tr>
        );
      })}
    </>
  );
});
