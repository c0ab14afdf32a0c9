import { fit, isOneSlipOff, near, relations, shareFits } from "@khop/core";
import { type Fig, isAmount, isLevelFigure, isOfPlan, isPercent, type Token } from "../figures.ts";
import { verbOf } from "../words.ts";
import { alike, amountsAfter, amountsBefore, isUnseen, type Option, type Seats, type Sight } from "./sight.ts";

/** A percentage whose part is known and whose base is not: what {@link discoverBases} looks for a common base for. */
export interface Orphan {
  readonly share: Fig;
  readonly part: Fig;
  readonly pattern: string;
  readonly prior: number;
  /** The reading that its words suggest, and the same once it is likely enough to be told of. */
  readonly worded: Option | undefined;
  readonly option: Option | undefined;
  /** Its words leave doubt about what it is a share of. */
  readonly doubtful: boolean;
  /** Other readings that are about as natural, none of which holds either. */
  readonly others: readonly Option[];
}

/**
 * Percentages of a printed whole: `19 hồ sơ trễ hạn chiếm 2,95%`, `992/1.126 đạt 88,10%`, `15,9%, tương đương 4.232 chuyến`.
 *
 * The base is sought where writers leave it, in the order of how often they do: the total of the list, the base of the sibling
 * before, a figure earlier in the sentence, then farther off. Shares that fit none are returned.
 */
export function discoverShares(sight: Sight): Orphan[] {
  const orphans: Orphan[] = [];
  let lastBase: Fig | undefined;
  let lastShare: Fig | undefined;
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change || share.threshold || share.under || share.over) continue;
    if (share.cues.some(({ cue, near }) => near && cue.kind === "mean")) continue;
    const linked = lastShare !== undefined && share.blockIndex - lastShare.blockIndex <= 1 ? lastBase : undefined;
    const cue =
      share.cues.find(({ cue: one, near }) => (one.kind === "share" || one.kind === "same") && near)?.cue.words ??
      (share.depth > 0 ? "(%)" : "");
    const candidates = partsOf(sight, share);
    if (ofTwins(sight, share) || candidates.length === 0 || isGrowth(sight, share)) continue;
    const options: { option: Option; pattern: string; holds: boolean; truncated: boolean }[] = [];
    let settled = false;
    for (const { part, from } of candidates) {
      for (const { whole, where } of basesOf(sight, part, share, linked)) {
        if (whole === part || whole === share) continue;
        const seats: Seats = { share, parts: [part], whole };
        const verdict = shareFits(share.cell, part.cell, whole.cell);
        options.push({
          option: { kind: relations.share, seats, verdict },
          pattern: `share:${from}:${where}`,
          holds: verdict === "holds",
          truncated: verdict === "truncated",
        });
        if (verdict === "holds") {
          settled = true;
          break;
        }
      }
      if (settled) break;
    }
    const best = options.find((one) => one.holds) ?? options.find((one) => one.truncated && CLOSE.test(one.pattern));
    const named = share.cues.some(({ cue: one }) => one.kind === "plan");
    share.subject = ((best ?? options[0])?.option.seats.parts as readonly Fig[] | undefined)?.[0] ?? candidates[0]?.part;
    if (best !== undefined && !isAccident(best.pattern, share, candidates[0]?.part, linked)) {
      sight.add({ options: [best.option], prior: 0.97, pattern: best.pattern, cue, confirm: false, passage: share.blockIndex });
      lastBase = best.option.seats.whole as Fig;
      lastShare = share;
      continue;
    }
    const together = sumShare(sight, share, candidates) ?? namedTogether(sight, share);
    if (together) {
      sight.add({ options: [together], prior: 0.9, pattern: "share:sum", cue, confirm: true, passage: share.blockIndex });
      continue;
    }
    const first = candidates[0] as { part: Fig; from: string };
    const worded = options.filter((one) => one.pattern.startsWith(`share:${first.from}:`));
    const meant = worded.find((one) => STRONG.test(one.pattern) && isNear(one.option)) ?? worded[0];
    const small = (meant?.option.seats.whole as Fig | undefined)?.quantity?.approximate ?? 0;
    const doubtful =
      cue === "" ||
      small < TELLING ||
      (first.from === "slash" ? ownRate(share) : ownSubject(sight, first.part, share)) ||
      namesOtherBase(share, meant?.pattern ?? "") ||
      (OF_PLANS.has(cue) && hasPlanShare(sight, meant?.option.seats.whole as Fig | undefined));
    // "80/165 trường, đạt 54,42%" is what the pair makes, however far off.
    const paired = meant?.pattern.endsWith(":slash") === true;
    const prior = doubtful || !(paired || isNear(meant?.option)) ? 0.3 : priorOf(first.from, meant?.pattern ?? "");
    if (!named && !isAtLeast(share, meant?.option))
      orphans.push({
        share,
        part: first.part,
        pattern: meant?.pattern ?? "share:none",
        prior,
        worded: meant?.option,
        option: prior >= 0.5 ? meant?.option : undefined,
        doubtful,
        others: options.filter((one) => one !== meant && CLOSE.test(one.pattern)).map((one) => one.option),
      });
  }
  const lonely = ofOtherWholes(sight, orphans);
  return orphans.map((orphan) => {
    if (orphan.option === undefined) return besideSiblings(sight, orphan) ?? byVerbs(sight, orphan) ?? orphan;
    return lonely.has(orphan) ? { ...orphan, option: undefined, prior: 0.3 } : orphan;
  });
}

