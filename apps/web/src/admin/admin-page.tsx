import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ComponentType, useEffect } from "react";
import type { Person } from "../api/person.ts";
import { useWords } from "../language.tsx";
import { ForPerson } from "../office/for-person.tsx";
import "../style/progress.css";
import "../style/admin.css";
import { AuditPart } from "./audit-part.tsx";
import { BackupPart } from "./backup-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { PeriodsPart } from "./periods-part.tsx";
import { RegimesPart } from "./regimes-part.tsx";
import { TemplatesPart } from "./templates/templates-part.tsx";
import { TokensPart } from "./tokens-part.tsx";
import { UnitsPart } from "./units-part.tsx";
import { words as all } from "./words.ts";

interface Part {
  readonly name: string;
  readonly shows: ComponentType<{ readonly person: Person }>;
  /** The action that it is for; none for what everybody may see. */
  readonly wants?: string;
}

const parts: readonly Part[] = [
  { name: "periods", shows: PeriodsPart, wants: "periods.read" },
  { name: "units", shows: UnitsPart, wants: "orgUnits.read" },
  { name: "people", shows: PeoplePart, wants: "roles.read" },
  { name: "tokens", shows: TokensPart },
  { name: "audit", shows: AuditPart, wants: "audit.read" },
  { name: "regimes", shows: RegimesPart },
  { name: "templates", shows: TemplatesPart, wants: "templates.read" },
  { name: "backup", shows: BackupPart, wants: "roles.put" },
];

/** Quản trị: periods, units, people, tokens, the audit trail, regimes; each change says first what it will do. */
export function AdminPage() {
  const words = useWords(all);
  useEffect(() => {
    document.title = `${words.title} · Khớp`;
  }, [words]);
  return (
    <ForPerson any={[]} className="office admin">
      {(person) => <Parts person={person} />}
    </ForPerson>
  );
}

function Parts({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const { part } = useSearch({ strict: false }) as { readonly part?: string };
  const navigate = useNavigate();
  const open = parts.filter(
    ({ wants }) => wants === undefined || person.mayInProvince.includes(wants) || (person.may[wants]?.length ?? 0) > 0,
  );
  const chosen = open.find(({ name }) => name === part) ?? open[0];
  if (chosen === undefined) return null;
  const { shows: Shown } = chosen;
  return (
    <>
      <h1 className="unseen">{words.title}</h1>
      <nav className="parts" aria-label={words.title}>
        {open.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-current={name === chosen.name ? "page" : undefined}
            onClick={() => void navigate({ to: "/quan-tri", search: { part: name } as never })}
          >
            {words.parts[name]}
          </button>
        ))}
      </nav>
      <div className="part">
        <h2>{words.parts[chosen.name]}</h2>
        <Shown person={person} />
      </div>
    </>
  );
}
