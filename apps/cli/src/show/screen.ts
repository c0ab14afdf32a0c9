import { fstatSync } from "node:fs";
import { styleText } from "node:util";
import type { Language } from "../language.ts";
import { type Words, words } from "./words.ts";

/** How to show things: in which language, how wide, in colour or not. */
export interface Screen {
  readonly language: Language;
  readonly words: Words;
  readonly width: number;
  readonly colour: Colours;
}

const styles = ["bold", "dim", "underline", "red", "green", "yellow", "magenta", "cyan"] as const;

/** Each style as a function of a text; without colour they all give the text back. */
type Colours = Readonly<Record<(typeof styles)[number], (text: string) => string>>;

const coloursOf = (wanted: boolean): Colours =>
  Object.fromEntries(
    styles.map((style) => [style, (text: string) => (wanted ? styleText(style, text, { validateStream: false }) : text)]),
  ) as Colours;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Standard output; touched only when it may be a terminal, because opening it as a stream costs 2 ms. */
export function standardOutput(): Stream {
  try {
    return fstatSync(1).isCharacterDevice() ? process.stdout : {};
  } catch {
    return {};
  }
}

/** The screen of a stream: colour on a terminal only, unless NO_COLOR or TERM=dumb forbid it or FORCE_COLOR asks for it. */
export function screenOf(stream: Stream, language: Language, env: NodeJS.ProcessEnv = process.env): Screen {
  const asked = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "";
  const colour = !env.NO_COLOR && (asked || (stream.isTTY === true && env.TERM !== "dumb"));
  const columns = stream.columns ?? (Number(env.COLUMNS) || 80);
  return { language, words: words[language], width: Math.min(Math.max(columns, 40), 140), colour: coloursOf(colour) };
}

/** A whole number as the language writes it. */
export const number = (count: number, language: Language): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
