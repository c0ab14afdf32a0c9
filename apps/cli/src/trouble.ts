import type { Language, Said } from "./language.ts";

/** Why a command could not run: what, where and how to mend it, one sentence in each language. Ends with exit code 2. */
export class Trouble extends Error {
  readonly said: Said;

  constructor(vi: string, en: string) {
    super(en);
    this.name = "Trouble";
    this.said = { vi, en };
  }
}

/** A trouble as the terminal shows it: the chosen language first, the other below. */
export function troubleLines({ said }: Pick<Trouble, "said">, language: Language): string {
  const [first, second] = language === "vi" ? [said.vi, said.en] : [said.en, said.vi];
  return `khop: ${oneLine(first)}\n      ${oneLine(second)}\n`;
}

/** A file name may hold control characters; a terminal must not get them. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

/** Any error as a trouble: those that were not foreseen say so, and never show a stack. */
export function asTrouble(error: unknown, doing: Said): Trouble {
  if (error instanceof Trouble) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new Trouble(
    `${doing.vi} không xong vì một lỗi của chính khop (${text}): hãy gửi câu này cho người phát triển.`,
    `${doing.en} failed by a fault of khop itself (${text}): please send this line to its developers.`,
  );
}
