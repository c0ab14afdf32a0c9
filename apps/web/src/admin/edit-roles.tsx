import type { OrgUnit } from "@khop/core";
import { useState } from "react";
import { useRegimeNames, useRegimes } from "../api/collecting.ts";
import { answered, khop } from "../api/khop.ts";
import { queries } from "../api/queries.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Field, Select } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import { Sure } from "../parts/sure.tsx";
import { words as signInWords } from "../sign-in/words.ts";
import { refusedWith, theirsIn } from "./conflict.ts";
import { words as all } from "./words.ts";

const roles = ["reader", "clerk", "approver", "steward", "auditor", "admin"] as const;

/** A role that somebody has in a unit, under one regime or all. */
export interface Given {
  readonly role: (typeof roles)[number];
  readonly orgUnit: string;
  readonly regime?: string | undefined;
}

/** The roles that somebody has, with the tag of what they are. */
export async function askRoles(province: string, user: string): Promise<{ readonly roles: readonly Given[]; readonly tag: string }> {
  const call = khop.GET("/api/v1/provinces/{province}/roles/{user}", { params: { path: { province, user } } });
  const { roles: granted } = await answered(call);
  return { roles: granted, tag: (await call).response.headers.get("etag") ?? "*" };
}

/** The roles of a person, and their account where there is none yet. */
export function EditRoles({
  province,
  user,
  given,
  tag,
  units,
  onClose,
}: {
  readonly province: string;
  /** Null for somebody new. */
  readonly user: string | null;
  readonly given: readonly Given[];
  /** The tag of the roles that were given; null for somebody new. */
  readonly tag: string | null;
  readonly units: readonly OrgUnit[];
  readonly onClose: () => void;
}) {
  const words = useWords(all);
  const { names } = useWords(signInWords);
  const { language } = useLanguage();
  const regimes = useRegimes();
  const regimeName = useRegimeNames(language);
  const [list, setList] = useState<readonly Given[]>(given);
  const [next, setNext] = useState<Given>({ role: "clerk", orgUnit: units[0]?.id ?? "" });
  const [email, setEmail] = useState(user ?? "");
  const nameOf = (id: string): string => units.find((one) => one.id === id)?.name ?? id;
  const same = (a: Given, b: Given): boolean => a.role === b.role && a.orgUnit === b.orgUnit && a.regime === b.regime;
  const [seen, setSeen] = useState(tag);
  const told = ({ role, orgUnit, regime }: Given): string =>
    `${names[role]?.[0]}, ${nameOf(orgUnit)}${regime === undefined ? "" : ` · ${regimeName(regime)}`}`;
  /** What somebody has that was not seen here is said, and written over by who saves again. */
  const theyHave = (who: string, theirs: readonly Given[], now: string): Error => {
    setSeen(now);
    return refusedWith(words.rolesTheirs(who, theirs.length === 0 ? words.none : theirs.map(told).join("; ")));
  };
  const write = async (who: string, body: { readonly roles: Given[] }): Promise<void> => {
    let ifMatch = seen;
    if (ifMatch === null) {
      const there = await askRoles(province, who);
      if (there.roles.length > 0) throw theyHave(who, there.roles, there.tag);
      ifMatch = there.tag;
    }
    const params = { path: { province, user: who }, header: { "if-match": ifMatch } };
    try {
      await answered(khop.PUT("/api/v1/provinces/{province}/roles/{user}", { params, body: body as never }));
    } catch (error) {
      const other = theirsIn<readonly Given[]>(error);
      throw other === null ? error : theyHave(who, other.theirs, other.tag);
    }
  };
  const save = async (form: FormData): Promise<void> => {
    const account = user === null ? { account: { name: String(form.get("name")).trim(), password: String(form.get("password")) } } : {};
    const body = { roles: list.map(({ regime, ...one }) => ({ ...one, ...(regime === undefined ? {} : { regime }) })), ...account };
    await write(email.trim(), body);
    await Promise.all([queries.invalidateQueries({ queryKey: ["roles"] }), queries.invalidateQueries({ queryKey: ["me"] })]);
  };
  return (
    <Sure title={user ?? words.addPerson} does={words.saveRoles} onClose={onClose} onDo={({ given: form }) => save(form)}>
      {user === null && (
        <div className="fields">
          <Field
            label={words.email}
            type="email"
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            required
            autoComplete="off"
          />
          <Field label={words.name} name="name" required maxLength={200} autoComplete="off" />
          <Field label={words.password} name="password" type="text" required minLength={12} maxLength={128} autoComplete="off" />
        </div>
      )}
      <ul className="lines-of given">
        {list.map((one) => (
          <li key={`${one.role} ${one.orgUnit} ${one.regime}`}>
            <span>
              {names[one.role]?.[0]}, {nameOf(one.orgUnit)} · {one.regime === undefined ? words.allRegimes : regimeName(one.regime)}
            </span>
            <Button
              looks={["plain", "small"]}
              aria-label={words.removeRole(names[one.role]?.[0] ?? one.role, nameOf(one.orgUnit))}
              onClick={() => setList(list.filter((other) => !same(other, one)))}
            >
              <Icon name="close" size={14} />
            </Button>
          </li>
        ))}
      </ul>
      <div className="fields">
        <Select
          label={words.role}
          value={next.role}
          onChange={({ currentTarget }) => setNext({ ...next, role: roles.find((one) => one === currentTarget.value) ?? "clerk" })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {names[one]?.[0]}
            </option>
          ))}
        </Select>
        <Select
          label={words.unit}
          value={next.orgUnit}
          onChange={({ currentTarget }) => setNext({ ...next, orgUnit: currentTarget.value })}
        >
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label={words.regime}
          value={next.regime ?? ""}
          onChange={({ currentTarget: { value } }) => setNext({ ...next, regime: value === "" ? undefined : value })}
        >
          <option value="">{words.allRegimes}</option>
          {(regimes.data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </Select>
      </div>
      <Button looks={["small"]} onClick={() => setList(list.some((one) => same(one, next)) ? list : [...list, next])}>
        {words.addRole}
      </Button>
      {user === null && email !== "" && <p>{words.accountSure(email)}</p>}
      <p>{list.length === 0 ? words.rolesNone(email || "…") : words.rolesSure(email || "…")}</p>
    </Sure>
  );
}
