import { cellOf, fit, quantity, relations, shareFits } from "@khop/core";
import { type Fig, isBoundless, isLevelFigure, isOfPlan, isPercent, sizeOf, type Token } from "../figures.ts";
import { ofBaseInBrackets } from "./share/base-in-brackets.ts";
import { ofDeed } from "./share/by-verb.ts";
import { addsToStock, isDoubtful, isOfStart, isToldBefore, isToldOfTheSame } from "./share/doubts.ts";
import { byForm, wholeByForm } from "./share/form.ts";
import { ofFrame } from "./share/frame.ts";
import { isAmountInside, ofLabelled } from "./share/labelled.ts";
import { mayBeShare } from "./share/may-be.ts";
import { isNear, isOtherMultiplier } from "./share/near.ts";
import { isOfListBeside, isPartOfWhole, ofClosedParent, ofHeadBeside, ofParentBeside } from "./share/of-list.ts";
import { ofTwoLists } from "./share/of-two-lists.ts";
import { oneSlipOff } from "./share/one-slip.ts";
import type { Orphan } from "./share/orphan.ts";
import { ofOtherNoun } from "./share/other-noun.ts";
import { isGrowth, namedTogether, ofTwins, sumShare } from "./share/other-readings.ts";
import { parallelShares } from "./share/parallel.ts";
import { ofPartBeside, turnToParents } from "./share/parents.ts";
import { brokenPartitions } from "./share/partition.ts";
import { partsOf } from "./share/parts.ts";
import type { Candidate, Reading } from "./share/reading.ts";
import { saidWhole, standing } from "./share/said.ts";
import { besideSiblings, byVerbs, ofLaterSibling } from "./share/siblings.ts";
import { wholesOf } from "./share/wholes.ts";
import { alike, type Option, type Sight } from "./sight.ts";

/**
 * Percentages of a printed whole: `19 hồ sơ trễ hạn chiếm 2,95%`, `992/1.126 đạt 88,10%`, `15,9%, tương đương 4.232 chuyến`.
 *
 * The base is sought where writers leave it, in the order of how often they do: the total of the list, the base of the sibling
 * before, a figure earlier in the sentence, then farther off. Shares that fit none are returned.
 */
