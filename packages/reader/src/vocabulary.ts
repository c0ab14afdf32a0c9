import { type Hedge, hedgeWords } from "@khop/core";
import { type Cue, cues, otherWords } from "./lexicon/cues.ts";
import { unitNouns } from "./lexicon/units.ts";
import { Phrases } from "./phrases.ts";

/** The wordings of the lexicon, ready to be found in a text word by word. */
export const cuePhrases = new Phrases<Cue>(cues.filter(({ words }) => /\p{L}/u.test(words)).map((cue) => [cue.words, cue]));
export const otherPhrases = new Phrases<string>(otherWords.map((words) => [words, words]));
export const signCues: ReadonlyMap<string, Cue> = new Map(cues.filter(({ words }) => !/\p{L}/u.test(words)).map((cue) => [cue.words, cue]));
export const nouns = new Phrases<string>(unitNouns.map((noun) => [noun, noun]));
export const hedges = new Phrases<Hedge>(hedgeWords.map(([word, hedge]) => [word, hedge]));
