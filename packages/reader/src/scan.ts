import {
  type Hedge,
  measureOf,
  multipliers,
  type Numeral,
  noUnit,
  percent,
  percentagePoint,
  type Quantity,
  quantity,
  type Unit,
} from "@khop/core";
import type { Block } from "./blocks.ts";
import type { Role } from "./document.ts";
import { Fig, isAmount, isRate, type Passage, Token } from "./figures.ts";
import { isDigit, numberToken, rawTokens } from "./lex.ts";
import type { Cue } from "./lexicon/cues.ts";
import { roleBefore } from "./lexicon/roles.ts";
import { countNouns } from "./lexicon/units.ts";
import { noQuantity } from "./no-quantity.ts";
import { type Style, spelledAt } from "./numbers.ts";
import { describe } from "./scope/describe.ts";
import { placeTokens } from "./scope/place-tokens.ts";
import { perUnit, unitAt } from "./unit-at.ts";
import { cuePhrases, hedges, nouns, otherPhrases, signCues } from "./vocabulary.ts";

interface Build {
  readonly block: Block;
  readonly blockIndex: number;
  readonly text: string;
  readonly raws: Token[];
  readonly figures: Fig[];
  readonly tokens: Token[];
  /** Whether its days are counted; not yet asked where it is not there. */
  days?: boolean;
}

const wordAt =
  (raws: readonly Token[]) =>
  (i: number): string | undefined => {
    const raw = raws[i];
    return raw?.type === "word" ? raw.text : undefined;
  };

function hasDigit(text: string, { ranges }: Block): boolean {
  return ranges.some(([from, to]) => {
    for (let i = from; i < to; i++) if (isDigit(text.charCodeAt(i))) return true;
    return false;
  });
}

/** Reads a block into tokens and figures. */
export function scan(text: string, lower: string, block: Block, blockIndex: number, style: Style | undefined): Passage {
  if (!hasDigit(text, block)) return { block, index: blockIndex, tokens: [], figures: [], spans: [], openers: [] };
  const raws = rawTokens(text, lower, block, style);
  const build: Build = { block, blockIndex, text, raws, figures: [], tokens: [] };
  const word = wordAt(raws);
  /** Up to here the words are part of a longer one that says something else: "công cộng" sums up nothing. */
  let plainTo = 0;
  let i = 0;
  while (i < raws.length) {
    const raw = raws[i] as Token;
    if (raw.type === "number") {
      i = takeNumber(build, i);
      continue;
    }
    const other = raw.type === "word" ? otherPhrases.at(i, word) : null;
    if (other !== null) plainTo = i + other.length;
    const cue = raw.type === "word" && i >= plainTo ? cuePhrases.at(i, word) : null;
    const spelled = raw.type === "word" && cue === null && !raw.capital ? spelledAt(i, word) : null;
    const counted = spelled === null ? i : i + spelled.length;
    if (
      spelled !== null &&
      (nouns.at(counted, word) !== null || countNouns.has(word(counted) ?? "")) &&
      !isOrdinalWord(word(i - 1)) &&
      !(raw.text === "năm" && YEARS.has(word(i - 1) ?? "")) &&
      !(raw.text === "một" && isMean(PREPOSITIONS.has(word(i - 1) ?? "") ? word(i - 2) : word(i - 1)))
    ) {
      const last = raws[counted - 1] as Token;
      const number = numberToken(raw.start, last.end, null, { digits: String(spelled.value), scale: 0, style: "plain" });
      raws.splice(i, spelled.length, number);
      i = takeNumber(build, i);
    } else if (cue !== null) {
      const last = raws[i + cue.length - 1] as Token;
      build.tokens.push(cueToken(raw.start, last.end, cue.value, raw.capital));
      i += cue.length;
    } else {
      const sign = raw.type === "sign" && !isBullet(raws, i) ? signCues.get(raw.text) : undefined;
      build.tokens.push(sign ? cueToken(raw.start, raw.end, sign, false) : raw);
      i++;
    }
  }
  for (const [at, token] of build.tokens.entries())
    if (token.text === ":" && token.type === "sign" && opensList(build.tokens, at)) token.cue = colon;
  const passage = { block, index: blockIndex, tokens: build.tokens, figures: build.figures, ...placeTokens(build.tokens) };
  describe(passage);
  return passage;
}

