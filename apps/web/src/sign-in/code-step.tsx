import { type FormEvent, useEffect, useRef, useState } from "react";
import { showCode } from "../api/person.ts";
import { isUnreached, wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { words as all } from "./words.ts";

/** The second step of signing in: a code. */
export function CodeStep({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).replace(/\s/g, "");
    try {
      await showCode(code);
      onDone();
    } catch (error) {
      setFailed(isUnreached(error) ? wordsOf(error)[language] : words.codeWrong);
      form.current?.querySelector("input")?.select();
    }
  };
  return (
    <form className="card begin" ref={form} onSubmit={(event) => void submit(event)}>
      <h1>{words.code}</h1>
      <Field label={words.code} how={words.codeHow} name="code" autoComplete="one-time-code" required />
      {failed !== null && (
        <Notice tone="error" title={words.failed}>
          <span>{failed}</span>
        </Notice>
      )}
      <div className="acts">
        <Button type="submit" looks={["primary"]}>
          {words.goOn}
        </Button>
      </div>
    </form>
  );
}
