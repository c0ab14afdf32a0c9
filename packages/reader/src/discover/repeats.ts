import { fit, isSlipOf, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isLevelFigure, isPercent, isPerOther, printedAs, type Token } from "../figures.ts";
import { saysPast } from "../lexicon/earlier.ts";
import { alike, likeness, type Sight } from "./sight.ts";

/** The same figure said again, and id ranges against the count announced. */
export function discoverRepeats(sight: Sight): void {
  const seen = new Map<string, Fig>();
  for (const fig of sight.quantities) {
    if (!isLevelFigure(fig) || !fig.quantity || fig.quantity.approximate < 100) continue;
    const key = printedAs(fig) as string;
    const before = seen.get(key);
    seen.set(key, fig);
    if (!before || !alike(before, fig) || (likeness(before, fig) < 0.3 && fig.quantity.approximate < 1000)) continue;
    if (fig.level !== before.level) continue;
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [before, fig] } }],
      prior: 0.9,
      pattern: "again",
      cue: "",
      confirm: true,
      passage: fig.blockIndex,
    });
  }
  for (const passage of sight.passages) {
    passage.figures.forEach((first, i) => {
      const last = passage.figures[i + 1];
      if (first.role !== "reference" || !last || !isRange(passage.tokens, first.token, last.token)) return;
      if (!first.cell || !last.cell) return;
      const count = passage.figures
        .slice(Math.max(0, i - 8), i)
        .reverse()
        .find((fig) => isLevelFigure(fig));
      if (!count?.cell || fit(relations.count, { count: count.cell, first: first.cell, last: last.cell }) !== "holds") return;
      sight.add({
        options: [{ kind: relations.count, seats: { count, first, last } }],
        prior: 0.9,
        pattern: "ids",
        cue: "-",
        confirm: true,
        passage: passage.index,
      });
    });
  }
}

/** Digits that two figures one slip apart must have to be the same one, by how many words name both. */
const ENOUGH = [6, 5, 5, 4] as const;
const LEAST = 2;
/** Words that must name both where they have fewer digits than any of those. */
const NAMED: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [3, 2],
]);
const BACK = 400;
const BELIEVED = 0.6;

/**
 * `14.358 triệu đồng` in the report and `13.458 triệu đồng` in what sums it up, before it or behind: a figure that nothing else is said of, and that
 * one slip of a key parts from one that other figures rest on, in one unit. Asked last, when all is told of what rests on them.
 */
export function saidOtherwise(sight: Sight): void {
  // What is said of a figure without being believed unless it fits leaves it free.
  const bound = seatsOf(
    sight.hypotheses.filter(({ options: [option], prior, confirm }) => option?.kind !== relations.part && (confirm || prior >= BELIEVED)),
  );
  const kept = seatsOf(
    sight.hypotheses.filter(({ options, confirm, pattern }) => confirm || options[0]?.verdict === "holds" || pattern.startsWith("share:")),
  );
  const rates = Map.groupBy(sight.quantities.filter(isToldRate), printedAs);
  // A slip of a key leaves as many digits, or one more or less.
  const byDigits = Map.groupBy(
    sight.quantities.filter((one) => kept.has(one)),
    digitsOf,
  );
  for (const fig of sight.quantities) {
    const digits = digitsOf(fig);
    if (
      digits < LEAST ||
      bound.has(fig) ||
      !(isAmount(fig) ? !isIntensive(fig) : isToldRate(fig) && rates.get(printedAs(fig))?.length === 1) ||
      fig.threshold ||
      fig.hedge !== undefined ||
      isEndOfMove(fig) ||
      isOfEach(fig) ||
      isIntended(fig) ||
      fig.cues.some(({ cue, near: beside }) => beside && cue.kind === "mean")
    )
      continue;
    const meant = [digits - 1, digits, digits + 1]
      .flatMap((many) => byDigits.get(many) ?? [])
      .filter((one) => Math.abs(one.order - fig.order) <= BACK && mayBe(one, fig, digits));
    const [first] = meant;
    if (first === undefined || new Set(meant.map(printedAs)).size !== 1) continue;
    sight.add({
      options: [{ kind: relations.equality, seats: { values: [first, fig] } }],
      prior: 0.65,
      pattern: "again:slip",
      cue: "",
      confirm: false,
      passage: fig.blockIndex,
    });
  }
}

/** `tăng từ 240.000 đồng lên 280.000 đồng`: what it was, or what it came to. */
function isEndOfMove({ tokens, token: at, clause }: Fig): boolean {
  const word = tokens[at - 1]?.text ?? "";
  if (word !== "còn") return /^(?:từ|lên|xuống)$/.test(word);
  // "giảm từ 20 còn 15", and not "còn 15 tin đang xác minh".
  return tokens.slice(0, at).some(({ place, text, cue }) => place.clause === clause && (text === "từ" || cue?.kind === "fall"));
}

/** `Tháng 9 phấn đấu hoàn thành thêm 120 căn, đạt 1.068 căn`: what is meant to come says again nothing that is. */
function isIntended({ tokens, token: at, sentence }: Fig): boolean {
  for (let i = at - 1; i >= Math.max(0, at - INTENDED) && tokens[i]?.sentence === sentence; i--)
    if (tokens[i]?.text === "dự kiến" || (tokens[i]?.text === "phấn" && tokens[i + 1]?.text === "đấu")) return true;
  return false;
}

