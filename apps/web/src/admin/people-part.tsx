import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useRegimeNames } from "../api/collecting.ts";
import { allOf, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { wordsOf } from "../api/refusal.ts";
import { useUnitNames, useUnits } from "../api/units.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { words as signInWords } from "../sign-in/words.ts";
import { askRoles, EditRoles, type Given } from "./edit-roles.tsx";
import { words as all } from "./words.ts";

/** Who has which role in the province. */
export function PeoplePart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { names } = useWords(signInWords);
  const { province } = person;
  const { language } = useLanguage();
  const units = useUnits(province);
  const unitName = useUnitNames(province);
  const regimeName = useRegimeNames(language);
  const roles = useQuery({
    queryKey: ["roles", province],
    queryFn: () => allOf((query) => khop.GET("/api/v1/provinces/{province}/roles", { params: { path: { province }, query } })),
  });
  const [editing, setEditing] = useState<{
    readonly user: string | null;
    readonly roles: readonly Given[];
    readonly tag: string | null;
  } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  /** Opens the roles as they are now, whatever the list says. */
  const edit = async (user: string): Promise<void> => {
    try {
      setEditing({ user, ...(await askRoles(province, user)) });
    } catch (error) {
      setFailed(wordsOf(error)[language]);
    }
  };
  if (roles.data === undefined) return <Asking query={roles} />;
  const people = new Map<string, Given[]>();
  for (const { user, ...given } of roles.data) people.set(user, [...(people.get(user) ?? []), given]);
  const may = person.mayInProvince.includes("roles.put");
  return (
    <>
      {may && (
        <Button looks={["primary"]} onClick={() => setEditing({ user: null, roles: [], tag: null })}>
          {words.addPerson}
        </Button>
      )}
      {failed !== null && <Notice tone="error" title={failed} />}
      <Sideways label={words.parts.people ?? ""}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.roles}</th>
              {may && (
                <th scope="col">
                  <span className="unseen">{words.edit}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...people].map(([user, given]) => (
              <tr key={user}>
                <th scope="row">{user}</th>
                <td>
                  {given.map(({ role, orgUnit, regime }) => (
                    <p key={`${role} ${orgUnit} ${regime}`}>
                      {names[role]?.[0] ?? role}, {unitName(orgUnit)}
                      {regime !== undefined && <small> · {regimeName(regime)}</small>}
                    </p>
                  ))}
                </td>
                {may && (
                  <td>
                    <Button looks={["small"]} aria-label={`${words.edit}: ${user}`} onClick={() => void edit(user)}>
                      {words.edit}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {editing !== null && (
        <EditRoles
          province={province}
          user={editing.user}
          given={editing.roles}
          tag={editing.tag}
          units={units.data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
