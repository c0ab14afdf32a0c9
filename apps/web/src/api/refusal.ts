import type { Problem } from "@khop/client";
import type { Language } from "../language.tsx";

/** Why a page got no answer: the server's own words, or that it was not reached. */
export class Refusal extends Error {
  readonly said: Readonly<Record<Language, string>>;
  readonly status: number;
  readonly code: string;
  readonly info: Readonly<Record<string, unknown>>;

  /** The words of a problem stand in Vietnamese, then in English behind a stroke. */
  constructor({ status, code, detail, info = {} }: Pick<Problem, "status" | "code" | "detail" | "info">) {
    super(detail);
    const [vi = detail, en = vi] = detail.split(" / ");
    this.said = { vi, en };
    this.status = status;
    this.code = code;
    this.info = info;
  }
}

const unforeseen = { vi: "Trang gặp lỗi không lường trước. Hãy tải lại trang.", en: "The page failed. Load it again." };

/** An error in words, whatever it is. */
export const wordsOf = (error: unknown): Readonly<Record<Language, string>> => (error instanceof Refusal ? error.said : unforeseen);

export const isRefused = (error: unknown, status: number): boolean => error instanceof Refusal && error.status === status;

/** There was no network, or the server does not run. */
export const isUnreached = (error: unknown): boolean => error instanceof Refusal && error.code === "client/no-answer";