export function discoverShares(sight: Sight): Orphan[] {
  const orphans: Orphan[] = [];
  const broken = brokenPartitions(sight);
  let last: { readonly base: Fig; readonly share: Fig } | undefined;
  for (const share of sight.quantities) {
    if (broken.has(share) || !mayBeShare(sight, share)) continue;
    const cue = cueOf(share);
    const promise = (option: Option, pattern: string, prior: number, confirm = false): void =>
      sight.add({ options: [option], prior, pattern, cue, confirm, passage: share.blockIndex });
    const candidates = partsOf(sight, share);
    if (candidates.length === 0) {
      // "Thu ngoài quốc doanh chiếm 28,8%", in a paragraph of its own below the list.
      const alone = ofLabelled(sight, share);
      if (alone) promise(alone.option, "share:labelled", alone.holds ? 0.95 : 0.7, alone.holds);
      continue;
    }
    if (ofTwins(sight, share) || isGrowth(sight, share) || ofSaid(sight, share, candidates, cue)) continue;
    const several = isOfSeveral(share) ? (sumShare(sight, share, candidates) ?? namedTogether(sight, share)) : null;
    if (several) {
      promise(several, "share:sum", 0.9, true);
      continue;
    }
    const bracketed = candidates[0] && ofBaseInBrackets(sight, share, candidates[0].part);
    if (bracketed) {
      promise(bracketed, "share:bracket", 0.8);
      continue;
    }
    const ofBoth = ofTwoLists(sight, share);
    if (ofBoth) {
      promise(ofBoth, "share:lists", 0.9, true);
      continue;
    }
    const named = ofLabelled(sight, share) ?? ofDeed(sight, share);
    const labelled = named && !named.holds && hasAmountInside(sight, share, named.option) ? undefined : named;
    const both = labelled?.holds === false ? namedTogether(sight, share) : null;
    if (both) {
      promise(both, "share:sum", 0.9, true);
      continue;
    }
    if (labelled) {
      promise(labelled.option, "share:labelled", labelled.holds ? 0.95 : 0.7, labelled.holds);
      continue;
    }
    const linked = last !== undefined && share.blockIndex - last.share.blockIndex <= 1 ? last.base : undefined;
    const readings = readingsOf(sight, share, candidates, linked);
    const best =
      readings.find((one) => one.holds) ??
      readings.find(
        (one) => one.truncated && CLOSE.test(one.pattern) && ((share.quantity?.decimals ?? 0) > 0 || OF_LIST.test(one.pattern)),
      );
    share.subject = ((best ?? readings[0])?.option.seats.parts as readonly Fig[] | undefined)?.[0] ?? candidates[0]?.part;
    const otherwise =
      ofGiven(sight, share, candidates[0], best) ??
      ofParentBeside(sight, share, candidates[0], readings, best) ??
      ofClosedParent(sight, share, candidates[0], best) ??
      ofHeadBeside(sight, share, candidates[0], best) ??
      meantOtherwise(sight, share, candidates[0]?.part, best);
    if (otherwise) {
      promise(otherwise.option, otherwise.pattern, 0.75);
      continue;
    }
    if (best !== undefined && !isAccident(best.pattern, share, candidates[0]?.part, linked)) {
      promise(best.option, best.pattern, 0.97);
      last = { base: best.option.seats.whole as Fig, share };
      continue;
    }
    const together = sumShare(sight, share, candidates) ?? namedTogether(sight, share);
    const ofWhole = together ? null : ofPartBeside(sight, share);
    if (ofWhole) {
      promise(ofWhole, "share:parent:beside", 0.8);
      continue;
    }
    const other = together ? null : ofOtherNoun(sight, share);
    if (together) promise(together, "share:sum", 0.9, true);
    else if (other) promise(other, "share:other-noun", 0.9, true);
    else orphans.push(...orphanOf(sight, share, cue, candidates[0] as Candidate, readings));
  }
  turnToParents(sight);
  const parallel = parallelShares(sight, orphans);
  const alone = orphans.filter(({ share }) => !parallel.has(share));
  const lonely = ofOtherWholes(sight, alone);
  return alone.flatMap((orphan) => {
    const later = ofLaterSibling(sight, orphan);
    if (later) {
      sight.add({
        options: [later],
        prior: 0.97,
        pattern: "share:sibling:later",
        cue: "",
        confirm: true,
        passage: orphan.share.blockIndex,
      });
      return [];
    }
    if (orphan.option === undefined) {
      const found = besideSiblings(sight, orphan) ?? byForm(sight, orphan) ?? byVerbs(sight, orphan);
      return found && !isOfElse(sight, found) ? found : (oneSlipOff(sight, orphan) ?? orphan);
    }
    return lonely.has(orphan) ? { ...orphan, option: undefined, prior: 0.3 } : orphan;
  });
}

/** What its siblings say it is of holds for another share of it, or is only what was added to what there was. */
function isOfElse(sight: Sight, { share, part, option }: Orphan): boolean {
  const whole = option?.seats.whole as Fig | undefined;
  return isToldBefore(sight, { share, part, whole }) || addsToStock(sight, { part, whole }) || isOfStart({ part, whole });
}

const cueOf = ({ cues, depth }: Fig): string =>
  cues.find(({ cue, near }) => (cue.kind === "share" || cue.kind === "same") && near)?.cue.words ?? (depth > 0 ? "(%)" : "");

/** Every figure out of every whole, in the order of how often writers mean it, as far as the first that holds. */
function readingsOf(sight: Sight, share: Fig, candidates: readonly Candidate[], linked: Fig | undefined): Reading[] {
  const readings: Reading[] = [];
  for (const { part, from } of candidates) {
    for (const { whole, where } of wholesOf(sight, part, share, linked)) {
      if (whole === part || whole === share || isBoundless(whole)) continue;
      const verdict = shareFits(share.cell, part.cell, whole.cell);
      // "1.184 tấn, tỷ lệ 94%, trong đó nội thành đạt 99%" of about 1.260 tons: so rough a whole has any share, and its own was told.
      if (verdict === "holds" && whole.hedge !== undefined && isToldBefore(sight, { share, part, whole })) continue;
      readings.push({
        option: { kind: relations.share, seats: { share, parts: [part], whole }, verdict },
        pattern: `share:${from}:${where}`,
        holds: verdict === "holds",
        truncated: verdict === "truncated",
      });
      if (verdict === "holds") return readings;
    }
  }
  return readings;
}

