import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { usePerson } from "../api/person.ts";
import { useKnownPerson } from "../frame/known-person.ts";
import { useWords } from "../language.tsx";
import { SignInFirst } from "../office/sign-in-first.tsx";
import "../style/check.css";
import "../style/entry.css";
import "../style/office.css";
import { ConnectedEntry } from "./connected/connected-entry.tsx";
import { Owed } from "./connected/owed.tsx";
import { OpenBook } from "./open-book.tsx";
import { Start } from "./start.tsx";
import { useLocalBook } from "./use-book.ts";
import { words as all } from "./words.ts";

/** Nhập số liệu: the forms of a regime as grids; a unit's own go to the server, others stay on this machine. */
export function EntryPage() {
  const words = useWords(all);
  const { regime, period, unit } = useSearch({ strict: false }) as {
    readonly regime?: string;
    readonly period?: string;
    readonly unit?: string;
  };
  const now = useKnownPerson();
  // What is open stays open when a session ends; it waits on this machine until somebody signs in again.
  const [known, setKnown] = useState(now);
  if (now !== null && now.user !== known?.user) setKnown(now);
  // Asked so that who is known is who is signed in; without a network it is who was.
  usePerson();
  useEffect(() => {
    document.title = `${words.title} · Khớp`;
  }, [words]);
  const province = known?.province ?? "";
  const key = useMemo(
    () =>
      regime === undefined || period === undefined || unit === undefined || province === ""
        ? null
        : { province, regime, period, orgUnit: unit },
    [province, regime, period, unit],
  );
  return (
    <main id="content" className="check">
      {unit === undefined && <LocalEntry />}
      {unit !== undefined && known === null && (
        <div className="door">
          <SignInFirst />
        </div>
      )}
      {key !== null && known !== null && <ConnectedEntry key={JSON.stringify(key)} submissionKey={key} user={known.user} />}
    </main>
  );
}

function LocalEntry() {
  const state = useLocalBook();
  const person = usePerson();
  return (
    <>
      {state.book === null && <Start onBegin={state.begin}>{person.data && <Owed person={person.data} />}</Start>}
      {state.book && <OpenBook state={state} book={state.book} onLeave={state.leave} />}
    </>
  );
}
