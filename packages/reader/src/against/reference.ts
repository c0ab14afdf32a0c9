import type { Period } from "@khop/core";
import type { Passage, Placed } from "./passages.ts";
import type { Periods } from "./periods.ts";

/** What a change is measured against, as the text says it. */
export interface Reference {
  readonly kind: "previous" | "sameLastYear" | "named" | "other";
  readonly words: string;
  /** The unit that it names: "tháng trước" is a month, "kỳ trước" any. */
  readonly frequency?: Period["frequency"];
  readonly month?: number;
  readonly year?: number;
  /** Said in the change's own sentence. */
  readonly close: boolean;
}

const MENTION =
  /(tháng|kỳ|quý|tuần)\s+(?:liền\s+)?(?:kề\s+)?trước(?:\s+đó)?|cùng\s+(?:kỳ|tháng)(?:\s+năm\s+(?:trước|ngoái|20\d\d))?|tháng\s+(\d{1,2})(?!\d)(?:\s*[/.-]\s*(20\d\d)|\s+năm\s+(20\d\d))?|(?:đầu|cuối)\s+(?:năm|nhiệm kỳ|quý|kỳ)|năm\s+(?:trước|ngoái|20\d\d)|kế hoạch|dự toán|chỉ tiêu/giu;

interface Mention extends Omit<Reference, "close"> {
  readonly from: number;
  readonly to: number;
}

const FREQUENCIES: Readonly<Record<string, Period["frequency"]>> = { tháng: "month", quý: "quarter", tuần: "week" };
const mentions = new WeakMap<Passage, readonly Mention[]>();

/** Every mention of another period in a passage, in order. */
export function mentionsIn(passage: Passage): readonly Mention[] {
  const known = mentions.get(passage);
  if (known !== undefined) return known;
  const found = [...passage.text.normalize("NFC").matchAll(MENTION)].map((match): Mention => {
    const [words, unit, month, year, year2] = match;
    const place = { words: words.toLowerCase(), from: match.index, to: match.index + words.length };
    if (unit !== undefined) {
      const frequency = FREQUENCIES[unit.toLowerCase()];
      return { kind: "previous", ...place, ...(frequency === undefined ? {} : { frequency }) };
    }
    if (/^cùng/iu.test(words)) return { kind: "sameLastYear", ...place };
    if (month === undefined) return { kind: "other", ...place };
    const of = year ?? year2;
    return { kind: "named", ...place, month: Number(month), ...(of === undefined ? {} : { year: Number(of) }) };
  });
  mentions.set(passage, found);
  return found;
}

/** A passage longer than this is no writer's; nothing is sought in it. */
export const LONGEST = 12_000;
const SENTENCE_END = /[.!?…]\s+(?=[\p{Lu}\d"“(])/gu;

/** Where the sentence about an offset begins and ends in a passage. */
export function sentenceAbout({ text }: Passage, offset: number): { from: number; to: number } {
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (end > offset) return { from, to: match.index + 1 };
    from = end;
  }
  return { from, to: text.length };
}

/**
 * What a change is measured against: the comparison right behind it, else the one that its sentence opens with, else that of the
 * sentence before.
 */
export function referenceOf(change: Placed): Reference | undefined {
  const { passage, to, from } = change;
  if (passage.text.length > LONGEST) return undefined;
  const sentence = sentenceAbout(passage, from);
  const compared = comparedIn(passage);
  const before = compared.findLast((one) => one.to <= from && one.from >= sentence.from);
  const after = compared.find((one) => one.from >= to && one.to <= sentence.to);
  if (after !== undefined && isOwn(change, after, before !== undefined)) return { ...after, close: true };
  if (before !== undefined) return { ...before, close: true };
  const earlier = compared.findLast((one) => one.to <= sentence.from);
  return earlier === undefined ? undefined : { ...earlier, close: false };
}

const compared = new WeakMap<Passage, readonly Mention[]>();

function comparedIn(passage: Passage): readonly Mention[] {
  const found = compared.get(passage) ?? mentionsIn(passage).filter((one) => isCompared(passage.text, one));
  compared.set(passage, found);
  return found;
}

/** "so với" stands before it, not far off: "so với 20.318 hồ sơ của tháng trước". */
function isCompared(text: string, { from, kind }: Mention): boolean {
  const lead = text.slice(Math.max(0, from - 60), from).toLowerCase();
  const at = lead.lastIndexOf("so ");
  if (at < 0) return false;
  const between = lead.slice(at);
  return !/[;]|\)\s*,/.test(between) && (kind !== "named" || between.length < 50);
}

/** No other change of its sort between, and no new comparison that opens behind a comma. */
function isOwn({ figure, passage, to }: Placed, { from }: Mention, opened: boolean): boolean {
  const between = passage.text.slice(to, from);
  if (between.includes(";")) return false;
  if (opened && /[,]\s*(?:và\s+)?so\s/iu.test(between)) return false;
  const isRate = (kind: string | undefined): boolean => kind === "percent" || kind === "point";
  return !passage.figures.some(
    (other) =>
      other.from >= to &&
      other.to <= from &&
      other.figure.change !== undefined &&
      isRate(other.figure.quantity?.unit.kind) === isRate(figure.quantity?.unit.kind),
  );
}

/** Whether what is named is the period of the earlier report. Where no period can be read, "tháng trước" is taken to be it. */
export function isOfEarlier(
  { kind, frequency, month, year }: Omit<Reference, "close" | "words">,
  { before, now, standing }: Periods,
): boolean {
  switch (kind) {
    case "previous":
      return (standing === "previous" || standing === "untold") && (frequency === undefined || now === null || now.frequency === frequency);
    case "sameLastYear":
      return standing === "yearBefore";
    case "named":
      return (
        before?.frequency === "month" && before.index === month && (year === undefined ? standing === "previous" : before.year === year)
      );
    default:
      return false;
  }
}
