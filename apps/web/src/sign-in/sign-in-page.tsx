import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useId, useState } from "react";
import { signIn, usePerson } from "../api/person.ts";
import { isRefused, wordsOf } from "../api/refusal.ts";
import { signInElsewhere, signInMethods } from "../api/session.ts";
import { useLanguage, useWords } from "../language.tsx";
import { officeAddresses } from "../office/addresses.ts";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import "../style/office.css";
import { Account } from "./account.tsx";
import { CodeStep } from "./code-step.tsx";
import { words as all } from "./words.ts";

/** Đăng nhập: who comes in; and, for whoever is in, who they are and what they may do. */
export function SignInPage() {
  const words = useWords(all);
  const person = usePerson();
  const title = person.data ? words.account : words.title;
  useEffect(() => {
    document.title = `${title} · Khớp`;
  }, [title]);
  return (
    <main id="content" className="door">
      {person.data === null && <SignIn />}
      {person.data && <Account person={person.data} />}
      {person.data === undefined && <Asking query={person} />}
    </main>
  );
}

/** Where a person wanted to go before they were asked who they are: a page of ours, or what they see first. */
function wanted(): string {
  const to = new URLSearchParams(window.location.search).get("ve") ?? "";
  const [path = ""] = to.split("?");
  return officeAddresses.some((address) => address === path) ? to : "/dang-nhap";
}

function SignIn() {
  const words = useWords(all);
  const { language } = useLanguage();
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [wantsCode, setWantsCode] = useState(false);
  const methods = useQuery({ queryKey: ["methods"], queryFn: signInMethods, staleTime: 300_000 });
  const sso = methods.data?.sso;
  const why = (error: unknown): string => {
    if (isRefused(error, 401)) return words.wrong;
    if (isRefused(error, 429)) return words.tooMany;
    return wordsOf(error)[language];
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    setBusy(true);
    setFailed(null);
    try {
      if (await signIn(String(given.get("email")).trim(), String(given.get("password")))) setWantsCode(true);
      else await router.navigate({ href: wanted() });
    } catch (error) {
      setFailed(why(error));
      const password = form.querySelector<HTMLInputElement>("input[name=password]");
      password?.focus();
      password?.select();
    } finally {
      setBusy(false);
    }
  };
  if (wantsCode) return <CodeStep onDone={() => void router.navigate({ href: wanted() })} />;
  return (
    <form className="card begin" onSubmit={(event) => void submit(event)}>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <label className="label" htmlFor={`${id}e`}>
        {words.email}
      </label>
      <input className="field" id={`${id}e`} name="email" type="email" autoComplete="username" required />
      <label className="label" htmlFor={`${id}p`}>
        {words.password}
      </label>
      <input
        className="field"
        id={`${id}p`}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        required
        aria-invalid={failed !== null}
      />
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={({ currentTarget }) => setShown(currentTarget.checked)} />
        {words.show}
      </label>
      {failed !== null && (
        <Notice tone="error" title={words.failed}>
          <span>{failed}</span>
        </Notice>
      )}
      <div className="acts">
        <Button type="submit" looks={["primary"]} disabled={busy}>
          {busy ? words.going : words.go}
        </Button>
        {sso != null && (
          <Button onClick={() => void signInElsewhere(sso.provider, wanted()).catch((error) => setFailed(wordsOf(error)[language]))}>
            {words.elsewhere(sso.name)}
          </Button>
        )}
      </div>
    </form>
  );
}
