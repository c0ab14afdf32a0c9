import type { Problem } from "@khop/client";
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
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const { status } = response;
  throw new Refusal({ code: "auth/refused", detail: `Máy chủ từ chối (${status}). / The server refused (${status}).`, ...problem, status });
}

/** Signs in by a password; true where a code is asked for besides. */
export async function openSession(email: string, password: string): Promise<boolean> {
  const answer = (await asked("sign-in/email", { email, password })) as { readonly twoFactorRedirect?: boolean };
  return answer.twoFactorRedirect === true;
}

/** The second step: a code of six digits from an app, or one of those that are used once. */
export const verifyCode = (code: string): Promise<unknown> =>
  asked(/^\d{6}$/.test(code) ? "two-factor/verify-totp" : "two-factor/verify-backup-code", { code });

export const closeSession = (): Promise<unknown> => asked("sign-out", {});

/** What a code is made from, and codes that are used once; it is asked for only once a right code was shown. */
export const beginSecondStep = async (password: string): Promise<{ readonly totpURI: string; readonly backupCodes: readonly string[] }> =>
  (await asked("two-factor/enable", { password })) as { totpURI: string; backupCodes: readonly string[] };

/** How one may sign in here besides by a password. */
export const signInMethods = async (): Promise<{ readonly sso: { readonly provider: string; readonly name: string } | null }> =>
  (await asked("methods")) as { sso: { provider: string; name: string } | null };

/** Goes to where people sign in elsewhere; they come back to the address that is given. */
export async function signInElsewhere(provider: string, callbackURL: string): Promise<void> {
  const { url } = (await asked("sign-in/social", { provider, callbackURL, errorCallbackURL: "/dang-nhap" })) as { readonly url: string };
  window.location.assign(url);
}

/** What is known of the person of the session: what they are called, and whether a code is asked of them. */
export async function personInSession(): Promise<{ readonly name?: string; readonly hasSecondStep: boolean }> {
  const session = (await asked("get-session")) as {
    readonly user?: { readonly name?: string; readonly twoFactorEnabled?: boolean | null };
  } | null;
  const { name = "", twoFactorEnabled } = session?.user ?? {};
  return { ...(name === "" ? {} : { name }), hasSecondStep: twoFactorEnabled === true };
}