const colon: Cue = { kind: "opener", words: ":", prior: 0.8 };
const AHEAD = 60;
const DIVISIONS = new Set([
  "nguyên",
  "lĩnh",
  "địa",
  "ngành",
  "dung",
  "hình",
  "nhóm",
  "loại",
  "khoản",
  "phần",
  "hạng",
  "mức",
  "từng",
  "chia",
  "thuộc",
  "các",
]);

/** `1.387 người: ngoài xã hội 612, trong trại 775`, `theo mức độ: độ I 93 người, độ II 174 người`: a colon behind an amount, or behind "theo …", with two amounts and more to come. */
function opensList(tokens: readonly Token[], at: number): boolean {
  let divides = false;
  let back = at - 1;
  for (; back >= Math.max(0, at - 7); back--) {
    const token = tokens[back] as Token;
    if (token.type === "figure" || token.cue !== undefined || token.type === "sign") break;
    if (token.text === "theo") divides = true;
  }
  const head = amountBefore(tokens, back);
  let amounts = 0;
  for (let i = at + 1; i < Math.min(tokens.length, at + AHEAD) && amounts < 3; i++) {
    const token = tokens[i] as Token;
    if (token.figure && isAmount(token.figure)) amounts += 1;
    if (token.type === "sign" && (/^[|\t]$/.test(token.text) || (token.text === "." && tokens[i + 1]?.capital !== false))) break;
  }
  if (divides || (head !== undefined && isAmount(head))) return amounts >= 2 || (divides && at === tokens.length - 1);
  // "rơi vào bốn nhóm hành vi: chở quá tải 1.036 biên bản, …": what is divided needs no amount before the colon.
  return amounts >= 3 && tokens.slice(back + 1, at).some(({ text }) => DIVISIONS.has(text));
}

/** `49/58 vụ, đạt 84,48%: …`, `553 thửa, nguyên nhân: …`: the amount that a share of it, or the name of what follows, stands behind. */
function amountBefore(tokens: readonly Token[], from: number): Fig | undefined {
  for (let i = from; i >= Math.max(0, from - HEAD_REACH); i--) {
    const { figure, type, text, cue } = tokens[i] as Token;
    // "đón 1.268 nghìn lượt khách, tăng 14,9% so với 1.104 nghìn lượt của xuân 2024: …": over the date of what it is compared with.
    if (figure && figure.role !== "date" && !isRate(figure)) return figure;
    const passes =
      figure !== undefined ||
      type === "word" ||
      /^[,()/]$/.test(text) ||
      cue?.kind === "share" ||
      (cue !== undefined && COMPARES.has(cue.kind));
    if (!passes) return undefined;
  }
  return undefined;
}

const COMPARES: ReadonlySet<string> = new Set(["versus", "rise", "fall"]);
const HEAD_REACH = 12;

/** `+ Đã xong 561 việc`: the plus of an item; `(652 vụ + 434 vụ)`: of a sum. Neither is a rise. */
const isBullet = (raws: readonly Token[], i: number): boolean =>
  (i === 0 && raws[1]?.type === "word") || (raws[i]?.text === "+" && raws[i - 1]?.type === "word" && raws[i + 1]?.type === "number");

/** A unit of things, and no place that might as well open the next clause ("trong tháng 9 tỉnh …"). */
function countsThings(at: number, word: (k: number) => string | undefined): boolean {
  const first = word(at);
  if (first === undefined || PLACES.has(first)) return false;
  return nouns.at(at, word) !== null || countNouns.has(first) || multipliers.has(first) || measureOf(first) !== null;
}

const PLACES: ReadonlySet<string> = new Set(["tỉnh", "huyện", "xã", "phường"]);

const isOrdinalWord = (word: string | undefined): boolean => word === "thứ" || word === "tháng" || word === "ngày" || word === "quý";

/** "đầu năm xã có 134 hộ": the year, and no five communes. */
const YEARS: ReadonlySet<string> = new Set(["đầu", "cuối", "giữa", "cả", "trong", "hằng", "hàng", "nửa", "qua", "một", "mỗi", "các"]);

