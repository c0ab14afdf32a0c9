import {
  type Hedge,
  hedgeWords,
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
import { type Cue, cues } from "./lexicon/cues.ts";
import { roleBefore } from "./lexicon/roles.ts";
import { abbreviations, countNouns, notUnits, unitNouns } from "./lexicon/units.ts";
import { numberAt, spelledAt } from "./numbers.ts";
import { Phrases } from "./phrases.ts";
import { describe, placeTokens } from "./scope.ts";
import { oneTonePlace } from "./tone.ts";

const cuePhrases = new Phrases<Cue>(cues.filter(({ words }) => /\p{L}/u.test(words)).map((cue) => [cue.words, cue]));
const signCues = new Map(cues.filter(({ words }) => !/\p{L}/u.test(words)).map((cue) => [cue.words, cue]));
const nouns = new Phrases<string>(unitNouns.map((noun) => [noun, noun]));
const hedges = new Phrases<Hedge>(hedgeWords.map(([word, hedge]) => [word, hedge]));
const COUNT_UNITS = new Map<string, Unit>();

/** Units are one object each, so that comparing them is cheap. The cache is emptied when some odd text fills it. */
function countUnit(id: string): Unit {
  let unit = COUNT_UNITS.get(id);
  if (unit === undefined) {
    if (COUNT_UNITS.size > 5000) COUNT_UNITS.clear();
    unit = { id, kind: "count" };
    COUNT_UNITS.set(id, unit);
  }
  return unit;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2bff) && code < 0xfe00) ||
  code === 0xb2 ||
  code === 0xb3;

/** Words, numbers and signs of a block. */
function rawTokens(text: string, lower: string, block: Block, english: boolean): Token[] {
  const raws: Token[] = [];
  for (const [from, to] of block.ranges) {
    let i = from;
    while (i < to) {
      const code = text.charCodeAt(i);
      if (isDigit(code)) {
        const found = numberAt(text, i, to, english);
        raws.push(numberToken(i, found.end, found.role, found.numeral));
        i = found.end;
      } else if (isLetter(code)) {
        let j = i + 1;
        while (j < to && isLetter(text.charCodeAt(j))) j++;
        let digits = j;
        while (digits < to && isDigit(text.charCodeAt(digits))) digits++;
        if (digits > j) {
          const glued = text.slice(i, digits);
          if (measureOf(glued)) j = digits;
          else if (isGluedCount(text, lower, i, j, digits)) {
            raws.push(new Token("word", i, j, lower.slice(i, j), code !== lower.charCodeAt(i)));
            i = j;
            continue;
          } else {
            raws.push(new Token("word", i, j, lower.slice(i, j), code !== lower.charCodeAt(i)));
            raws.push(numberToken(j, digits, "reference", { digits: text.slice(j, digits), scale: 0, style: "plain" }));
            i = digits;
            continue;
          }
        }
        const capital = code !== lower.charCodeAt(i);
        const shout =
          capital && j - i > 2 && text.charCodeAt(j - 1) !== lower.charCodeAt(j - 1) && text.charCodeAt(i + 1) !== lower.charCodeAt(i + 1);
        raws.push(new Token("word", i, j, lower.slice(i, j), capital, shout));
        i = j;
      } else if (block.kind === "row" && isMinus(code) && isDigit(text.charCodeAt(i + 1)) && opensCell(raws)) {
        const found = numberAt(text, i + 1, to, english);
        raws.push(numberToken(i, found.end, found.role, found.numeral, true));
        i = found.end;
      } else {
        if (code > 32 && code !== 0xa0) raws.push(new Token("sign", i, i + 1, text.charAt(i)));
        i++;
      }
    }
  }
  return raws;
}

/** `Hòa Bình116ha`: a space was lost between a name and a number with its unit; "H5N1" and "QL1A" are names. */
function isGluedCount(text: string, lower: string, from: number, to: number, end: number): boolean {
  let last = end;
  while (last < text.length && last < end + 6 && isLetter(text.charCodeAt(last))) last++;
  const unit = lower.slice(end, last);
  const isName = to - from >= 3 && /\P{ASCII}/u.test(text.slice(from, to));
  return isName && last > end && (countNouns.has(unit) || measureOf(unit) !== null);
}

function numberToken(start: number, end: number, role: Role | null, numeral: Numeral | null, negative = false): Token {
  const token = new Token("number", start, end, "");
  token.number = { role, numeral, negative };
  return token;
}