/** `tăng 910 việc (chiếm tỷ lệ 8,64% so với năm trước)`: by how much it grew, whatever the words for a share say; where the figures bear it out. */
function isGrowth(sight: Sight, share: Fig): boolean {
  const change = sight.quantities[share.order - 1];
  if (change === undefined || !isAmount(change) || change.change === undefined) return false;
  if (change.blockIndex !== share.blockIndex || change.sentence !== share.sentence || share.token - change.token > NEAR) return false;
  const falls = change.change === "fall";
  for (const current of [...amountsBefore(sight, change, 0)].slice(0, 4)) {
    if (
      !alike(current, change) ||
      fit(relations.growth, { growth: share.cell, current: current.cell, difference: change.cell, falls }) !== "holds"
    )
      continue;
    const seats = { growth: share, current, difference: change, falls };
    sight.add({
      options: [{ kind: relations.growth, seats, verdict: "holds" }],
      prior: 0.9,
      pattern: "change:share",
      cue: falls ? "giảm" : "tăng",
      confirm: true,
      passage: share.blockIndex,
    });
    return true;
  }
  return false;
}

/** `tiêm 5.670 liều/15.550 con, đạt 36,5%`: of one unit out of another, with a slash between; where the figures bear it out. */
function ofTwins(sight: Sight, share: Fig): boolean {
  const whole = sight.quantities[share.order - 1];
  const part = whole?.twin;
  if (
    whole === undefined ||
    part === undefined ||
    part.order > whole.order ||
    whole.sentence !== share.sentence ||
    whole.blockIndex !== share.blockIndex
  )
    return false;
  const seats = { share, parts: [part], whole };
  if (shareFits(share.cell, part.cell, whole.cell) !== "holds") return false;
  sight.add({
    options: [{ kind: relations.share, seats, verdict: "holds" }],
    prior: 0.9,
    pattern: "share:twins",
    cue: "/",
    confirm: true,
    passage: share.blockIndex,
  });
  return true;
}

const NEAR = 10;
const NAMED_BACK = 80;

/** `A có 10.594 chuyến; B 3.823 chuyến … A chậm 2.304 chuyến, chiếm 21,7%`: what was said before of the same name. */
function* namesakes(sight: Sight, part: Fig): Generator<Fig> {
  const name = nameOf(part);
  const thing = part.after.length >= WORDY ? part.after.join(" ") : "";
  if (name === "" && thing === "") return;
  for (let i = part.order - 1, seen = 0; i >= Math.max(0, part.order - NAMED_BACK) && seen < 2; i--) {
    const fig = sight.quantities[i] as Fig;
    if (!isLevelFigure(fig) || (fig.sentence === part.sentence && fig.blockIndex === part.blockIndex) || !alike(fig, part)) continue;
    if ((fig.quantity?.approximate ?? 0) <= (part.quantity?.approximate ?? 0)) continue;
    if (!(name !== "" && nameOf(fig) === name) && !(thing !== "" && fig.after.join(" ") === thing)) continue;
    seen += 1;
    yield fig;
  }
}

/** The name in capitals that a figure is said of: the last one before it in its clause. */
function nameOf({ tokens, token: at }: Fig): string {
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - NAME_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.figure?.role === "quantity" || (token.type === "sign" && /[;.:()…]/.test(token.text))) break;
    if (token.type === "word" && token.capital) words.unshift(token.text);
    else if (words.length >= 2) return words.join(" ");
    else words.length = 0;
  }
  return words.length >= 2 ? words.join(" ") : "";
}

