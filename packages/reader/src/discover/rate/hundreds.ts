import { fit, hundredFits, near, relations } from "@khop/core";
import { type Fig, isPercent, type Passage, takesUp } from "../../figures.ts";
import { isUnseen, type ShareSeats, type Sight } from "../sight.ts";
import { NEAR } from "./derived.ts";
import { withoutNested } from "./in-step.ts";

/** `Cơ cấu dân tộc: Tày 46,2%, Nùng 27,5%, Kinh 15,8%, dân tộc khác 10,6%`: called a structure, and brought to its end, it must make a hundred. */
function structures(sight: Sight, passage: Passage, rates: readonly Fig[]): void {
  for (const run of Map.groupBy(rates, ({ sentence, depth }) => `${sentence}:${depth}`).values()) {
    const [first, last] = [run[0] as Fig, run.at(-1) as Fig];
    const opening = first.tokens.slice(Math.max(0, first.token - NEAR), first.token).map(({ text }) => text);
    const isEnded = last.before.some((word, i, words) => word === "khác" || (word === "lại" && words[i - 1] === "còn"));
    // "do người sử dụng lao động chiếm 40,86%, do người lao động 19,35%, còn lại 39,79%": shares of all, and what is left.
    const isCalled = opening.join(" ").includes("cơ cấu") || isDividedBy(first);
    const isPlain = run.length >= 3 && isUnbroken(run) && run.every(({ quantity }) => (quantity?.decimals ?? 0) >= 1);
    // "Về cơ cấu: khu vực I 18,62%; khu vực II 39,85%; …", "Theo trình độ: chưa qua đào tạo 68,4%, sơ cấp 9,7%, …"
    const isWhole = isPlain && run.length >= LEAST && isCalled && endsSentence(last);
    const isAll =
      isWhole ||
      (run.length >= 3 && isEnded && (opening.join(" ").includes("cơ cấu") || (takesUp(first) !== undefined && isUnbroken(run))));
    const places = { shares: run.map(({ cell }) => cell) };
    if (!isAll || fit(relations.composition, places) !== "violated" || !near(relations.composition, places, "slip")) continue;
    sight.add({
      options: [{ kind: relations.composition, seats: { shares: run } }],
      prior: 0.75,
      pattern: "composition:structure",
      cue: "cơ cấu",
      confirm: false,
      passage: passage.index,
    });
  }
}

/** "Theo trình độ:" opens its list. */
function isDividedBy({ tokens, token: at, sentence }: Fig): boolean {
  const before = tokens.slice(Math.max(0, at - 2 * NEAR), at).filter((token) => token.sentence === sentence);
  const colon = before.findLastIndex(({ text, cue }) => text === ":" || cue?.words === ":");
  const label = before.slice(0, Math.max(0, colon)).findLast(({ type, figure }) => type === "sign" || figure !== undefined);
  const words = before.slice(label === undefined ? 0 : before.indexOf(label) + 1, Math.max(0, colon)).map(({ text }) => text);
  return colon > 0 && /^(?:phân |chia |xét )?theo/.test(words.join(" "));
}

/** Nothing is told behind it in its sentence, but for what brackets say. */
function endsSentence({ tokens, token: at, sentence, depth }: Fig): boolean {
  for (let i = at + 1; i < tokens.length && tokens[i]?.sentence === sentence; i++)
    if (tokens[i]?.depth === depth && (tokens[i]?.figure || tokens[i]?.text === "…")) return false;
  return true;
}

const LEAST = 4;

/** One behind the other, with no other figure between. */
const isUnbroken = (run: readonly Fig[]): boolean =>
  run.every((fig, i) => i === 0 || fig.order === (run[i - 1] as Fig).order + 1) && run.every(({ tokens }) => tokens === run[0]?.tokens);

/** Percentages side by side that make exactly 100, with no counts printed. */
export function hundreds(sight: Sight, passage: Passage): void {
  const rates = passage.figures.filter((fig) => isPercent(fig) && !fig.change && !fig.threshold && fig.hedge === undefined);
  structures(sight, passage, rates);
  const taken = new Set<Fig>();
  for (let from = 0; from < rates.length - 1; from++) {
    if (taken.has(rates[from] as Fig)) continue;
    for (let to = Math.min(rates.length, from + 10); to >= from + 2; to--) {
      const run = withoutNested(rates.slice(from, to));
      if (run.length < 2 || run.some(({ depth }) => depth !== run[0]?.depth)) continue;
      if ((run.at(-1) as Fig).sentence - (run[0] as Fig).sentence > 2) continue;
      if (run.some((fig) => fig.quantity?.approximate === 100) || goesOn(run.at(-1) as Fig, rates[to])) continue;
      if (!hundredFits(run.map((fig) => fig.quantity).filter((one) => one !== null))) continue;
      for (const fig of run) taken.add(fig);
      sight.add({
        options: [{ kind: relations.composition, seats: { shares: run }, verdict: "holds" }],
        prior: 0.8,
        pattern: "composition:run",
        cue: "%",
        confirm: true,
        passage: passage.index,
      });
      dropSiblings(sight, run);
      break;
    }
  }
}

/** `22,9%, 77,0% và 10,1%`: the next of a row stands right behind. */
function goesOn(last: Fig, next: Fig | undefined): boolean {
  if (next === undefined || next.tokens !== last.tokens || next.sentence !== last.sentence) return false;
  const between = last.tokens.slice(last.token + 1, next.token).filter(({ text }) => text !== "%");
  return between.length > 0 && between.every(({ type, text }) => (type === "sign" && /^[,;]$/.test(text)) || text === "và");
}

/** `tốt 50.876 em (88,20%), …, chưa đạt 13 em (0,02%)`, which make a hundred: none of them is of the figure that another stands behind, however well it fits. */
function dropSiblings(sight: Sight, run: readonly Fig[]): void {
  const owners = new Set(run.map(({ order, depth }) => sight.quantities[order - 1]?.depth === depth - 1 && sight.quantities[order - 1]));
  sight.takeBack(({ options: [option] }) => {
    if (option?.kind !== relations.share) return false;
    const { share, whole } = option.seats as unknown as ShareSeats;
    return run.includes(share) && !isUnseen(whole) && owners.has(whole);
  });
}
