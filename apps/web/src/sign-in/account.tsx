import { useId, useState } from "react";
import { useRegimeNames } from "../api/collecting.ts";
import { chooseProvince, type Person, signOut } from "../api/person.ts";
import { wordsOf } from "../api/refusal.ts";
import { useUnitNames } from "../api/units.ts";
import { useKnownPerson } from "../frame/known-person.ts";
import { PageLink } from "../frame/page-link.tsx";
import { words as frameWords } from "../frame/words.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { SecondStep } from "./second-step.tsx";
import { words as all } from "./words.ts";

/** Who is signed in: their units and roles, where to begin, and the way out. */
export function Account({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { names } = useWords(frameWords);
  const { language } = useLanguage();
  const id = useId();
  const unitName = useUnitNames(person.province);
  const regimeName = useRegimeNames(language);
  const known = useKnownPerson();
  const [failed, setFailed] = useState<string | null>(null);
  // On a machine of many, figures that the server has do not stay behind; those that it has not got wait for their person.
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      const { forgetSent } = await import("../entry/connected/forget.ts");
      await forgetSent(person.user);
    } catch (error) {
      setFailed(wordsOf(error)[language]);
    }
  };
  const pages = names.filter(([address]) => address === "/nhap" || known?.pages.includes(address));
  return (
    <div className="card begin account">
      <h1>{person.name}</h1>
      <p>{words.signedInAs(person.user)}</p>
      {person.provinces.length > 1 && (
        <>
          <label className="label" htmlFor={id}>
            {words.province}
          </label>
          <select className="field" id={id} value={person.province} onChange={({ currentTarget }) => chooseProvince(currentTarget.value)}>
            {person.provinces.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </>
      )}
      {person.roles.length === 0 ? (
        <Notice tone="busy" title={words.noRole} />
      ) : (
        <table className="list" aria-label={words.roles}>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.does}</th>
            </tr>
          </thead>
          <tbody>
            {person.roles.map(({ province, role, orgUnit, regime }) => (
              <tr key={`${province} ${orgUnit} ${role} ${regime}`}>
                <td>{unitName(orgUnit)}</td>
                <td>
                  {words.names[role]?.[0] ?? role}
                  {regime !== undefined && <small> · {regimeName(regime)}</small>}
                </td>
                <td>{words.names[role]?.[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.length > 0 && (
        <>
          <h2 className="label">{words.next}</h2>
          <div className="acts">
            {pages.map(([address, name]) => (
              <PageLink key={address} to={address} className="button">
                {name}
              </PageLink>
            ))}
          </div>
        </>
      )}
      {failed !== null && <Notice tone="error" title={failed} />}
      <SecondStep person={person} />
      <div className="acts end">
        <Button onClick={() => void leave()}>{words.signOut}</Button>
      </div>
    </div>
  );
}