const NAME_REACH = 16;
const WORDY = 4;

/** `29/29 người đạt trên 50% số phiếu`: a mark that was passed by far, and no share that was worked out. */
function isAtLeast({ hedge, quantity }: Fig, option: Option | undefined): boolean {
  if (option === undefined || quantity === null || (hedge !== "over" && hedge !== "atLeast")) return false;
  const { parts, whole } = option.seats as { parts: readonly [Fig]; whole: Fig };
  const [part, of] = [parts[0].quantity?.approximate ?? 0, whole.quantity?.approximate ?? 0];
  return of > 0 && part * 100 > quantity.approximate * of * 1.1;
}

/** A share with one decimal fits one whole in a thousand by chance: one far off is not believed where a slip parts it from that of its siblings. */
function isAccident(pattern: string, share: Fig, part: Fig | undefined, linked: Fig | undefined): boolean {
  if (linked === undefined || part === undefined || linked === part || (share.quantity?.decimals ?? 0) > 1) return false;
  return (
    pattern.endsWith(":far") && alike(linked, part) && isNear({ kind: relations.share, seats: { share, parts: [part], whole: linked } })
  );
}

const MANY = 3;

/** `mầm non 141 trường (51,8%), tiểu học 206 trường (75,2%), trung học 123 trường (56%)`: where none of the shares of a sentence fits, each is of a whole of its own. */
function ofOtherWholes(sight: Sight, orphans: readonly Orphan[]): ReadonlySet<Orphan> {
  const place = (fig: Fig): string => `${fig.blockIndex}:${fig.sentence}`;
  const held = new Set([...sight.shares.keys()].map(place));
  const groups = Map.groupBy(
    orphans.filter(({ pattern }) => !pattern.includes(":slash")),
    ({ share }) => place(share),
  );
  return new Set([...groups].flatMap(([at, group]) => (group.length >= MANY && !held.has(at) ? group : [])));
}

const NEIGHBOURS = 8;

/** `chiếm 25,7% tổng vốn … chiếm 16,8% tổng vốn`: the whole is named in the same words. */
const sayTheSame = (a: Fig, b: Fig): boolean => a.after.length >= 2 && a.after[0] === b.after[0] && a.after[1] === b.after[1];

/**
 * `20 đại biểu nữ, chiếm 63,33%; 40 đại biểu dân tộc, chiếm 66,67%`: where the shares beside it are of one whole, it is of that
 * whole too. One such share tells what a slip of a key would mend; two tell what is within twice of it.
 */
function besideSiblings(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share, part, doubtful } = orphan;
  const beside = sight
    .between(share.order - NEIGHBOURS, share.order + NEIGHBOURS)
    .filter((fig) => Math.abs(fig.blockIndex - share.blockIndex) <= 1 && (!doubtful || sayTheSame(fig, share)))
    .flatMap((fig) => sight.shares.get(fig) ?? []);
  if (part.order > share.order || beside.some(({ parts }) => parts[0] === part)) return undefined;
  const wholes = new Map<Fig, number>();
  for (const { whole } of beside) wholes.set(whole, (wholes.get(whole) ?? 0) + 1);
  for (const [whole, siblings] of wholes) {
    if (whole === part || !alike(whole, part) || isSaidLater(whole, share)) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    if (isNear(option) || (siblings >= 2 && isNear(option, "double")))
      return { ...orphan, pattern: "share:before:sibling", prior: 0.85, option, worded: option };
  }
  return undefined;
}

/** `thụ lý 1.319 vụ với 2.318 bị cáo; giải quyết 1.312 vụ …, đạt tỷ lệ 99,74%`: other shares of the text are each of what was solved of what was taken on. */
function byVerbs(sight: Sight, orphan: Orphan): Orphan | undefined {
  const { share } = orphan;
  const alikes = new Map<string, number>();
  for (const { parts, whole } of sight.shares.values()) {
    const [of, out] = [verbOf(parts[0]), verbOf(whole)];
    if (of !== "" && out !== "" && of !== out) alikes.set(`${of}|${out}`, (alikes.get(`${of}|${out}`) ?? 0) + 1);
  }
  const before = [...amountsBefore(sight, share, 0)]
    .slice(0, 6)
    .filter((fig) => fig.sentence === share.sentence && fig.depth <= share.depth);
  for (const [pair, count] of alikes) {
    if (count < 2) continue;
    const [of, out] = pair.split("|");
    const part = before.find((fig) => verbOf(fig) === of);
    const whole = before.find((fig) => verbOf(fig) === out && part !== undefined && fig.order < part.order && alike(fig, part));
    if (part === undefined || whole === undefined) continue;
    const option: Option = { kind: relations.share, seats: { share, parts: [part], whole } };
    if (isNear(option) || isNear(option, "some"))
      return { ...orphan, part, pattern: "share:verbs:sentence", prior: 0.85, option, worded: option };
  }
  return undefined;
}