/** What the opening of its sentence, or the form of its siblings, asks for instead of what fits. */
function meantOtherwise(
  sight: Sight,
  share: Fig,
  part: Fig | undefined,
  best: Reading | undefined,
): Pick<Reading, "option" | "pattern"> | undefined {
  const framed =
    part && !best?.pattern.endsWith(":slash") ? ofFrame(sight, share, part, best?.option.seats.whole as Fig | undefined) : undefined;
  if (framed) return { option: framed, pattern: "share:frame" };
  const byItsForm = best?.holds === true && !/:(?:parent|slash)$/.test(best.pattern) ? byFormOf(sight, share, best.option) : undefined;
  return byItsForm && { option: byItsForm, pattern: "share:form" };
}

/**
 * `được giao 5.315 tỷ đồng (66,5% kế hoạch), giải ngân 2.558 tỷ đồng, đạt 62,8%`: how much was done of what was given, both told in its sentence, whatever
 * fits in another one.
 */
function ofGiven(
  sight: Sight,
  share: Fig,
  nearest: Candidate | undefined,
  best: Reading | undefined,
): Pick<Reading, "option" | "pattern"> | undefined {
  const part = nearest?.part;
  if (!part || nearest?.from !== "before" || !best?.holds || !/:(?:passage|far)$/.test(best.pattern)) return undefined;
  if (!/^(?:đạt|bằng)/.test(cueOf(share)) || share.after.length > 0 || share.order !== part.order + 1) return undefined;
  const given = sight
    .between(part.order - GIVEN, part.order - 1)
    .findLast(
      (fig) => fig.sentence === part.sentence && fig.blockIndex === part.blockIndex && isLevelFigure(fig) && fig.depth === part.depth,
    );
  if (given === undefined || !alike(given, part) || sizeOf(given) <= sizeOf(part) || !GIVES.some((word) => given.before.includes(word)))
    return undefined;
  return { option: { kind: relations.share, seats: { share, parts: [part], whole: given } }, pattern: "share:given" };
}

const GIVEN = 2;
const GIVES = ["giao", "hoạch", "toán"];

/** A share that fits nothing, with the reading that its words ask for; none where they speak of a plan, or of at least so much. */
function orphanOf(sight: Sight, share: Fig, cue: string, first: Candidate, readings: readonly Reading[]): Orphan[] {
  const slip = readings.find(
    ({ option, pattern: by }) => STRONG.test(by) && (option.seats.parts as readonly Fig[])[0] === first.part && isOtherMultiplier(option),
  );
  if (slip && cue !== "" && isToldOf(share, first)) {
    const { option } = slip;
    return [{ share, part: first.part, pattern: "share:multiplier", prior: 0.8, worded: option, option, doubtful: false, others: [] }];
  }
  const worded = readings.filter((one) => one.pattern.startsWith(`share:${first.from}:`));
  const meant = worded.find((one) => STRONG.test(one.pattern) && isNear(one.option)) ?? worded[0];
  const isPlanned = share.cues.some(({ cue: { kind } }) => kind === "plan") && !(first.from === "slash" && first.part.order > share.order);
  if (isPlanned || isAtLeast(share, meant?.option)) return [];
  const whole = meant?.option.seats.whole as Fig | undefined;
  const pattern = meant?.pattern ?? "";
  const doubtful = isDoubtful(sight, { share, cue, ...first, whole, pattern });
  // "80/165 trường, đạt 54,42%" is what the pair makes, however far off.
  const isMeant =
    pattern.endsWith(":slash") ||
    isNear(meant?.option) ||
    isPlainlyOfParent(sight, share, cue, first, meant) ||
    isOfListBeside(sight, share, first, meant);
  const prior =
    doubtful || !isMeant || isToldAlike(sight, whole, first.part, share) || isFarOff(whole, first.part)
      ? 0.3
      : priorOf(first.from, pattern);
  return [
    {
      share,
      part: first.part,
      pattern: meant?.pattern ?? "share:none",
      prior,
      worded: meant?.option,
      option: prior >= 0.5 ? meant?.option : undefined,
      doubtful,
      others: readings.filter((one) => one !== meant && CLOSE.test(one.pattern)).map((one) => one.option),
    },
  ];
}

