import type { Fig, Token } from "./figures.ts";

const PHRASE_ENDS = new Set([",", ";", ".", ":", "(", ")", "[", "]", "…", "/"]);

export function wordsBefore({ tokens, token: at }: Fig): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.type === "figure" || token.cue?.kind === "opener" || (token.text === "và" && words.length === 0)) break;
    if (token.type === "sign") {
      if (token.text === ":" && words.length === 0) continue;
      if (PHRASE_ENDS.has(token.text)) break;
      continue;
    }
    words.push(...(token.type === "cue" ? token.text.split(" ").reverse() : [token.text]));
    if (words.length > 14) break;
  }
  return words.reverse();
}

export function wordsAfter({ tokens, token: at }: Fig): string[] {
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if ((token.type !== "word" && token.cue?.kind !== "sum") || token.text === "và" || words.length > 8) break;
    words.push(...token.text.split(" "));
  }
  return words;
}

/** Where the parentheses that close at a token open: what stands in them is passed over. */
function openingOf(tokens: readonly Token[], close: number): number {
  const { group } = tokens[close] as Token;
  let at = close;
  while (at > 0 && tokens[at - 1]?.group !== undefined && (tokens[at - 1] as Token).depth >= (tokens[close] as Token).depth) at -= 1;
  return (tokens[at] as Token).group === group ? at : close;
}

export function phraseBefore({ tokens, token: at }: Fig): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < 24; i--) {
    const token = tokens[i] as Token;
    if (token.text === ")" && token.depth > (tokens[at] as Token).depth) {
      i = openingOf(tokens, i);
      continue;
    }
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[;.:()]/.test(token.text))) break;
    if (token.type === "word") words.push(token.text);
    else if (token.type === "cue") words.push(...token.text.split(" ").reverse());
  }
  return words.reverse();
}

const EMPTY = new Set(
  `là có được đã đạt số tổng của và các với cho về trên ở tại trong này đó hiện nay nay còn thì theo một những toàn từ ra vào lên xuống so khoảng hơn gần ước phần
   tháng năm quý kỳ cấp tỉnh huyện xã thành phố địa bàn cả nước người`.split(/\s+/),
);

/** The words that tell a figure apart: its phrase and what follows, without its unit and small words. */
export function keyWords(fig: Fig): ReadonlySet<string> {
  const unit = new Set(fig.quantity?.unit.id.split(" ") ?? []);
  return new Set([...fig.before, ...fig.after].filter((word) => !EMPTY.has(word) && !unit.has(word)));
}

/** The words of its clause that name a figure, before it and behind, or in a table those of its row and heading; without its unit and small words. */
export function nameWords(fig: Fig): ReadonlySet<string> {
  const unit = new Set(fig.quantity?.unit.id.split(" ") ?? []);
  const words = fig.named === undefined ? [...fig.phrase, ...fig.after] : fig.named.toLowerCase().split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word) && !unit.has(word)));
}

/** Words between a verb and its figure. */
const BETWEEN = new Set("là được với tổng cộng số có đạt khoảng hơn gần trên mới thêm".split(" "));

/** The two syllables before a figure that are left without the small words. */
export function verbOf({ before }: Fig): string {
  let end = before.length;
  while (end > 0 && BETWEEN.has(before[end - 1] as string)) end -= 1;
  return end < 2 ? "" : before.slice(end - 2, end).join(" ");
}

/** Words that tell figures of one unit apart. */
const TELLS = new Set("chết thương tử vong mất tích nữ nam mới cũ đúng trễ quá hạn".split(" "));

/** What a figure's phrase says that tells it from others of its unit: the dead, the hurt, the missing. */
export const tellingWords = ({ before, after }: Fig): string =>
  [...before.slice(-3), ...after.slice(0, 3)].filter((word) => TELLS.has(word)).join(" ");

/** What a change is said of: the words of its clause before the verb that tells it, without small words. */
export function tellingName({ phrase, change }: Fig): readonly string[] {
  const verb = phrase.findLastIndex((word) => CHANGES.has(word));
  const words = change === undefined ? phrase : phrase.slice(0, Math.max(0, verb));
  const versus = words.lastIndexOf("so");
  return words.slice(Math.max(0, versus)).filter((word) => !EMPTY.has(word) && !ASIDE.has(word));
}

const CHANGES = new Set("tăng giảm cao thấp nhiều ít vượt hụt".split(" "));
const ASIDE = new Set("so cùng trước kỳ năm ngoái lượng mức tỷ tỉ lệ".split(" "));
