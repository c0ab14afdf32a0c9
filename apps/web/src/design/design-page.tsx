import { useId } from "react";
import { PageLink } from "../frame/page-link.tsx";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { marks, Sign } from "../parts/sign.tsx";
import { Sum, type SumLine } from "../parts/sum.tsx";
import "../style/design.css";
import { words as all } from "./words.ts";

const colours = [
  ["canvas", "ink"],
  ["surface", "ink"],
  ["sunken", "ink-2"],
  ["surface", "ink-3"],
  ["accent", "on-accent"],
  ["accent-soft", "accent-strong"],
  ["fit-soft", "fit"],
  ["misfit-soft", "misfit"],
  ["misfit", "on-verdict"],
  ["unsure-soft", "unsure"],
  ["free-soft", "free"],
] as const;

/** The design system, shown by itself. */
export function DesignPage() {
  const words = useWords(all);
  const field = useId();
  const lines: SumLine[] = [
    { sign: "", label: words.late, text: "38", kind: "" },
    { sign: "÷", label: words.all, text: "2.311", kind: "" },
    { sign: "=", label: words.made, text: "1,64 %", kind: "made" },
    { sign: "≠", label: words.stated, text: "1,94 %", kind: "broken" },
  ];
  return (
    <main id="content" className="samples">
      <h1>{words.title}</h1>
      <p className="about">{words.about}</p>
      <section>
        <h2>{words.verdicts}</h2>
        <ul className="verdicts">
          {marks.map((mark) => (
            <li key={mark}>
              <Sign mark={mark} />
              <span className="on-paper">
                {words.figure} <span className={`figure ${mark}`}>2.311</span> {words[mark]}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.sum}</h2>
        <div className="card framed">
          <Sum lines={lines} labelled={({ label }) => label} />
        </div>
      </section>
      <section>
        <h2>{words.buttons}</h2>
        <div className="row">
          <Button looks={["primary"]}>{words.next}</Button>
          <Button>{words.other}</Button>
          <Button looks={["plain"]}>{words.quiet}</Button>
          <Button disabled>{words.off}</Button>
          <kbd>Ctrl Z</kbd>
        </div>
      </section>
      <section>
        <h2>{words.notices}</h2>
        <div className="stack">
          <Notice tone="busy" title={words.reading}>
            <div>
              <progress value={0.6} aria-label={words.reading} />
            </div>
          </Notice>
          <div className="card notice error">
            <span />
            <b>{words.broken}</b>
            <span>{words.brokenHow}</span>
          </div>
          <Notice tone="calm" title={words.offline}>
            <span>{words.offlineHow}</span>
          </Notice>
        </div>
      </section>
      <section>
        <h2>{words.writing}</h2>
        <label className="label" htmlFor={field}>
          {words.reason}
        </label>
        <textarea id={field} className="field" rows={2} />
        <p>
          <PageLink to="/bo-mau/bieu-lon" className="button small">
            {words.large}
          </PageLink>
        </p>
      </section>
      <section>
        <h2>{words.type}</h2>
        {[28, 22, 18, 16, 14, 13, 12].map((size) => (
          <p key={size} className={`t-${size}`}>
            {words.sample}
          </p>
        ))}
      </section>
      <section>
        <h2>{words.colours}</h2>
        <ul className="colours">
          {colours.map(([ground, ink]) => (
            <li key={`${ground} ${ink}`} className={`on-${ground} in-${ink}`}>
              {ink} / {ground}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