const isMinus = (code: number): boolean => code === 0x2d || code === 0x2212 || code === 0x2013;

/** In a cell of its own, a dash before a number is its sign. */
const opensCell = (raws: readonly Token[]): boolean => raws.at(-1)?.text === "|";

interface Build {
  readonly block: Block;
  readonly blockIndex: number;
  readonly text: string;
  readonly raws: Token[];
  readonly figures: Fig[];
  readonly tokens: Token[];
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
export function scan(text: string, lower: string, block: Block, blockIndex: number, english: boolean): Passage {
  if (!hasDigit(text, block)) return { block, index: blockIndex, tokens: [], figures: [], spans: [], openers: [] };
  const raws = rawTokens(text, lower, block, english);
  const build: Build = { block, blockIndex, text, raws, figures: [], tokens: [] };
  const word = wordAt(raws);
  let i = 0;
  while (i < raws.length) {
    const raw = raws[i] as Token;
    if (raw.type === "number") {
      i = takeNumber(build, i);
      continue;
    }
    const cue = raw.type === "word" ? cuePhrases.at(i, word) : null;
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
const DIVISIONS = new Set(["nhóm", "loại", "khoản", "phần", "hạng", "mức", "từng", "chia", "thuộc", "các"]);

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
    if (token.type === "sign" && (token.text === "|" || (token.text === "." && tokens[i + 1]?.capital !== false))) break;
  }
  if (divides || (head !== undefined && isAmount(head))) return amounts >= 2 || (divides && at === tokens.length - 1);
  // "rơi vào bốn nhóm hành vi: chở quá tải 1.036 biên bản, …": what is divided needs no amount before the colon.
  return amounts >= 3 && tokens.slice(back + 1, at).some(({ text }) => DIVISIONS.has(text));
}

/** `49/58 vụ, đạt 84,48%: …`, `553 thửa, nguyên nhân: …`: the amount that a share of it, or the name of what follows, stands behind. */
function amountBefore(tokens: readonly Token[], from: number): Fig | undefined {
  for (let i = from; i >= Math.max(0, from - HEAD_REACH); i--) {
    const { figure, type, text, cue } = tokens[i] as Token;
    if (figure && !isRate(figure)) return figure;
    const passes = figure !== undefined || type === "word" || /^[,()/]$/.test(text) || cue?.kind === "share";
    if (!passes) return undefined;
  }
  return undefined;
}

const HEAD_REACH = 12;

/** `DENV-2`, `COVID-19`, `OCOP-3`: capitals, a hyphen and a number in one piece. */
function isOfCode(raws: readonly Token[], i: number): boolean {
  const [letters, hyphen, number] = [raws[i - 2], raws[i - 1], raws[i]];
  if (letters?.type !== "word" || hyphen?.text !== "-" || number === undefined) return false;
  return letters.shout && letters.end === hyphen.start && hyphen.end === number.start;
}

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
  if (role === null && (opensRange(raws, i, word) || isStretch(raws, i, word))) role = "other";
  if (role === null && isOutline(build, i, sign)) role = "ordinal";
  // "[1]": the mark of a note, or a place in a list of sources.
  if (role === null && (numeral?.digits.length ?? 9) <= 3 && sign(i - 1) === "[" && sign(i + 1) === "]") role = "reference";
  if (role === null && isOfCode(raws, i)) role = "reference";
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

/** `từ 12 đến dưới 15 m 729 tàu`: the lower end of a range that names a kind, and no amount. */
const opensRange = (raws: readonly Token[], i: number, word: (k: number) => string | undefined): boolean =>
  word(i - 1) === "từ" &&
  word(i + 1) === "đến" &&
  (raws[i + 2]?.type === "number" || (word(i + 2) === "dưới" && raws[i + 3]?.type === "number"));

/** `12–20 giờ 38 vụ`, `15-17 tuổi`, `200–400 mm`: both ends of a stretch. */
function isStretch(raws: readonly Token[], i: number, word: (k: number) => string | undefined): boolean {
  const isDash = (k: number): boolean => raws[k]?.type === "sign" && /^[-–]$/.test(raws[k]?.text ?? "");
  const unit =
    isDash(i + 1) && raws[i + 2]?.type === "number"
      ? word(i + 3)
      : isDash(i - 1) && raws[i - 2]?.type === "number"
        ? word(i + 1)
        : undefined;
  return (
    unit === "giờ" ||
    unit === "tuổi" ||
    unit === "tháng" ||
    (unit !== undefined && measureOf(unit) !== null && raws[i]?.numeral?.scale === 0)
  );
}

/** "1." or "a)" or "(1)" at the head of a block or list item. */
function isOutline(build: Build, i: number, sign: (k: number) => string | undefined): boolean {
  const { raws } = build;
  const raw = raws[i] as Token;
  if ((raw.numeral?.digits.length ?? 9) > 2 || !isDigit(build.text.charCodeAt(raw.start))) return false;
  const first =
    i === 0 ||
    (i === 1 && (sign(0) === "." || sign(0) === "(" || sign(0) === "#")) ||
    (i <= 6 && raws.slice(0, i).every((one) => one.type === "sign" && one.text === "#"));
  if (first && (sign(i + 1) === "." || sign(i + 1) === ")" || sign(i + 1) === "/")) return true;
  const enclosed = sign(i - 1) === "(" && sign(i + 1) === ")";
  return enclosed && (i === 1 || /[:;,.]/.test(sign(i - 2) ?? "")) && raws[i + 2]?.type === "word";
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

const OF_FILES = new Set(["hạn", "tuyến", "thủ"]);
const OF_PUPILS = new Set(["lớp", "trường", "học"]);

/** `tiếp nhận 6.590 hs, trực tuyến 5.473 hs, trễ hạn 64`: files, by the words about them; pupils otherwise. */
const areFiles = (raws: readonly Token[]): boolean =>
  raws.some(({ text }) => OF_FILES.has(text)) && !raws.some(({ text }) => OF_PUPILS.has(text));

/** The unit that begins at word `k`. */
function unitAt(text: string, raws: readonly Token[], k: number, word: (k: number) => string | undefined): { unit: Unit; length: number } {
  const first = word(k);
  if (first === undefined) return { unit: noUnit, length: 0 };
  // "giảm 265 số vụ khám phá": the number of what is named behind.
  const behind = first === "số" ? word(k + 1) : undefined;
  if (behind !== undefined && behind !== first && !notUnits.has(behind)) {
    const { unit, length } = unitAt(text, raws, k + 1, word);
    return { unit, length: length + 1 };
  }
  const short = first === "hs" && areFiles(raws) ? "hồ sơ" : abbreviations.get(first);
  if (short !== undefined) return { unit: countUnit(short), length: 1 };
  const second = word(k + 1);
  const measure = (second !== undefined && measureOf(`${first} ${second}`)) || null;
  if (measure) return { unit: measure, length: 2 };
  const noun = nouns.at(k, word);
  if (noun) return { unit: countUnit(noun.value), length: noun.length };
  const single = measureOf(first === "usd" || first === "vnđ" ? first.toUpperCase() : first);
  if (single && !(first === "m" && raws[k]?.capital)) return { unit: single, length: 1 };
  if (
    notUnits.has(first) ||
    (raws[k]?.capital && !isAcronym(raws[k] as Token, first)) ||
    multipliers.has(first) ||
    (cuePhrases.at(k, word) && !unitLike.has(first))
  )
    return { unit: noUnit, length: 0 };
  return { unit: countUnit(oneTonePlace(text.slice((raws[k] as Token).start, (raws[k] as Token).end))), length: 1 };
}

/** DVCTT, TTHC: an abbreviated noun, not a name. */
const isAcronym = (raw: Token, lower: string): boolean => lower.length >= 3 && raw.shout;

/** `thuê bao/100 dân`, `người/1 điểm`: a rate, rounded as it is printed, and no count. */
function perUnit(raws: readonly Token[], k: number, unit: Unit, sign: (k: number) => string | undefined): Unit {
  const base = raws[k + 1];
  const per = sign(k) === "/" && base?.type === "number" && /^10{0,5}$/.test(base.numeral?.digits ?? "") && raws[k + 2]?.type === "word";
  return per ? { id: unit.id, kind: "ratio" } : unit;
}

/** Nouns that also open a cue. */
const unitLike: ReadonlySet<string> = new Set(["chỉ", "kế"]);

function hedgeBefore(word: (k: number) => string | undefined, i: number): Hedge | undefined {
  for (const back of [3, 2, 1]) {
    const found = hedges.at(i - back, word);
    if (found !== null && found.length === back) return found.value;
  }
  return undefined;
}
