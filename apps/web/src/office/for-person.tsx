import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Person, usePerson } from "../api/person.ts";
import { PageLink } from "../frame/page-link.tsx";
import { useWords } from "../language.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/office.css";
import { Asking } from "./asking.tsx";
import { words as all } from "./words.ts";

/** A page for whoever is signed in and may do one of some actions; the others are told what to do. */
export function ForPerson({
  any,
  className,
  children,
}: {
  /** Actions of which one is enough; none are asked for where it is empty. */
  readonly any: readonly string[];
  readonly className: string;
  readonly children: (person: Person) => ReactNode;
}) {
  const words = useWords(all);
  const person = usePerson();
  const here = useRouterState({ select: ({ location }) => location.href });
  const { data } = person;
  const may = data && (any.length === 0 || any.some((action) => (data.may[action]?.length ?? 0) > 0));
  if (data && may)
    return (
      <main id="content" className={className}>
        {children(data)}
      </main>
    );
  return (
    <main id="content" className="door">
      {data === undefined && <Asking query={person} />}
      {data === null && (
        <Notice tone="busy" title={words.signInFirst}>
          <span>{words.signInWhy}</span>
          <div className="acts">
            <PageLink to={`/dang-nhap?ve=${encodeURIComponent(here)}`} className="button primary">
              {words.signIn}
            </PageLink>
          </div>
        </Notice>
      )}
      {data && !may && (
        <Notice tone="busy" title={words.notForYou}>
          <span>{words.notForYouHow}</span>
        </Notice>
      )}
    </main>
  );
}
