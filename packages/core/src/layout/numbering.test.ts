import { describe, expect, it } from "vitest";
import { pointLetters } from "../numerals.ts";
import type { HeadingNumber, MeasuredLayout, MeasuredLine } from "./measured.ts";
import { numberingMisses } from "./numbering.ts";

/** "I.", "2.", "*2." (in bold), ".5.", "a)", "A.", "Điều 2."; "|" begins an appendix. */
function numberOf(word: string, marked: boolean): HeadingNumber | null {
  const written = word.replace("*", "").replace("_", " ");
  const emphasised = marked ? word.startsWith("*") : null;
  const single = (scheme: HeadingNumber["scheme"], value: number): HeadingNumber => ({ written, scheme, path: [value], emphasised });
  if (written === "|") return null;
  if (written.startsWith("Điều")) return single("article", Number(/\d+/.exec(written)?.[0]));
  if (/^[IVX]/.test(written)) return single("roman", ["I.", "II.", "III.", "IV.", "V."].indexOf(written) + 1);
  if (/^[A-H]/.test(written)) return single("capital", written.charCodeAt(0) - 64);
  if (/^[a-zđ]/.test(written)) return single("letter", pointLetters.indexOf(written.charAt(0)) + 1);
  return { written, scheme: "arabic", path: written.replace(/[.)]$/, "").split(".").map((one) => (one === "" ? null : Number(one))), emphasised };
}

function misses(words: string): string[] {
  const marked = words.includes("*");
  const lines = words.split(" ").map((word, i): MeasuredLine => ({
    start: i,
    end: i + 1,
    text: word,
    part: word === "|" ? "appendixNumber" : "clause",
    number: numberOf(word, marked),
    looks: [],
    setting: null,
  }));
  const layout: MeasuredLayout = { text: "", pages: null, sections: [], lines };
  return numberingMisses(layout).map(({ measured, required }) => `${measured.vi} → ${required.vi}`);
}

describe("numbers that follow", () => {
  it.each([
    ["sections with clauses that begin anew",       "I. 1. 2. II. 1. 2. 3."],
    ["numbers of two and three places",             "1. 1.1. 1.2. 1.2.1. 1.2.2. 2. 2.1."],
    ["points begin anew under each clause",         "1. a) b) c) 2. a) b)"],
    ["points with đ",                               "a) b) c) d) đ) e) g) h)"],
    ["numbers under points",                        "a) 1. 2. b) 1. 2."],
    ["capitals above Roman numbers",                "A. I. II. B. I. II."],
    ["a list that begins anew without a heading",   "1. 2. 3. 1. 2."],
    ["a list inside a clause, told by its looks",   "*1. 1. 2. *2. 1. 2. 3. *3."],
    ["a list inside a clause, in a plain text",     "1. 1. 2. 2. 3."],
    ["a list inside 2.1",                           "*1. *2. *2.1. 1. 2. *2.2. 1. *2.3."],
    ["a heading that was not made bold",            "*1. *2. 3. *4."],
    ["two places without the heading above",        "I. 1.1. 1.2. 2.1. 2.2. II. 1.1."],
    ["articles go on through chapters",             "I. Điều_1. Điều_2. II. Điều_3."],
    ["clauses go on through sections",               "I. 1. 2. II. 3. 4."],
    ["an appendix begins anew",                     "I. II. | I. 1. II."],
  ])("%s", (_, words) => {
    expect(misses(words)).toEqual([]);
  });
});

describe("numbers that do not follow", () => {
  it.each<[string, string, string[]]>([
    ["lost in part, at the end",                    "I. *1. *2. 2.1. 2.2. 2.3. 2.4. .5. II.",   [".5. → 2.5."]],
    ["lost in part, between its neighbours",        "1. 1.1. 1.2. 1.3. 1.4. .5. 1.6.",       [".5. → 1.5."]],
    ["lost in part, where the heading is not there", "1.4. 1.5. .6. 1.7.",                   ["1.4. → 1.1.", ".6. → 1.6."]],
    ["lost in part, and wrong in the rest",         "1. 1.1. 1.2. .5.",                      [".5. → 1.3."]],
    ["said twice, the next goes on",                "1. 1.1. 1.2. 1.2. 1.3.",                ["1.2. → 1.3."]],
    ["said twice, the next counts it",              "1. 1.1. 1.2. 1.2. 1.4.",                ["1.2. → 1.3."]],
    ["left out",                                    "I. II. IV. V.",                         ["IV. → III."]],
    ["mistyped, the next is right",                 "1. 1.1. 1.7. 1.3.",                     ["1.7. → 1.2."]],
    ["goes back",                                   "I. II. III. II.",                       ["II. → IV."]],
    ["does not begin at one",                       "I. 2. 3.",                              ["2. → 1."]],
    ["under another heading",                       "1. 1.1. 2. 2.1. 1.2.",                  ["1.2. → 2.2."]],
    ["of the heading before",                       "1. 1.1. 2. 1.1. 1.2.",                  ["1.1. → 2.1."]],
    ["a point without đ",                           "a) b) c) d) e)",                        ["e) → đ)"]],
  ])("%s", (_, words, expected) => {
    expect(misses(words)).toEqual(expected);
  });
});