/** Right behind its part, with nothing named behind it but a plan. */
const isToldOf = (share: Fig, { part, from }: Candidate): boolean =>
  from === "before" && share.order === part.order + 1 && share.sentence === part.sentence && (share.after.length === 0 || isOfPlan(share));

/** `chậm 605 chuyến (17,4%), hủy 35 chuyến (1,0%)`: a share of its own stands in brackets right behind it, as this one does behind its part; both are of something else. */
function isToldAlike(sight: Sight, other: Fig | undefined, part: Fig, share: Fig): boolean {
  if (other === undefined || other.sentence !== part.sentence) return false;
  const own = sight.quantities[other.order + 1];
  if (!own || own === share || !isPercent(own) || own.tokens !== other.tokens || share.order !== part.order + 1) return false;
  return (
    own.depth === other.depth + 1 && share.depth === part.depth + 1 && own.before.length + share.before.length + share.after.length === 0
  );
}

/** `trong đó rừng gỗ lớn 1.864 ha, chiếm 35,1%`, or in brackets where the list adds up: off by less than a tenth. */
const isPlainlyOfParent = (sight: Sight, share: Fig, cue: string, { part, from }: Candidate, meant: Reading | undefined): boolean =>
  from === "before" &&
  meant?.pattern.endsWith(":parent") === true &&
  (cue.startsWith("chiếm") || (share.depth > part.depth && isPartOfWhole(sight, part))) &&
  isNear(meant.option, "tenth");

/** The reading that the form of its siblings asks for, where what fits is of another whole. */
function byFormOf(sight: Sight, share: Fig, { kind, seats }: Option): Option | undefined {
  const { parts, whole: taken } = seats as { parts: readonly [Fig]; whole: Fig };
  const whole = wholeByForm(sight, share, parts[0], taken);
  return whole && { kind, seats: { ...seats, whole } };
}

/** Where the words behind a percentage name its whole, it is of that and of nothing else that may fit. */
function ofSaid(sight: Sight, share: Fig, candidates: readonly { part: Fig; from: string }[], cue: string): boolean {
  for (const { part: nearest, from } of candidates) {
    const closed = headOfClosedList(sight, share, nearest);
    const isSaid = from.startsWith("before") || from === "slash";
    const ofHead = isSaid && closed === nearest ? saidOfHead(sight, share, nearest) : undefined;
    const part = ofHead?.part ?? closed;
    const said = ofHead?.said ?? (isSaid ? saidWhole(sight, share, part) : undefined);
    if (said === undefined || part.sentence !== share.sentence || part.blockIndex !== share.blockIndex) continue;
    const { whole, sure, plain } = said;
    // "1.148 căn …, 1.620 căn, hai loại cộng lại mới đạt 44,6% chỉ tiêu": of both.
    if (isOfSeveral(share) && standing(share, part, whole) !== "holds") continue;
    const stands = standing(share, part, whole);
    if (
      (stands === "far" && !plain) ||
      (stands === "near" && isToldOfTheSame(sight, share, whole)) ||
      (stands === "near" && (!sure || from !== "before" || cue === ""))
    )
      continue;
    const seats = { share, parts: [part], whole };
    const option: Option = { kind: relations.share, seats, ...(stands === "holds" ? { verdict: stands } : {}) };
    share.subject = part;
    sight.add({
      options: [option],
      prior: stands === "holds" ? 0.97 : 0.8,
      pattern: "share:said",
      cue,
      confirm: false,
      passage: share.blockIndex,
    });
    return true;
  }
  return false;
}

/** Words that take several together stand right before it. */
function isOfSeveral({ tokens, token: at }: Fig): boolean {
  for (let i = at - 1; i >= Math.max(0, at - TOGETHER); i--) {
    const { text, type } = tokens[i] as Token;
    if (type === "figure" || /^[;.]$/.test(text)) return false;
    if (/^(?:cộng lại|cộng cả|gộp lại|gộp cả|tổng cộng|tính chung|cả hai|cả ba)$/.test(text)) return true;
  }
  return false;
}

