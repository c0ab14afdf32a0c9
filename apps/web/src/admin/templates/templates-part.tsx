import { useState } from "react";
import { useRegime, useRegimes } from "../../api/collecting.ts";
import type { Person } from "../../api/person.ts";
import { useLanguage, useWords } from "../../language.tsx";
import { Asking } from "../../office/asking.tsx";
import { Choice } from "../../parts/choice.tsx";
import "../../style/templates.css";
import { words as adminWords } from "../words.ts";
import { keptDraft } from "./draft.ts";
import { OpenTemplate } from "./open-template.tsx";
import { type Template, useTemplates } from "./queries.ts";
import { words as all } from "./words.ts";

/** How each part of a regime's reports is worded: the regime's templates, and the province's own in their place. */
export function TemplatesPart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { regime: regimeWord } = useWords(adminWords);
  const { language } = useLanguage();
  const regimes = useRegimes();
  const [chosenRegime, setRegime] = useState("");
  const [chosen, setChosen] = useState("");
  const id = chosenRegime || (regimes.data?.[0]?.id ?? "");
  const regime = useRegime(id);
  const of = { province: person.province, regime: id };
  const templates = useTemplates(of);
  // A draft is on this machine alone; the list tells of it when it is drawn again.
  const [, setDrafts] = useState(0);
  if (regimes.data === undefined) return <Asking query={regimes} />;
  const shown = templates.data?.find(({ template }) => template === chosen) ?? templates.data?.find(({ is }) => is === "section");
  const titleOf = ({ is, title }: Template): string =>
    is === "wording" ? (words.wordings[title] ?? title) : is === "appendix" ? words.appendix(title) : title;
  const signOf = (one: Template): string => {
    if (keptDraft(of, one.template) !== null) return words.editing;
    return (one.stands?.text ?? null) === null ? "" : words.own;
  };
  return (
    <div className="templates">
      <p className="quiet small">{words.how}</p>
      <Choice
        label={regimeWord}
        value={id}
        options={regimes.data.map((one) => [one.id, one.name[language]])}
        onChoose={(one) => {
          setRegime(one);
          setChosen("");
        }}
      />
      {templates.data === undefined || regime.data === undefined ? (
        <Asking query={templates.error === null ? regime : templates} />
      ) : (
        <div className="desk-of-templates">
          <nav aria-label={words.places}>
            <ul>
              {templates.data.map((one) => (
                <li key={one.template} data-depth={one.depth}>
                  <button
                    type="button"
                    aria-current={one.template === shown?.template ? "true" : undefined}
                    onClick={() => setChosen(one.template)}
                  >
                    <span lang="vi">{titleOf(one)}</span> {signOf(one) !== "" && <small>{signOf(one)}</small>}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {shown !== undefined && (
            <OpenTemplate
              key={`${id} ${shown.template}`}
              person={person}
              regime={regime.data}
              template={shown}
              title={titleOf(shown)}
              onDraft={() => setDrafts((before) => before + 1)}
            />
          )}
        </div>
      )}
    </div>
  );
}
