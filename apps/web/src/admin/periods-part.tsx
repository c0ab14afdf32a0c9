import { existsIn, type Frequency, period, windowOf } from "@khop/core";
import { useState } from "react";
import { useCollections, useRegimeNames, useRegimes } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { queries } from "../api/queries.ts";
import { useUnits } from "../api/units.ts";
import { periodsOf } from "../entry/periods-of.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Field, Select } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { Sure } from "../parts/sure.tsx";
import { dayIn, momentIn, periodIn } from "../time.ts";
import { words as all } from "./words.ts";

const severities = ["error", "warning", "review", "info"] as const;

/** The periods that are open, and a new one. */
export function PeriodsPart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { province } = person;
  const collections = useCollections(province);
  const [isOpening, setOpening] = useState(false);
  const nameOf = useRegimeNames(language);
  if (collections.data === undefined) return <Asking query={collections} />;
  return (
    <>
      {person.mayInProvince.includes("period.open") ? (
        <Button looks={["primary"]} onClick={() => setOpening(true)}>
          {words.openPeriod}
        </Button>
      ) : (
        <p className="quiet small">{words.notForYou}</p>
      )}
      {collections.data.length === 0 && <p className="quiet">{words.noPeriods}</p>}
      <Sideways label={words.parts.periods ?? ""}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.regime}</th>
              <th scope="col">{words.period}</th>
              <th scope="col">{words.dueOn}</th>
              <th scope="col">{words.blocks}</th>
              <th scope="col">{words.openedBy}</th>
            </tr>
          </thead>
          <tbody>
            {collections.data.map(({ regime, period: of, dueOn, blocks, openedBy, openedAt }) => (
              <tr key={`${regime} ${of}`}>
                <th scope="row">{nameOf(regime)}</th>
                <td>{periodIn(of, language)}</td>
                <td>{dayIn(dueOn, language)}</td>
                <td>{words.severities[blocks]}</td>
                <td>
                  {openedBy}, {momentIn(openedAt, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {isOpening && <OpenPeriod province={province} onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenPeriod({ province, onClose }: { readonly province: string; readonly onClose: () => void }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const regimes = useRegimes();
  const units = useUnits(province);
  const [regimeId, setRegime] = useState("");
  const [chosen, setPeriod] = useState("");
  const regime = regimes.data?.find(({ id }) => id === regimeId) ?? regimes.data?.[0];
  if (regime === undefined) return null;
  const choices = periodsOf(regime.frequency as Frequency, new Date());
  const of = choices.includes(chosen) ? chosen : (choices[0] ?? "");
  const window = windowOf(period(of));
  const owing = (units.data ?? []).filter((one) => one.level === regime.level && existsIn(one, window));
  const names =
    owing
      .slice(0, 5)
      .map(({ name }) => name)
      .join(", ") + (owing.length > 5 ? ", …" : "");
  const open = async (given: FormData): Promise<void> => {
    const dueOn = String(given.get("dueOn") ?? "");
    const blocks = severities.find((one) => one === given.get("blocks")) ?? "error";
    const body = { regime: regime.id, period: of, blocks, ...(dueOn === "" ? {} : { dueOn }) };
    await answered(khop.POST("/api/v1/provinces/{province}/periods", { params: { path: { province } }, body }));
    await Promise.all([queries.invalidateQueries({ queryKey: ["collections"] }), queries.invalidateQueries({ queryKey: ["deadlines"] })]);
  };
  return (
    <Sure title={words.openPeriod} does={words.openPeriod} onClose={onClose} onDo={({ given }) => open(given)}>
      <div className="fields">
        <Select label={words.regime} value={regime.id} onChange={({ currentTarget }) => setRegime(currentTarget.value)}>
          {(regimes.data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </Select>
        <Select label={words.period} value={of} onChange={({ currentTarget }) => setPeriod(currentTarget.value)}>
          {choices.map((one) => (
            <option key={one} value={one}>
              {periodIn(one, language)}
            </option>
          ))}
        </Select>
        <Field label={words.dueOn} how={words.dueHow} name="dueOn" type="date" />
        <Select label={words.blocks} name="blocks" defaultValue="error">
          {severities.map((one) => (
            <option key={one} value={one}>
              {words.severities[one]}
            </option>
          ))}
        </Select>
      </div>
      {owing.length === 0 ? (
        // Nothing is said of units that are still being asked for.
        units.data !== undefined && <Notice tone="error" title={words.openNobody} />
      ) : (
        <p>{words.openSure(periodIn(of, language), regime.name[language], owing.length, names)}</p>
      )}
    </Sure>
  );
}
