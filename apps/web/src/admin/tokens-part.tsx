import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { allOf, answered, khop } from "../api/khop.ts";
import { queries } from "../api/queries.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Sideways } from "../parts/sideways.tsx";
import { Sure } from "../parts/sure.tsx";
import { momentIn } from "../time.ts";
import { words as all } from "./words.ts";

const scopes = ["read", "enter", "decide", "manage"] as const;

/** One's own tokens: made, shown once, revoked. */
export function TokensPart() {
  const words = useWords(all);
  const { language } = useLanguage();
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: () => allOf((query) => khop.GET("/api/v1/tokens", { params: { query } })) });
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  if (tokens.data === undefined) return <Asking query={tokens} />;
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ["tokens"] });
  const add = async (given: FormData): Promise<void> => {
    const day = String(given.get("expires") ?? "");
    const body = {
      name: String(given.get("name")).trim(),
      scopes: scopes.filter((one) => given.get(one) !== null),
      ...(day === "" ? {} : { expiresAt: new Date(`${day}T23:59:59+07:00`).toISOString() }),
    };
    const made = await answered(khop.POST("/api/v1/tokens", { body }));
    setSecret(made.secret);
    setCopied(false);
    await renew();
  };
  return (
    <>
      <p className="quiet small">{words.tokensHow}</p>
      <Button looks={["primary"]} onClick={() => setAdding(true)}>
        {words.addToken}
      </Button>
      {secret !== null && (
        <Notice tone="calm" title={words.secret}>
          <code>{secret}</code>
          <div className="acts">
            <Button looks={["small"]} onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
              {isCopied ? words.copied : words.copy}
            </Button>
          </div>
        </Notice>
      )}
      {tokens.data.length === 0 && <p className="quiet">{words.noTokens}</p>}
      {tokens.data.length > 0 && (
        <Sideways label={words.parts.tokens ?? ""}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.token}</th>
                <th scope="col">{words.mayDo}</th>
                <th scope="col">{words.expires}</th>
                <th scope="col">
                  <span className="unseen">{words.revoke}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.data.map(({ id, name, scopes: granted, expiresAt }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{granted.map((one) => words.scopes[one] ?? one).join(", ")}</td>
                  <td>{expiresAt === null ? words.never : momentIn(expiresAt, language)}</td>
                  <td>
                    <Button looks={["small"]} aria-label={`${words.revoke}: ${name}`} onClick={() => setRevoking({ id, name })}>
                      {words.revoke}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
      {isAdding && (
        <Sure title={words.addToken} does={words.addToken} onClose={() => setAdding(false)} onDo={({ given }) => add(given)}>
          <Field label={words.token} name="name" required maxLength={200} />
          <fieldset className="cells">
            <legend className="label">{words.mayDo}</legend>
            {scopes.map((one) => (
              <label key={one} className="tick">
                <input type="checkbox" name={one} defaultChecked={one === "read"} />
                {words.scopes[one]}
              </label>
            ))}
          </fieldset>
          <Field label={words.expires} name="expires" type="date" />
          <p>{words.tokenSure}</p>
        </Sure>
      )}
      {revoking !== null && (
        <Sure
          title={words.revoke}
          does={words.revoke}
          onClose={() => setRevoking(null)}
          onDo={async () => {
            await answered(khop.DELETE("/api/v1/tokens/{token}", { params: { path: { token: revoking.id } } }));
            await renew();
          }}
        >
          <p>{words.revokeSure(revoking.name)}</p>
        </Sure>
      )}
    </>
  );
}
