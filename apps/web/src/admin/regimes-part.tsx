import { useState } from "react";
import { useRegime, useRegimes } from "../api/collecting.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Choice } from "../parts/choice.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { dayIn } from "../time.ts";
import { words as all } from "./words.ts";

/** The report regimes that the server knows, with their indicators; to read. */
export function RegimesPart() {
  const words = useWords(all);
  const { language } = useLanguage();
  const regimes = useRegimes();
  const [chosen, setChosen] = useState("");
  const id = chosen === "" ? (regimes.data?.[0]?.id ?? "") : chosen;
  const regime = useRegime(id);
  if (regimes.data === undefined) return <Asking query={regimes} />;
  return (
    <>
      <Choice label={words.regime} value={id} options={regimes.data.map((one) => [one.id, one.name[language]])} onChoose={setChosen} />
      {regime.data === undefined ? (
        <Asking query={regime} />
      ) : (
        <>
          <p className="small">
            {regime.data.body};{" "}
            {words.inForce(dayIn(regime.data.validFrom, language), regime.data.validTo && dayIn(regime.data.validTo, language))};{" "}
            {words.dueWithin(regime.data.dueWithin)}; {regime.data.legal.join(", ")}
          </p>
          <h3>
            {words.indicators} ({regime.data.indicators.length})
          </h3>
          <Sideways label={words.indicators}>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.measure}</th>
                  <th scope="col">{words.kind}</th>
                  <th scope="col">{words.breakdowns}</th>
                  <th scope="col">{words.id}</th>
                </tr>
              </thead>
              <tbody>
                {regime.data.indicators.map(({ id: one, vi, en, unit, kind, breakdowns = [] }) => (
                  <tr key={one}>
                    <th scope="row">{(language === "en" ? en : undefined) ?? vi}</th>
                    <td>{unit.id}</td>
                    <td>{words.kinds[kind]}</td>
                    <td>{breakdowns.map((breakdown) => breakdown.vi).join(", ")}</td>
                    <td className="quiet">{one}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        </>
      )}
    </>
  );
}
