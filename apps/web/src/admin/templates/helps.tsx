import type { Regime } from "../../api/collecting.ts";
import { useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import type { Template } from "./queries.ts";
import { words as all } from "./words.ts";

/** The figures of a part, to be put into its template, and what templates can do. */
export function Helps({
  regime,
  template,
  onInsert,
}: {
  readonly regime: Regime;
  readonly template: Template;
  readonly onInsert: ((text: string) => void) | undefined;
}) {
  const words = useWords(all);
  const told = regime.indicators.filter(({ id }) => template.indicators.includes(id));
  return (
    <>
      {told.length > 0 && onInsert !== undefined && (
        <details>
          <summary>{words.insert}</summary>
          <ul className="insert" lang="vi">
            {told.map(({ id, vi }) => (
              <li key={id}>
                <span>
                  {vi} <code>{id}</code>
                </span>
                <Button looks={["small"]} aria-label={words.insertOne(vi)} onClick={() => onInsert(`{{ "${id}" | figure }}`)}>
                  +
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{words.howToWrite}</summary>
        <dl className="how-to-write">
          {words.filters.map(({ text, does }) => (
            <div key={text}>
              <dt>
                <code>{`{{ "…" | ${text} }}`}</code>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
          {words.tags.map(({ text, does }) => (
            <div key={text}>
              <dt>
                <code>{`{% ${text} %}`}</code>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