const INTENDED = 60;

/** `78,52%`: a percentage of two decimals is the same one by no accident. */
const isToldRate = (fig: Fig): boolean => isPercent(fig) && fig.quantity?.decimals === 2;

const seatsOf = (hypotheses: Sight["hypotheses"]): ReadonlySet<unknown> =>
  new Set(hypotheses.flatMap(({ options }) => Object.values(options[0]?.seats ?? {}).flat()));

/** `Bình quân mỗi chấp hành viên phải thi hành 186 việc, giải quyết xong 117 việc`: what each did, in its sentence. */
function isOfEach({ tokens, token: at, sentence }: Fig): boolean {
  for (let i = at - 1; i >= 0 && tokens[i]?.sentence === sentence; i--)
    if (tokens[i]?.cue?.kind === "each" || tokens[i]?.cue?.kind === "mean") return true;
  return false;
}

/** "kế hoạch năm (214.000 tấn)", "kế hoạch sản lượng 224.000 tấn": what is planned of two things is as round. */
const isPlanned = ({ cues }: Fig): boolean => cues.some(({ cue }) => cue.kind === "plan");

/** Of one unit and level, in another passage, named alike, and one slip apart. */
function mayBe(one: Fig, fig: Fig, digits: number): boolean {
  if (
    Math.abs(fig.blockIndex - one.blockIndex) < 2 ||
    one.level !== fig.level ||
    one.threshold ||
    one.change !== fig.change ||
    !alike(one, fig) ||
    (isPlanned(one) && isPlanned(fig)) ||
    isAmount(one) !== isAmount(fig) ||
    isEndOfMove(one)
  )
    return false;
  // "1.500.000 đồng/năm" is not said again by what it makes in five years.
  if (
    isPerOther(one) !== isPerOther(fig) ||
    (digits >= 3 && Math.min(tellingDigits(one), tellingDigits(fig)) < (digits > 4 ? MORE : TELLING))
  )
    return false;
  const [a, b] = [one.quantity, fig.quantity];
  if (a === null || b === null || !isSlipOf(a, b)) return false;
  const least = NAMED.get(digits);
  if (least !== undefined) return areNamedAlike(one, fig, least);
  const names = new Set(wordsOf(one));
  const common = new Set(wordsOf(fig).filter((word) => word.length > 1 && names.has(word) && !fig.quantity?.unit.id.includes(word))).size;
  return digits >= (ENOUGH[Math.min(common, ENOUGH.length - 1)] as number);
}

/** `còn 12 tin đang xác minh` and `còn 15 tin đang xác minh`: all the words about the one are said of the other, and of the same time. */
function areNamedAlike(one: Fig, fig: Fig, least: number): boolean {
  if (!fig.quantity?.unit.id || digitsOf(one) !== digitsOf(fig) || [one, fig].some(isOfOtherTime)) return false;
  const words = namesOf(fig);
  const others = namesOf(one);
  // "17 người bị thương", "13 người bị thương": so short a name is told of many.
  if (digitsOf(fig) === 2 && fig.after.filter((word) => words.has(word)).length < least) return false;
  return words.size >= least && [...words].every((word) => others.has(word));
}

const namesOf = (fig: Fig): ReadonlySet<string> => {
  const unit = new Set(fig.quantity?.unit.id.split(" "));
  return new Set(wordsOf(fig).filter((word) => !unit.has(word) && !SMALL.has(word)));
};

/** The words that name it, or what it is a share of; before a colon or brackets that it stands right behind, too. */
function wordsOf({ before, phrase, after, subject, tokens, token: at }: Fig): readonly string[] {
  const outside: string[] = [];
  if (tokens[at - 1]?.text === "(")
    for (let i = at - 2; i >= 0 && (tokens[i]?.type === "word" || tokens[i]?.cue); i--)
      outside.push(...(tokens[i] as Token).text.split(" "));
  return [...before, ...phrase, ...after, ...outside, ...(subject ? [...subject.before, ...subject.phrase, ...subject.after] : [])];
}

const SMALL = new Set("của là được với có số trên tại đã các và những trong toàn tỉnh huyện xã còn".split(" "));

/** A date or a word for an earlier time stands before it in its clause. */
const isOfOtherTime = ({ tokens, token: at, clause }: Fig): boolean => {
  const own = tokens.slice(Math.max(0, at - TIME), at).filter(({ place }) => place.clause === clause);
  return own.some(({ figure }) => figure?.role === "date") || saysPast(own.map(({ text }) => text));
};

const TIME = 10;

/** Digits but for the zeros of a round number: "40.000" tells one. */
const tellingDigits = (fig: Fig): number => (printedAs(fig) ?? "").replace(/\D/g, "").replace(/0+$/, "").length;
const TELLING = 2;
const MORE = 3;

/** `BN17577-17727`, `BN1201-BN1224`: from one id to another, the letters said once or twice. */
function isRange(tokens: readonly Token[], first: number, last: number): boolean {
  const sign = tokens[first + 1];
  if (sign?.type !== "sign" || !/[-–]/.test(sign.text)) return false;
  return last - first === 2 || (last - first === 3 && tokens[last - 1]?.text === tokens[first - 1]?.text);
}
