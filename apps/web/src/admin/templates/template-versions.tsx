import { useState } from "react";
import { useLanguage, useWords } from "../../language.tsx";
import { Asking } from "../../office/asking.tsx";
import { Button } from "../../parts/button.tsx";
import { momentIn } from "../../time.ts";
import { type Template, type TemplatesOf, useTemplateVersions } from "./queries.ts";
import { words as all } from "./words.ts";

/** Who changed a template, when and why; each version can be taken back into the editor. */
export function TemplateVersions({
  of,
  template,
  onTake,
}: {
  readonly of: TemplatesOf;
  readonly template: Template;
  readonly onTake: ((text: string | null) => void) | undefined;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const versions = useTemplateVersions(of, template.template, isOpen);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.versions}</summary>
      {isOpen && versions.data === undefined && <Asking query={versions} />}
      {versions.data?.length === 0 && <p className="quiet small">{words.noVersions}</p>}
      <ul className="lines-of">
        {versions.data?.toReversed().map(({ version, text, by, at, why }) => (
          <li key={version}>
            <span>
              <b>{words.stands(by, momentIn(at, language))}</b>
              {text === null && `: ${words.theRegimes}`}
              {why !== undefined && <span className="quiet"> {why}</span>}
            </span>
            {onTake !== undefined && (
              <Button looks={["small"]} aria-label={words.takeOf(by, momentIn(at, language))} onClick={() => onTake(text)}>
                {words.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