const PREPOSITIONS: ReadonlySet<string> = new Set(["trên", "của", "cho", "mỗi"]);

/** "bình quân (trên) một doanh nghiệp": the "một" is what the mean is per. */
const isMean = (word: string | undefined): boolean => word === "quân" || word === "bình";

function cueToken(start: number, end: number, cue: Cue, capital: boolean): Token {
  const token = new Token("cue", start, end, cue.words, capital);
  token.cue = cue;
  return token;
}

/** Takes the number at `i` with its percent sign, multiplier and unit, and says how far it read. */
function takeNumber(build: Build, i: number): number {
  const { raws, text } = build;
  const raw = raws[i] as Token;
  const word = wordAt(raws);
  const sign = (k: number): string | undefined => (raws[k]?.type === "sign" ? raws[k]?.text : undefined);
  let role: Role | null = raw.role;
  let end = raw.end;
  let next = i + 1;
  let made: Quantity | null = null;
  let hedge: Hedge | undefined;
  let unitWords = 0;
  const numeral = raw.numeral;

  const over = sign(i - 1) === "/" ? (raws[i - 2]?.numeral ?? null) : null;
  if (role === null && numeral !== null)
    role = roleBefore(
      word(i - 1),
      word(i - 2),
      numeral,
      word(i + 1),
      sign(i - 1),
      sign(i + 1),
      sign(i - 2),
      countsThings(i + 1, word),
      over,
    );
  // "tốt 74 ngày (20,2%), trung bình 173 ngày (47,3%)": days that are counted as other things are.
  if (role === "other" && word(i + 1) === "ngày" && countsDays(build)) role = null;
  if (role === null) role = noQuantity({ text, raws, word, sign, counts: (k) => countsThings(k, word) }, i);
  if (role === "ordinal" || role === "date") raw.named = role;
  if (role === null && numeral !== null) {
    let digits = numeral;
    let exponent = 0;
    let unit: Unit = noUnit;
    let upper: Numeral | undefined;
    const second = rangeEnd(raws, i, sign);
    if (second !== null) {
      upper = second.numeral;
      next = second.next;
      end = second.end;
    }
    const point = pointWord(word, next, sign);
    if (sign(next) === "%" || second !== null) {
      unit = percent;
      if (sign(next) === "%") {
        end = (raws[next] as Token).end;
        next += 1;
      }
    } else if (point > 0) {
      unit = point === 2 && word(next) === "phần" ? percent : percentagePoint;
      next += point;
    } else {
      const first = multipliers.get(word(next) ?? "");
      if (first !== undefined) {
        exponent = first;
        next += 1;
        const again = multipliers.get(word(next) ?? "");
        if (again !== undefined) {
          // "1,33 tỷ triệu USD": nobody means the product; the first is what was written.
          if (again > first) exponent += again;
          next += 1;
        }
        const compound = compoundMoney(raws, next, exponent, digits, word);
        if (compound !== null) {
          digits = compound.numeral;
          next = compound.next;
          end = (raws[next - 1] as Token).end;
        }
      }
      const named = unitAt(text, raws, next, word);
      unitWords = named.length;
      unit = lacksPercent(build, digits, exponent, unitWords, sign(next)) ? percent : perUnit(raws, next + unitWords, named.unit, sign);
    }
    hedge = upper === undefined ? hedgeBefore(word, i) : "range";
    const value = `${raw.number?.negative ? "-" : ""}${decimalText(digits)}`;
    made = quantity({
      value,
      unit,
      exponent,
      decimals: digits.scale,
      ...(hedge ? { hedge } : {}),
      ...(upper ? { upper: decimalText(upper) } : {}),
    });
    role = "quantity";
  }
  const fig = new Fig({
    start: raw.start,
    end,
    block: build.block,
    blockIndex: build.blockIndex,
    tokens: build.tokens,
    token: build.tokens.length,
    role: role ?? "other",
    quantity: made,
    hedge,
  });
  if (fig.role === "reference" && numeral !== null && made === null)
    fig.quantity = quantity({ value: decimalText(numeral), decimals: numeral.scale });
  build.figures.push(fig);
  const token = new Token("figure", raw.start, end, text.slice(raw.start, end));
  token.figure = fig;
  build.tokens.push(token);
  for (let k = 0; k < unitWords; k++) build.tokens.push(raws[next + k] as Token);
  return next + unitWords;
}