/** In a sentence of its own behind the share: another matter. */
const isSaidLater = (whole: Fig, share: Fig): boolean =>
  whole.order > share.order && (whole.blockIndex !== share.blockIndex || whole.sentence !== share.sentence);

const HIGH = 80;

/** Off by little, or by what one slip of a key would mend; a percentage far from what its figures make is of something else. */
function isNear(option: Option | undefined, within?: "some" | "double"): boolean {
  if (option === undefined) return false;
  const { share, parts, whole } = option.seats as { share: Fig; parts: readonly Fig[]; whole: Fig };
  const telling = (whole.quantity?.approximate ?? 0) >= 100 || (share.quantity?.decimals ?? 0) >= 2;
  const cells = { share: share.cell, parts: parts.map(({ cell }) => cell), whole: whole.cell };
  // Close to a hundred per cent nearly all wholes are near: only a slip tells.
  if (within === undefined && telling && (share.quantity?.approximate ?? 0) > HIGH)
    return isOneSlipOff([{ kind: relations.share, places: cells }]);
  return near(relations.share, cells, within ?? (telling ? "slip" : "some"));
}

function priorOf(from: string, pattern: string): number {
  if (from === "slash" || pattern.endsWith(":slash")) return 0.9;
  if (pattern.endsWith(":parent")) return 0.9;
  if (pattern.endsWith(":sibling")) return 0.8;
  if (pattern.endsWith(":sentence") || pattern.endsWith(":namesake")) return 0.75;
  return 0.3;
}

/** Words behind a percentage that tie it to something else than what it is a share of. */
const GOES_ON = new Set([
  "so",
  "và",
  "với",
  "trong",
  "trên",
  "của",
  "theo",
  "tại",
  "ở",
  "là",
  "được",
  "nhưng",
  "còn",
  "số",
  "để",
  "do",
  "khi",
  "đã",
  "đang",
  "có",
]);

/** `đạt 92,1% dân số`, `bằng 60,1% dự toán`: the base is named behind the percentage, and is not the total at hand. */
function namesOtherBase(share: Fig, pattern: string): boolean {
  const next = share.tokens[share.token + 1];
  if (isOfPlan(share)) return true;
  if (share.after[0] === "tổng") return !/:(?:parent|named|slash)$/.test(pattern);
  return next?.type === "word" && !GOES_ON.has(next.text) && !pattern.endsWith(":slash");
}

/** Words for shares of a plan as for shares of a total; "chiếm" is of a total only. */
const OF_PLANS = new Set(["đạt", "bằng"]);

/** `tổng chi 1.690 tỷ đồng, đạt 22,9% dự toán; trong đó chi đầu tư 823 tỷ đồng, đạt 48,2%`: what is said of the whole in shares of a plan goes on so. */
function hasPlanShare(sight: Sight, whole: Fig | undefined): boolean {
  const next = whole === undefined ? undefined : sight.quantities[whole.order + 1];
  return next !== undefined && isPercent(next) && next.blockIndex === whole?.blockIndex && isOfPlan(next);
}

/** `21 người (…), người trẻ đạt 14,30%`: the percentage has a subject of its own and does not speak of the figure before it. */
function ownSubject(sight: Sight, part: Fig, share: Fig): boolean {
  if (part.order > share.order) return false;
  if (part.blockIndex !== share.blockIndex || part.sentence !== share.sentence) return true;
  const tokens = sight.passages[share.blockIndex]?.tokens ?? [];
  let apart = false;
  let words = 0;
  for (let i = part.token + 1; i < share.token; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.type === "sign" && /[,;:)]/.test(token.text) && token.depth <= part.depth) {
      apart = true;
      words = 0;
    } else if (token.type === "word" && apart && !isOfCue(tokens, i)) words += 1;
  }
  return apart && words > 1;
}

