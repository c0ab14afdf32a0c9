import type { Language } from "../language.tsx";

/** Why a page got no answer: the server's own words, or that there was no network. */
export class Refusal extends Error {
  readonly said: Readonly<Record<Language, string>>;
  /** HTTP status; 0 where no server was reached. */
  readonly status: number;
  readonly code: string;
  readonly info: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, said: Readonly<Record<Language, string>>, info: Readonly<Record<string, unknown>> = {}) {
    super(said.en);
    this.status = status;
    this.code = code;
    this.said = said;
    this.info = info;
  }
}

const unreached = {
  vi: "Không tới được máy chủ. Hãy xem lại mạng rồi thử lại.",
  en: "The server cannot be reached. Look at the network, then try again.",
};

const unknown = { vi: "Máy chủ trả lời không như mong đợi. Hãy thử lại.", en: "The server gave an unexpected answer. Try again." };

export const notReached = (): Refusal => new Refusal(0, "web/offline", unreached);

/** What the server says of a refusal (RFC 9457): Vietnamese, then English behind a stroke. */
export function refusalOf(status: number, body: unknown): Refusal {
  const { code, detail, info } = (typeof body === "object" && body !== null ? body : {}) as {
    readonly code?: unknown;
    readonly detail?: unknown;
    readonly info?: Readonly<Record<string, unknown>>;
  };
  if (typeof code !== "string" || typeof detail !== "string") return new Refusal(status, "web/unknown", unknown);
  const [vi = detail, en = vi] = detail.split(" / ");
  return new Refusal(status, code, { vi, en }, info);
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

/** An error in words, whatever it is. */
export const wordsOf = (error: unknown): Readonly<Record<Language, string>> => (isRefusal(error) ? error.said : unknown);
