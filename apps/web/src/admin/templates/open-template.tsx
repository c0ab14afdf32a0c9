import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { Regime } from "../../api/collecting.ts";
import type { Person } from "../../api/person.ts";
import { useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import { Sure } from "../../parts/sure.tsx";
import { keepDraft, keptDraft } from "./draft.ts";
import { Helps } from "./helps.tsx";
import type { EditorHandle, Wrong } from "./liquid-editor.tsx";
import { nameablesOf } from "./names.ts";
import { Preview } from "./preview.tsx";
import { keepTemplate, type Template } from "./queries.ts";
import { TemplateVersions } from "./template-versions.tsx";
import { words as all } from "./words.ts";

/** Loaded when somebody looks at a template. */
const LiquidEditor = lazy(async () => ({ default: (await import("./liquid-editor.tsx")).LiquidEditor }));

type Asked = "keep" | "drop" | "back";

/** One template: its text, how it would tell its part of the report, and what can be done with it. */
export function OpenTemplate({
  person,
  regime,
  template,
  title,
  onDraft,
}: {
  readonly person: Person;
  readonly regime: Regime;
  readonly template: Template;
  readonly title: string;
  readonly onDraft: () => void;
}) {
  const words = useWords(all);
  const of = { province: person.province, regime: regime.id };
  const { template: id, stands, regimes } = template;
  const kept = stands?.text ?? regimes;
  const [text, setText] = useState(() => keptDraft(of, id) ?? kept);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const editor = useRef<EditorHandle>(null);
  const names = useMemo(() => nameablesOf(regime), [regime]);
  const may = person.mayInProvince.includes("templates.write");
  const isChanged = text !== kept;
  const change = (next: string): void => {
    setText(next);
    keepDraft(of, id, next === kept ? null : next);
    onDraft();
  };
  const tellWrong = useCallback((next: Wrong | null) => setWrong(next), []);
  /** Keeps a text, or the regime's again with null; the draft is done with. */
  const keep = async (next: string | null, why: string): Promise<void> => {
    await keepTemplate(of, template, next, why);
    keepDraft(of, id, null);
    if (next === null) editor.current?.replace(regimes);
    onDraft();
  };
  return (
    <>
      <section className="template" aria-label={words.editor(title)}>
        <h3 lang="vi">{title}</h3>
        {!may && <p className="quiet small">{words.readOnly}</p>}
        {regimes === "" && template.is === "section" && <p className="quiet small">{words.empty}</p>}
        <Suspense fallback={<div className="field liquid" aria-busy="true" />}>
          <LiquidEditor
            ref={editor}
            label={words.editor(title)}
            text={text}
            names={names}
            filters={words.filters}
            tags={words.tags}
            wrong={wrong}
            readOnly={!may}
            onChange={change}
          />
        </Suspense>
        {may && (
          <div className="acts">
            <Button looks={["primary"]} disabled={!isChanged || wrong !== null} onClick={() => setAsked("keep")}>
              {words.keep}
            </Button>
            <Button disabled={!isChanged} onClick={() => setAsked("drop")}>
              {words.drop}
            </Button>
            {(stands?.text ?? null) !== null && <Button onClick={() => setAsked("back")}>{words.back}</Button>}
          </div>
        )}
        <Helps regime={regime} template={template} onInsert={may ? (one) => editor.current?.insert(one) : undefined} />
        <TemplateVersions of={of} template={template} onTake={may ? (one) => editor.current?.replace(one ?? regimes) : undefined} />
      </section>
      <Preview person={person} regime={regime} template={template} text={text} onWrong={tellWrong} />
      {asked === "keep" && (
        <Sure title={title} does={words.keep} asks onClose={() => setAsked(null)} onDo={({ reason }) => keep(text, reason)}>
          <p>{words.keepSure(title)}</p>
        </Sure>
      )}
      {asked === "drop" && (
        <Sure
          title={title}
          does={words.drop}
          onClose={() => setAsked(null)}
          onDo={async () => {
            editor.current?.replace(kept);
          }}
        >
          <p>{words.dropSure}</p>
        </Sure>
      )}
      {asked === "back" && (
        <Sure title={title} does={words.back} asks onClose={() => setAsked(null)} onDo={({ reason }) => keep(null, reason)}>
          <p>{words.backSure(title)}</p>
        </Sure>
      )}
    </>
  );
}
