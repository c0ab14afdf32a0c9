import type { OrgUnit } from "@khop/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { allOf, answered, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { queries } from "../api/queries.ts";
import { useTaggedUnits } from "../api/units.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Field, Select } from "../parts/field.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { Sure } from "../parts/sure.tsx";
import { dayIn } from "../time.ts";
import { refusedWith, theirsIn } from "./conflict.ts";
import { words as all } from "./words.ts";

const levels = ["province", "district", "commune"] as const;

/** The units of the province with their days, and what became of them. */
export function UnitsPart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { province } = person;
  const units = useTaggedUnits(province);
  const lineage = useQuery({
    queryKey: ["lineage", province],
    queryFn: () => allOf((query) => khop.GET("/api/v1/provinces/{province}/lineage", { params: { path: { province }, query } })),
  });
  const [editing, setEditing] = useState<OrgUnit | "new" | null>(null);
  if (units.data === undefined) return <Asking query={units} />;
  const nameOf = (id: string | null): string => units.data.units.find((one) => one.id === id)?.name ?? id ?? "";
  const may = person.mayInProvince.includes("orgUnits.put");
  const day = (one: string | null): string => (one === null ? "" : dayIn(one, language));
  return (
    <>
      {may && (
        <Button looks={["primary"]} onClick={() => setEditing("new")}>
          {words.addUnit}
        </Button>
      )}
      <Sideways label={words.parts.units ?? ""}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.level}</th>
              <th scope="col">{words.parent}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.id}</th>
              {may && (
                <th scope="col">
                  <span className="unseen">{words.edit}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {units.data.units.map((one) => (
              <tr key={one.id} data-unit={one.id}>
                <th scope="row">{one.name}</th>
                <td>{words.levels[one.level]}</td>
                <td>{nameOf(one.parent)}</td>
                <td>{day(one.validFrom)}</td>
                <td>{day(one.validTo)}</td>
                <td className="quiet">{one.id}</td>
                {may && (
                  <td>
                    <Button looks={["small"]} aria-label={`${words.edit}: ${one.name}`} onClick={() => setEditing(one)}>
                      {words.edit}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <h3>{words.lineage}</h3>
      {lineage.data === undefined ? (
        <Asking query={lineage} />
      ) : (
        <ul className="lines-of">
          {lineage.data.length === 0 && <li className="quiet">{words.noLineage}</li>}
          {lineage.data.map(({ on, change, from, into, source }) => (
            <li key={`${on} ${from.join()}`}>
              <b>{dayIn(on, language)}</b>: {from.map(nameOf).join(", ")} {words.changes[change]} {words.into} {into.map(nameOf).join(", ")}
              . <small className="quiet">{source}</small>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <EditUnit
          province={province}
          unit={editing === "new" ? undefined : editing}
          units={units.data.units}
          tag={units.data.tag}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

const isSame = (a: OrgUnit | undefined, b: OrgUnit | undefined): boolean =>
  (["name", "level", "parent", "validFrom", "validTo"] as const).every((part) => a?.[part] === b?.[part]);

function EditUnit({
  province,
  unit,
  units,
  tag,
  onClose,
}: {
  readonly province: string;
  readonly unit: OrgUnit | undefined;
  readonly units: readonly OrgUnit[];
  readonly tag: string;
  readonly onClose: () => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const [seen, setSeen] = useState({ unit, tag });
  const put = (next: OrgUnit, ifMatch: string) =>
    answered(
      khop.PUT("/api/v1/provinces/{province}/org-units", {
        params: { path: { province }, header: { "if-match": ifMatch } },
        body: { orgUnits: [next] },
      }),
    );
  /** Writes it where nobody else changed this unit meanwhile; what they made of it is said, and written over by who saves again. */
  const write = async (next: OrgUnit): Promise<void> => {
    try {
      await put(next, seen.tag);
    } catch (error) {
      const other = theirsIn<readonly OrgUnit[]>(error);
      if (other === null) throw error;
      const [theirs] = other.theirs;
      if (isSame(theirs, seen.unit)) return void (await put(next, other.tag));
      setSeen({ unit: theirs, tag: other.tag });
      const day = (one: string | null): string => (one === null ? words.none : dayIn(one, language));
      throw refusedWith(
        theirs === undefined
          ? words.unitGone
          : words.unitTheirs(
              theirs.name,
              words.levels[theirs.level] ?? "",
              theirs.parent ?? words.none,
              day(theirs.validFrom),
              day(theirs.validTo),
            ),
      );
    }
  };
  const save = async (given: FormData): Promise<void> => {
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    const or = (name: string): string | null => (text(name) === "" ? null : text(name));
    const level = levels.find((one) => one === text("level")) ?? "commune";
    const next = { id: unit?.id ?? text("id"), name: text("name"), level, parent: or("parent"), validFrom: or("from"), validTo: or("to") };
    await write(next);
    await queries.invalidateQueries({ queryKey: ["units"] });
  };
  return (
    <Sure title={unit?.name ?? words.addUnit} does={words.saveUnit} onClose={onClose} onDo={({ given }) => save(given)}>
      <div className="fields">
        {unit === undefined && <Field label={words.id} name="id" required maxLength={200} pattern="[\w.\-]+" />}
        <Field label={words.name} name="name" defaultValue={unit?.name ?? ""} required maxLength={200} />
        <Select label={words.level} name="level" defaultValue={unit?.level ?? "commune"}>
          {levels.map((one) => (
            <option key={one} value={one}>
              {words.levels[one]}
            </option>
          ))}
        </Select>
        <Select label={words.parent} name="parent" defaultValue={unit?.parent ?? ""}>
          <option value="">{words.none}</option>
          {units
            .filter(({ id, level }) => id !== unit?.id && level !== "commune")
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
        <Field label={words.from} name="from" type="date" defaultValue={unit?.validFrom ?? ""} />
        <Field label={words.to} name="to" type="date" defaultValue={unit?.validTo ?? ""} />
      </div>
      <p>{words.unitSure}</p>
    </Sure>
  );
}
