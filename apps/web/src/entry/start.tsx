import { reportRegimes } from "@khop/catalog/report";
import { period, periodName } from "@khop/core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { exampleBook } from "./example.ts";
import { periodsOf } from "./periods-of.ts";
import type { Book } from "./view.ts";
import { words as all } from "./words.ts";

/** What stands on the page before anything is entered: whose figures, of when. */
export function Start({ onBegin, children }: { readonly onBegin: (book: Book) => void; readonly children?: ReactNode }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const id = useId();
  const [regime, setRegime] = useState(reportRegimes[0]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onBegin({
      regime: String(given.get("regime")),
      orgUnit: String(given.get("unit")).trim(),
      period: String(given.get("period")),
      cells: {},
    });
  };
  return (
    <div className="start">
      {children}
      <form className="card begin" onSubmit={submit}>
        {children === undefined ? <h1>{words.title}</h1> : <h2>{words.here}</h2>}
        <p>{words.about}</p>
        <label className="label" htmlFor={`${id}r`}>
          {words.regime}
        </label>
        <select
          className="field"
          id={`${id}r`}
          name="regime"
          value={regime?.id}
          onChange={({ currentTarget }) => setRegime(reportRegimes.find((one) => one.id === currentTarget.value))}
        >
          {reportRegimes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name[language]}
            </option>
          ))}
        </select>
        <label className="label" htmlFor={`${id}u`}>
          {words.orgUnit}
        </label>
        <input className="field" id={`${id}u`} name="unit" required autoComplete="organization" />
        <label className="label" htmlFor={`${id}p`}>
          {words.period}
        </label>
        <select className="field" id={`${id}p`} name="period">
          {periodsOf(regime?.frequency ?? "month", new Date()).map((one) => (
            <option key={one} value={one}>
              {periodName(period(one))}
            </option>
          ))}
        </select>
        <div className="acts">
          <button type="submit" className="button primary">
            {words.begin}
          </button>
          <Button looks={["plain"]} onClick={() => onBegin(exampleBook())}>
            {words.example}
          </Button>
        </div>
        <p className="quiet small">{words.exampleAbout}</p>
      </form>
    </div>
  );
}
