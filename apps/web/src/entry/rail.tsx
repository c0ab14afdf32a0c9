import type { ReactNode } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Sign } from "../parts/sign.tsx";
import type { GridForm } from "./layout.ts";
import type { Told } from "./sheet.ts";
import { words as all } from "./words.ts";

interface RailProps {
  readonly forms: readonly GridForm[];
  /** The keys of the cells to look at, and what is told there. */
  readonly doubtful: readonly string[];
  readonly told: Told;
  readonly onGo: (key: string) => void;
  readonly children: ReactNode;
}

/** What to look at again, and the way to each form. */
export function Rail({ forms, doubtful, told, onGo, children }: RailProps) {
  const words = useWords(all);
  const { language } = useLanguage();
  return (
    <aside className="side rail" aria-label={words.todo}>
      {children}
      <h2>{words.todo}</h2>
      {doubtful.length === 0 && <p className="quiet">{words.nothingToDo}</p>}
      <ul>
        {doubtful.map((key) => {
          const message = told.faults[key]?.[language] ?? told.rules.get(key)?.message[language] ?? "";
          return (
            <li key={key} className="finding">
              <Sign mark="misfit" />
              <div>
                <button type="button" onClick={() => onGo(key)}>
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
  );
}
