import { useState } from "react";
import { type Person, showCode } from "../api/person.ts";
import { isUnreached, Refusal } from "../api/refusal.ts";
import { beginSecondStep } from "../api/session.ts";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Sure } from "../parts/sure.tsx";
import { words as all } from "./words.ts";

/** What is refused here is a wrong password or a wrong code, whatever the server calls it. */
async function orWrong<T>(act: Promise<T>, which: "wrongPassword" | "codeWrong"): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (isUnreached(error)) throw error;
    throw new Refusal({ status: 401, code: "auth/refused", detail: `${all.vi[which]} / ${all.en[which]}` });
  }
}

type Begun = Awaited<ReturnType<typeof beginSecondStep>>;

/** Asks for a code besides the password from now on: set up, shown to work, and then in force. */
export function SecondStep({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const [isAsking, setAsking] = useState(false);
  const [begun, setBegun] = useState<Begun | null>(null);
  if (person.hasSecondStep) return <p>{words.secondIs}</p>;
  return (
    <>
      <div className="acts">
        <Button onClick={() => setAsking(true)}>{words.second}</Button>
      </div>
      {isAsking && (
        <Sure
          title={words.second}
          does={words.goOn}
          onClose={() => setAsking(false)}
          onDo={async ({ given }) => setBegun(await orWrong(beginSecondStep(String(given.get("password"))), "wrongPassword"))}
        >
          <p>{words.secondHow}</p>
          <Field label={words.password} name="password" type="password" autoComplete="current-password" required />
        </Sure>
      )}
      {begun !== null && (
        <Sure
          title={words.second}
          does={words.second}
          onClose={() => setBegun(null)}
          onDo={({ given }) => orWrong(showCode(String(given.get("code")).replace(/\s/g, "")), "codeWrong")}
        >
          <p>{words.secondKey}</p>
          <p>
            <a href={begun.totpURI}>
              <code>{new URL(begun.totpURI).searchParams.get("secret")}</code>
            </a>
          </p>
          <Field label={words.code} name="code" autoComplete="one-time-code" inputMode="numeric" required />
          <p>{words.secondCodes}</p>
          <p>
            <code>{begun.backupCodes.join("  ")}</code>
          </p>
        </Sure>
      )}
    </>
  );
}
