import type { OrgUnit } from "@khop/core";
import type { Regime, SubmissionKey } from "../api/collecting.ts";
import type { Head } from "./queries.ts";

const nameOf = ({ province, regime, orgUnit }: SubmissionKey): string => `khop.letter ${province} ${regime} ${orgUnit}`;

/** The head and signature that were given on this machine; else what follows from the regime and the unit. */
export function headFor(key: SubmissionKey, regime: Regime, units: readonly OrgUnit[]): Head {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? "null");
    if (typeof kept === "object" && kept !== null && "letter" in kept) return kept as Head;
  } catch {
    // What cannot be read is as if it were not there.
  }
  const unit = units.find(({ id }) => id === key.orgUnit);
  const above = units.find(({ id }) => id === unit?.parent);
  const place = (unit?.name ?? "").replace(/^(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)\s+/i, "");
  const isCommune = regime.level === "commune";
  return {
    letter: {
      ...(above === undefined ? { parentBody: `Ủy ban nhân dân ${unit?.name ?? ""}` } : { parentBody: `Ủy ban nhân dân ${above.name}` }),
      body: isCommune ? `Ủy ban nhân dân ${unit?.name ?? ""}` : regime.body,
      place,
      signatureBlock: isCommune ? { authority: "TM. Ủy ban nhân dân", position: "Chủ tịch", name: "" } : { position: "Giám đốc", name: "" },
    },
  };
}

export function rememberHead(key: SubmissionKey, head: Head): void {
  localStorage.setItem(nameOf(key), JSON.stringify(head));
}

/** A head from a form; what was left empty is not there. */
export function headIn(given: FormData, before: Head): Head {
  const text = (name: string): string => String(given.get(name) ?? "").trim();
  const optional = <N extends string>(name: N): Partial<Record<N, string>> =>
    (text(name) === "" ? {} : { [name]: text(name) }) as Partial<Record<N, string>>;
  const { parentBody: _, ...letter } = before.letter;
  const { number: __, date: ___, ...rest } = before;
  return {
    ...rest,
    ...optional("number"),
    ...optional("date"),
    letter: {
      ...letter,
      ...optional("parentBody"),
      body: text("body"),
      place: text("place"),
      signatureBlock: { ...optional("authority"), position: text("position"), name: text("name") },
    },
  };
}