/** Three stretches of days and more of its block have a share in brackets behind them. */
function countsDays(build: Build): boolean {
  build.days ??= build.block.ranges.some(
    ([from, to]) => (build.text.slice(from, to).match(/\d ngày \(\d{1,3}(?:,\d+)?%\)/g)?.length ?? 0) >= 3,
  );
  return build.days;
}

/** `(đạt 78,35)`, `chiếm tỷ trọng 11,71`: a bare decimal behind words for a share, whose per cent sign was left out. */
function lacksPercent({ tokens }: Build, digits: Numeral, exponent: number, unitWords: number, sign: string | undefined): boolean {
  if (digits.scale < 1 || digits.scale > 2 || digits.digits.length - digits.scale > 2 || exponent !== 0 || unitWords > 0) return false;
  const last = tokens.at(-1);
  if (last?.cue?.kind !== "share") return false;
  if (sign === ")" && tokens.at(-2)?.text === "(") return true;
  return /^(?:chiếm|tỷ trọng|(?:.* )?t[ỷỉ] lệ|t[ỷỉ] lệ.*)/.test(last.text) && (sign === undefined || /[.,;)]/.test(sign) || sign === "(");
}

function decimalText({ digits, scale }: Numeral): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, "0");
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** `90 - 95%`, `80% - 100%`: one figure, with two ends. */
function rangeEnd(
  raws: readonly Token[],
  i: number,
  sign: (k: number) => string | undefined,
): { numeral: Numeral; next: number; end: number } | null {
  let k = i + 1;
  const marked = sign(k) === "%";
  if (marked) k += 1;
  if (sign(k) !== "-" && sign(k) !== "–") return null;
  const second = raws[k + 1];
  if (second?.type !== "number" || second.numeral == null || second.role || sign(k + 2) !== "%") return null;
  // "Cơ cấu: 24,1% - 38,6% - 32,2% - 5,1%": dashes between several are no ends of one.
  const isDash = (at: number): boolean => /^[-–]$/.test(sign(at) ?? "");
  if ((isDash(k + 3) && raws[k + 4]?.type === "number") || (isDash(i - 1) && sign(i - 2) === "%")) return null;
  return { numeral: second.numeral, next: k + 3, end: (raws[k + 2] as Token).end };
}

function pointWord(word: (k: number) => string | undefined, k: number, sign: (k: number) => string | undefined): number {
  if (word(k) === "phần" && word(k + 1) === "trăm") return 2;
  if (word(k) === "điểm" && word(k + 1) === "phần" && word(k + 2) === "trăm") return 3;
  if (word(k) === "điểm" && sign(k + 1) === "%") return 2;
  return 0;
}

/** `104.473 tỷ 399 triệu 784 nghìn`: one amount, said in steps. */
function compoundMoney(
  raws: readonly Token[],
  next: number,
  exponent: number,
  first: Numeral,
  word: (k: number) => string | undefined,
): { numeral: Numeral; next: number } | null {
  if (first.scale > 0) return null;
  let digits = first.digits;
  let scale = 0;
  let last = exponent;
  let k = next;
  for (;;) {
    const part = raws[k];
    if (part?.type !== "number" || part.role || !part.numeral || part.numeral.scale > 0 || part.numeral.digits.length > 3) break;
    const step = multipliers.get(word(k + 1) ?? "") ?? (word(k + 1) === "đồng" ? 0 : undefined);
    if (step === undefined || step >= last) break;
    digits += part.numeral.digits.padStart(last - step, "0");
    scale += last - step;
    last = step;
    k += step === 0 ? 1 : 2;
    if (step === 0) break;
  }
  return k === next ? null : { numeral: { digits, scale, style: "vi" }, next: k };
}

function hedgeBefore(word: (k: number) => string | undefined, i: number): Hedge | undefined {
  for (const back of [3, 2, 1]) {
    const found = hedges.at(i - back, word);
    if (found !== null && found.length === back) return found.value;
  }
  return undefined;
}