/** `123/159 xã có tỷ lệ cử tri đi bầu đạt 100%`: a rate of something else, named behind the pair. */
function ownRate({ tokens, token: at, depth }: Fig): boolean {
  for (let i = at - 1; i >= Math.max(0, at - NAME_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.figure || token.depth !== depth) return false;
    if (token.cue?.kind === "share" && /t[ỷỉ] lệ/.test(token.text)) return at - i > 2;
  }
  return false;
}

/** A word of a cue for shares, `, chiếm tỷ lệ 28%`: it names no subject. */
function isOfCue(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > at - LONGEST_CUE; i--) {
    const cue = tokens[i]?.cue;
    if (cue?.kind === "share" && at - i < cue.words.split(" ").length) return true;
  }
  return false;
}

const LONGEST_CUE = 4;

/** What a share may be of: the figure behind a slash, the amount before it, the one after "tương đương". */
function partsOf(sight: Sight, share: Fig): { part: Fig; from: string }[] {
  const found: { part: Fig; from: string }[] = [];
  const inner: Fig[] = [];
  let seen = 0;
  for (const part of amountsBefore(sight, share, 0)) {
    if (part.cues.some(({ cue, near, distance }) => cue.kind === "added" && near && distance === 0)) continue;
    if (share.sentence - part.sentence > 0 && seen > 0) break;
    if (share.sentence - part.sentence > 1) break;
    if (part.depth > share.depth && part.sentence === share.sentence && inner.length < 2) {
      inner.push(part);
      continue;
    }
    if (part.under && part.sentence === share.sentence && seen === 0) {
      found.push({ part: part.under, from: "slash" });
      seen += 1;
      continue;
    }
    found.push({ part, from: seen === 0 ? (part.sentence === share.sentence ? "before" : "sentenceBefore") : `before${seen}` });
    seen += 1;
    if (seen >= 3) break;
  }
  for (const part of inner) found.push({ part, from: "inner" });
  for (const next of sight.between(share.order + 1, share.order + 2)) {
    if (!isLevelFigure(next) || next.blockIndex !== share.blockIndex || next.sentence !== share.sentence) continue;
    if (next.cues.some(({ cue, near }) => cue.kind === "same" && near)) found.unshift({ part: next, from: "after" });
    else if (next.over && isRightBehind(share, next)) found.unshift({ part: next, from: "slash" });
  }
  return found;
}

/** `100% đơn vị (35/35)`: in parentheses behind the percentage, with nothing but its noun between. */
function isRightBehind({ tokens, token: at }: Fig, part: Fig): boolean {
  const between = tokens.slice(at + 1, part.token);
  return between.length <= 6 && between.at(-1)?.text === "(" && between.slice(0, -1).every(({ type }) => type === "word");
}

/** Readings near enough that a figure may be held to be cut rather than to speak of something else. */
const CLOSE = /^share:(?:before|slash|after):(?:parent|sibling|slash|sentence|passage)$/;

/** Wholes that its sentence or its list names. */
const STRONG = /:(?:parent|sibling|slash|sentence|namesake)$/;

/** Shares of smaller wholes are a slip away from nearly anything. */
const TELLING = 10;

const FAR = 14;
const LATER = 6;

