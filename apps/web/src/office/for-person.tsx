import type { ReactNode } from "react";
import { type Person, usePerson } from "../api/person.ts";
import { useWords } from "../language.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/office.css";
import { Asking } from "./asking.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
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
      {data === null && <SignInFirst />}
      {data && !may && (
        <Notice tone="busy" title={words.notForYou}>
          <span>{words.notForYouHow}</span>
        </Notice>
      )}
    </main>
  );
}
