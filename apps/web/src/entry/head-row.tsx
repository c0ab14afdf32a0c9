import { Fragment } from "react";
import { useWords } from "../language.tsx";
import type { GridTable } from "./layout.ts";
import { words as all } from "./words.ts";

/** The names of the columns: each for this period, and for the one before. */
export function HeadRow({ table, now, before }: { readonly table: GridTable; readonly now: string; readonly before: string }) {
  const words = useWords(all);
  const isNarrow = table.isNarrow === true;
  const single = table.columns.length === 0;
  return (
    <tr aria-rowindex={1}>
      <th scope="col">{table.rows[0]?.is === "follows" ? words.worked : single || isNarrow ? words.indicator : words.level}</th>
      {(single ? [""] : table.columns).map((column, i) => {
        const name = isNarrow && i === 1 ? words.total : column;
        return (
          <Fragment key={column}>
            <th scope="col" className="own">
              {name} <small>{now}</small>
            </th>
            {!(isNarrow && i === 1) && (
              <th scope="col" className="before">
                <span className="unseen">{name}</span>
                <small>{before}</small>
              </th>
            )}
          </Fragment>
        );
      })}
    </tr>
  );
}