function* basesOf(sight: Sight, part: Fig, share: Fig, linked: Fig | undefined): Generator<{ whole: Fig; where: string }> {
  const given = new Set<Fig>();
  const offer = (whole: Fig | undefined, where: string): { whole: Fig; where: string }[] => {
    if (whole === undefined || given.has(whole) || whole === part) return [];
    given.add(whole);
    return [{ whole, where }];
  };
  if (part.over) yield* offer(part.over, "slash");
  const paired = part.over !== undefined;
  // "46/51 (đạt tỷ lệ 88,46%)": what brackets right behind a pair say is of the pair.
  if (paired && share.depth > part.depth && share.after.length === 0 && share.cues.every(({ cue }) => cue.words.startsWith("đạt"))) return;
  for (const other of namesakes(sight, part)) yield* offer(other, "namesake");
  const parent = sight.parents.get(part);
  yield* offer(parent, "parent");
  if (linked && alike(linked, part)) yield* offer(linked, "sibling");
  if (parent) yield* offer(sight.parents.get(parent), "grandparent");
  let steps = 0;
  const whole = share.quantity?.decimals === 0;
  for (const other of amountsBefore(sight, part, whole ? 1 : 3)) {
    if (steps++ > (whole ? 4 : FAR)) break;
    if (!alike(other, part)) continue;
    const least = steps === 1 && share.depth > 0 ? 0.5 : 0.999;
    if ((other.quantity?.approximate ?? 0) < (part.quantity?.approximate ?? 0) * least && (share.quantity?.approximate ?? 0) <= 100)
      continue;
    const where = other.blockIndex !== part.blockIndex ? "far" : other.sentence !== part.sentence ? "passage" : "sentence";
    // "473/476 phiếu, 95,75%" may be of the whole house, but not of what is printed pages away.
    if (!paired || where === "sentence") yield* offer(other, where);
  }
  for (const other of namedBases(sight, share)) if (alike(other, part)) yield* offer(other, "named");
  for (const other of sight.between(share.order + 1, share.order + LATER))
    if (other.under && other.blockIndex === share.blockIndex && alike(other, part)) yield* offer(other, "later");
  const after = [...[...amountsAfter(sight, part, 0)].slice(0, 2), ...[...amountsAfter(sight, share, 0)].slice(0, 1)];
  for (const other of after) if (alike(other, part) && other.sentence === share.sentence) yield* offer(other, "after");
}

/** A share of two or three figures taken together, `vay 1.107 tỷ và góp 830 tỷ, chiếm 66,0%`; only with decimals, and only confirmed. */
function sumShare(sight: Sight, share: Fig, candidates: readonly { part: Fig }[]): Option | null {
  if ((share.quantity?.decimals ?? 0) < 1) return null;
  const parts = candidates.map(({ part }) => part).filter((part) => part.order < share.order);
  for (let count = 2; count <= parts.length; count++) {
    const together = parts.slice(0, count).reverse();
    const last = together[0] as Fig;
    if (!together.every((part) => alike(part, last))) return null;
    for (const whole of [...amountsBefore(sight, last, 1)].slice(0, 6)) {
      if (
        !alike(whole, last) ||
        fit(relations.share, { share: share.cell, parts: together.map(({ cell }) => cell), whole: whole.cell }) !== "holds"
      )
        continue;
      return { kind: relations.share, seats: { share, parts: together, whole } };
    }
  }
  return null;
}

/** `trước hạn 2.140, đúng hạn 801, quá hạn 46 … Tỷ lệ đúng hạn và trước hạn đạt 98,46%`: of the parts that it names together. */
function namedTogether(sight: Sight, share: Fig): Option | null {
  if ((share.quantity?.decimals ?? 0) < 1) return null;
  const name = share.phrase.join(" ");
  for (const { total, parts } of sight.totals) {
    if (isUnseen(total) || total.order > share.order || share.blockIndex - total.blockIndex > 1) continue;
    const given = parts.filter((part): part is Fig => !isUnseen(part));
    const named = given.filter((part) => part.before.length >= 2 && name.includes(part.before.slice(-2).join(" ")));
    if (named.length < 2 || named.length === given.length) continue;
    const cells = named.map(({ cell }) => cell);
    if (fit(relations.share, { share: share.cell, parts: cells, whole: total.cell }) === "holds")
      return { kind: relations.share, seats: { share, parts: named, whole: total } };
  }
  return null;
}

/**
 * `chiếm 22,9% tổng vốn đăng ký`, `chiếm 84,48% tổng số đại biểu HĐND tỉnh`: figures whose own phrase says the same, however far
 * back, with the word for the whole or with all the words that name it; those above `least`.
 */
export function namedBases(sight: Sight, share: Fig, least = 0): Fig[] {
  const at = share.after.indexOf("tổng");
  const name = share.after.slice(at, at + 3);
  if (at < 0 || at > 2 || name.length < 2) return [];
  const what = share.after.slice(at + (name[1] === "số" ? 2 : 1)).slice(0, 4);
  const found: Fig[] = [];
  for (let i = share.order - 1; i >= Math.max(0, share.order - 300) && found.length < 3; i--) {
    const fig = sight.quantities[i] as Fig;
    if (!isLevelFigure(fig) || (fig.quantity?.approximate ?? 0) <= least) continue;
    const said = [...fig.phrase, ...fig.after];
    const sameTotal = fig.phrase.includes("tổng") && fig.phrase.includes(name[1] as string);
    if (sameTotal || (what.length >= 3 && what.every((word) => said.includes(word)))) found.push(fig);
  }
  return found;
}