const TOGETHER = 8;

/** `tổng số 68.662; 91,04% chi hội đạt; hộ nghèo còn 327 (0,51%)`: a bare number two clauses back. */
const isFarOff = (whole: Fig | undefined, part: Fig): boolean =>
  whole !== undefined && whole.quantity?.unit.id === "" && whole.sentence === part.sentence && part.clause - whole.clause >= 2;

/** `163 cuộc, gồm … và kiểm tra 94 cuộc; đạt 93,14% kế hoạch (175 cuộc)`: behind the semicolon that ends its list, of all of it. */
function headOfClosedList({ parents }: Sight, share: Fig, part: Fig): Fig {
  const head = parents.get(part);
  const isClosed = head !== undefined && part.clause !== share.clause && head.clause === part.clause && head.sentence === share.sentence;
  return isClosed && head.blockIndex === share.blockIndex ? head : part;
}

/** `thu 107.139 triệu đồng, gồm …, nước công nghiệp 319 triệu đồng, đạt 108,8% kế hoạch (98.500 triệu đồng)`: behind a list that adds up, of all of it, where that fits. */
function saidOfHead(sight: Sight, share: Fig, part: Fig) {
  const head = sight.parents.get(part);
  if (head === undefined || head.sentence !== share.sentence || head.blockIndex !== share.blockIndex || !isPartOfWhole(sight, part))
    return undefined;
  const said = saidWhole(sight, share, head);
  return said && standing(share, head, said.whole) === "holds" ? { part: head, said } : undefined;
}

/** `29/29 người đạt trên 50% số phiếu`: a mark that was passed by far, and no share that was worked out. */
function isAtLeast({ hedge, quantity: said }: Fig, option: Option | undefined): boolean {
  if (option === undefined || said === null || said.decimals > 0 || (hedge !== "over" && hedge !== "atLeast")) return false;
  const { parts, whole } = option.seats as { parts: readonly [Fig]; whole: Fig };
  // "có 10/18 khoản thu đạt trên 51%": of a pair it is a mark, however near its own share comes.
  if (parts[0].over !== whole && isNear(option, "some")) return false;
  const mark = cellOf({
    id: "mark",
    quantity: quantity({ value: said.value, unit: said.unit, decimals: said.decimals, hedge: "atLeast" }),
  });
  return fit(relations.share, { share: mark, parts: [parts[0].cell], whole: whole.cell }) === "holds";
}

/** A share with one decimal fits one whole in a thousand by chance: one far off is not believed where a slip parts it from that of its siblings. */
function isAccident(pattern: string, share: Fig, part: Fig | undefined, linked: Fig | undefined): boolean {
  if (linked === undefined || part === undefined || linked === part || (share.quantity?.decimals ?? 0) > 1) return false;
  return (
    pattern.endsWith(":far") && alike(linked, part) && isNear({ kind: relations.share, seats: { share, parts: [part], whole: linked } })
  );
}

const hasAmountInside = (sight: Sight, share: Fig, { seats }: Option): boolean =>
  isAmountInside(sight, share, (seats.parts as readonly [Fig])[0]);

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

function priorOf(from: string, pattern: string): number {
  if (from === "slash" || pattern.endsWith(":slash")) return 0.9;
  if (pattern.endsWith(":parent")) return 0.9;
  if (pattern.endsWith(":sibling")) return 0.8;
  if (pattern.endsWith(":sentence") || pattern.endsWith(":namesake")) return 0.75;
  return 0.3;
}

/** Readings near enough that a figure may be held to be cut rather than to speak of something else. */
const CLOSE = /^share:(?:before|slash|after):(?:parent|sibling|slash|sentence|passage)$/;

/** Of what its list or its pair names: elsewhere a share without decimals is soon one that was cut. */
const OF_LIST = /:(?:parent|slash)$/;

/** Wholes that its sentence or its list names. */
const STRONG = /:(?:parent|sibling|slash|sentence|namesake)$/;
