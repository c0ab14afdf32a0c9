import { Refusal } from "./refusal.ts";

/** Sessions are the sign-in's own, not the API's: what it is asked, and what it answers. */
async function asked(path: string, sent?: object): Promise<unknown> {
  const more = sent === undefined ? {} : { method: "POST", body: JSON.stringify(sent), headers: { "content-type": "application/json" } };
  const response = await fetch(`/api/auth/${path}`, more).catch(() => undefined);
  if (response === undefined) {
    const detail = "Không nối được với máy chủ. Hãy xem lại đường truyền rồi thử lại. / The server cannot be reached. Try again.";
    throw new Refusal({ status: 503, code: "client/no-answer", detail });
  }
  if (response.ok) return response.json();
  throw new Refusal({
    status: response.status,
    code: "auth/refused",
    detail: `Máy chủ từ chối (${response.status}). / The server refused (${response.status}).`,
  });
}

export const openSession = (email: string, password: string): Promise<unknown> => asked("sign-in/email", { email, password });

export const closeSession = (): Promise<unknown> => asked("sign-out", {});

/** What the person of the session is called; undefined where they gave no name. */
export async function nameInSession(): Promise<string | undefined> {
  const session = (await asked("get-session")) as { readonly user?: { readonly name?: string } } | null;
  return session?.user?.name || undefined;
}
