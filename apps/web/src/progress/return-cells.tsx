import { useState } from "react";
import type { Regime } from "../api/collecting.ts";
import { cellKey, cellNameIn, figureIn } from "../figures/figure-words.ts";
import { useLanguage, useWords } from "../language.tsx";
import type { EntryItem } from "./items.ts";
import { words as all } from "./words.ts";

const prefix = "cell:";

/** What was said of each cell that was chosen. */
export const reasonsIn = (given: FormData): { readonly cell: string; readonly reason: string }[] =>
  [...given.entries()].flatMap(([name, text]) =>
    name.startsWith(prefix) && typeof text === "string" && text.trim() !== ""
      ? [{ cell: name.slice(prefix.length), reason: text.trim() }]
      : [],
  );

/** Cells to choose, each with a reason of its own. */
export function ReturnCells({ entries, regime }: { readonly entries: readonly EntryItem[]; readonly regime: Regime | undefined }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <fieldset className="cells">
      <legend className="label">{words.returnCells}</legend>
      <p className="quiet small">{words.returnCellsHow}</p>
      <div className="scrolls">
        {entries.map(({ cell, fact }) => {
          const key = cellKey(cell);
          const name = cellNameIn(regime, cell, language);
          return (
            <div key={key}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  onChange={({ currentTarget: { checked } }) =>
                    setChosen((before) => new Set(checked ? [...before, key] : [...before].filter((one) => one !== key)))
                  }
                />
                <span>
                  {name}: <b>{fact === null ? "—" : figureIn(fact, language)}</b>
                </span>
              </label>
              {chosen.has(key) && (
                <input
                  className="field"
                  name={`${prefix}${key}`}
                  aria-label={words.cellReason(name)}
                  placeholder={words.reason}
                  required
                  maxLength={2000}
                />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
