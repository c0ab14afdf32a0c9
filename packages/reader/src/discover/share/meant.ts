import { fit, near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, isOfPlan, isPercent, printedAs, sizeOf, type Token } from "../../figures.ts";
import { alike, type Hypothesis, isUnseen, type ShareSeats, type Sight, type Unseen } from "../sight.ts";
import { frameOf } from "./frame.ts";

/** Words of a name that tell a figure from its neighbours. */
const WORDY = 2;
const MOST_WORDS = 5;
const REACH = 40;
const BLOCKS = 2;
const BESIDE = 3;

/**
 * Percentages that hold of a figure which was not meant: `trực tuyến 107.791 hồ sơ (82,34%), trực tiếp 18.267 hồ sơ (14,49%)` of 126.058 they make up, the
 * first worked out of all 130.913. What was meant is said so plainly that it does not matter what else fits: by the list that both are parts of, by
 * the words behind the percentage or before its figure, or by the brackets that it stands outside of.
 */
export function sharesMeantOtherwise(sight: Sight): void {
  const seated = new Map(sight.hypotheses.flatMap((one) => (seatsOf(one) ? [[(seatsOf(one) as ShareSeats).share, one] as const] : [])));
  const told = Map.groupBy(
    [...seated.values()].flatMap((one) => seatsOf(one) ?? []),
    ({ parts }) => parts[0],
  );
  const byWhole = Map.groupBy(seated.keys(), (share) => seatsOf(seated.get(share) as Hypothesis)?.whole);
  for (const [share, found] of seated) {
    const { parts, whole } = seatsOf(found) as ShareSeats;
    const [part] = parts;
    // "tỷ lệ hoàn thành của xây mới là 92,1%": of the parts that bear its name in two lists, and of nothing outside them.
    if (found.pattern === "share:lists") continue;
    if (part.over === whole || isOfPlan(share) || (share.quantity?.decimals ?? 0) < 1 || !holds(share, part, whole)) continue;
    // Where other shares near are of it as well it was meant, whatever else is called so.
    const beside = (byWhole.get(whole) ?? []).filter((other) => other !== share && Math.abs(other.blockIndex - share.blockIndex) <= 1);
    const isShared = beside.length > 0;
    const meant =
      (beside.length > 1 ? undefined : ofList(sight, share, part, { seated, told })) ??
      ofName(sight, share, part, whole, nameBefore(part)) ??
      ofFrame(sight, share, part, whole) ??
      (isShared ? undefined : ofName(sight, share, part, whole, nameBehind(share))) ??
      outsideBrackets(sight, share, part, whole);
    if (meant === undefined || printedAs(meant.whole) === printedAs(whole) || !isMissed(share, meant)) continue;
    sight.takeBack((one) => one === found);
    share.subject = meant.part;
    sight.add({
      options: [{ kind: relations.share, seats: { share, parts: [meant.part], whole: meant.whole } }],
      prior: 0.7,
      pattern: `share:meant:${meant.by}`,
      cue: found.cue,
      confirm: false,
      passage: share.blockIndex,
    });
  }
}

/**
 * `Lúa ngập 6.777,6 ha, trong đó mất trắng 2.418,7 ha (55,5%), giảm năng suất 4.358,9 ha`: in brackets behind one of the two parts of a list that adds up, and worked
 * out of the other part.
 */
export function sharesOfSiblings(sight: Sight): void {
  const told = new Set(sight.hypotheses.flatMap(({ options: [option] }) => Object.values(option?.seats ?? {}).flat()));
  for (const share of sight.quantities) {
    if (!isPercent(share) || share.change !== undefined || (share.quantity?.decimals ?? 0) < 1 || told.has(share)) continue;
    const part = sight.quantities[share.order - 1];
    const isBehind = part?.tokens === share.tokens && share.depth === part.depth + 1 && share.tokens[share.token - 1]?.text === "(";
    if (!part || !isBehind || share.after.length > 0) continue;
    for (const { total, parts, found } of sight.listsOf(part)) {
      const other = parts.find((one) => one !== part);
      if (
        !found.pattern.startsWith("list:") ||
        parts.length !== 2 ||
        isUnseen(total) ||
        other === undefined ||
        isUnseen(other) ||
        !isKept(total, parts)
      )
        continue;
      if (digitsOf(other) < DIGITS || !holds(share, part, other) || holds(share, part, total)) continue;
      share.subject = part;
      sight.add({
        options: [{ kind: relations.share, seats: { share, parts: [part], whole: total } }],
        prior: 0.75,
        pattern: "share:sibling-of-list",
        cue: "(",
        confirm: false,
        passage: share.blockIndex,
      });
      break;
    }
  }
}

const DIGITS = 3;

interface Meant {
  readonly part: Fig;
  readonly whole: Fig;
  readonly by: string;
}

/** The seats of a share of one printed figure in another, in prose. */
function seatsOf({ options: [option] }: Hypothesis): ShareSeats | undefined {
  if (option?.kind !== relations.share) return undefined;
  const seats = option.seats as unknown as ShareSeats;
  const given = [seats.share, ...seats.parts, seats.whole];
  return seats.parts.length === 1 && given.every((fig) => !isUnseen(fig) && fig.order >= 0) ? seats : undefined;
}

/** `Trong 563 người có việc làm, 472 người làm đúng ngành (chiếm 70,0%)`: what its sentence opens with, and not what was told before it. */
function ofFrame(sight: Sight, share: Fig, part: Fig, whole: Fig): Meant | undefined {
  if (whole.sentence === share.sentence && whole.tokens === share.tokens) return undefined;
  const frame = frameOf(sight, part);
  return frame && sizeOf(frame) > sizeOf(part) ? { part, whole: frame, by: "frame" } : undefined;
}

/** Off by no more than a person takes for a share of it. */
const isMissed = (share: Fig, { part, whole }: Meant): boolean =>
  !holds(share, part, whole) && near(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }, "double");

const holds = (share: Fig, part: Fig, whole: Fig): boolean =>
  fit(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell }) === "holds";

interface Told {
  readonly seated: ReadonlyMap<Fig, Hypothesis>;
  /** What each figure is told to be a share of. */
  readonly told: ReadonlyMap<Fig, readonly ShareSeats[]>;
}

/** Its figure is a part of a list that adds up, and the share beside another part is of what they make. */
function ofList(sight: Sight, share: Fig, part: Fig, { seated, told }: Told): Meant | undefined {
  const isBehind = share.order > part.order && share.order - part.order <= BESIDE && share.tokens === part.tokens;
  if (!isBehind || share.sentence !== part.sentence || nameBehind(share).length > 0) return undefined;
  for (const { total, parts } of sight.listsOf(part)) {
    if (isUnseen(total) || total.order < 0 || parts.some(isUnseen)) continue;
    // "đạt 66,45%, chiếm 38,55% tổng số": the share of them all is told beside it.
    if (told.get(part)?.some(({ whole }) => whole === total) || !isKept(total, parts)) continue;
    const others = parts.filter((one): one is Fig => !isUnseen(one) && one !== part);
    const said = others.flatMap((other) => shareBehind(sight, other, seated) ?? []);
    if (said.length > 0 && said.every(({ whole }) => whole === total)) return { part, whole: total, by: "list" };
  }
  return undefined;
}

const isKept = (total: Fig, parts: readonly (Fig | Unseen)[]): boolean =>
  fit(relations.total, { total: total.cell, parts: parts.flatMap((part) => (isUnseen(part) ? [] : [part.cell])) }) === "holds";

/** The share that stands behind a figure and is of it, where it holds. */
function shareBehind(sight: Sight, part: Fig, seated: ReadonlyMap<Fig, Hypothesis>): ShareSeats | undefined {
  for (const fig of sight.between(part.order + 1, part.order + BESIDE)) {
    const known = seated.get(fig);
    const seats = known && seatsOf(known);
    if (seats?.parts[0] === part && fig.tokens === part.tokens) return holds(fig, part, seats.whole) ? seats : undefined;
  }
  return undefined;
}

/** The one figure that bears a name, word for word, where the other does not. */
function ofName(sight: Sight, share: Fig, part: Fig, whole: Fig, name: readonly string[]): Meant | undefined {
  if (name.length < WORDY || isNamed(whole, name) || isCounted(whole, name)) return undefined;
  const near = sight
    .between(part.order - REACH, share.order - 1)
    .filter(
      (fig) =>
        fig !== part && isLevelFigure(fig) && alike(fig, part) && share.blockIndex - fig.blockIndex <= BLOCKS && sizeOf(fig) > sizeOf(part),
    );
  const named = near.filter((fig) => isNamed(fig, name));
  const called = named.length > 0 ? named : near.filter((fig) => isCounted(fig, name));
  return new Set(called.map(printedAs)).size === 1 ? { part, whole: called.at(-1) as Fig, by: "name" } : undefined;
}

/** `956 cá nhân … số cá nhân được tặng Bằng khen`: the name begins with what it counts. */
function isCounted({ quantity }: Fig, name: readonly string[]): boolean {
  const unit = quantity?.unit.id.split(" ") ?? [];
  return unit.length >= WORDY && unit.every((word, i) => name[i] === word);
}

const LEADING = new Set(["số", "tổng", "trên", "trong", "của", "toàn", "bộ", "các"]);

/** `chiếm 49,6% tổng số hộ nghèo toàn tỉnh`: the words behind a percentage, as far as the next sign or figure. */
function nameBehind({ tokens, token: at, depth }: Fig): readonly string[] {
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.figure || token.type === "sign" || token.depth !== depth || (token.cue && !LEADS.has(token.cue.kind))) break;
    words.push(...token.text.split(" "));
  }
  return LEADING.has(words[0] ?? "") ? contentOf(words) : [];
}

const LEADS: ReadonlySet<string> = new Set(["sum", "whole", "level"]);

/** `Trong số đã giải quyết có 9.874 hồ sơ`: what the sentence opens with. */
function nameBefore({ tokens, token: at, sentence, clause }: Fig): readonly string[] {
  const own = tokens.slice(Math.max(0, at - LONG - 1), at).filter((token) => token.sentence === sentence && token.place.clause === clause);
  const opening = own.map(({ text }) => text).join(" ");
  if (own.some(({ figure }) => figure) || !/^trong (?:tổng )?số /.test(opening) || own.length > LONG) return [];
  return contentOf(opening.replace(/ (?:có|thì)$|,.*$/, "").split(" "));
}

const LONG = 9;

/** Without the words that only lead to it. */
function contentOf(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !LEADING.has(word));
  return from < 0 ? [] : words.slice(from, from + MOST_WORDS);
}

/** All words of a name stand about a figure, in what it counts or in its phrase. */
function isNamed({ phrase, before, after, quantity }: Fig, name: readonly string[]): boolean {
  const said = new Set([...phrase, ...before, ...after, ...(quantity?.unit.id.split(" ") ?? [])]);
  return name.every((word) => said.has(word));
}

/** `Thụ lý 170 vụ (…; cấp huyện 27); đã giải quyết 122 vụ (…; cấp huyện 21), đạt tỷ lệ 77,78%`: of what stands outside the brackets, as it does. */
function outsideBrackets(sight: Sight, share: Fig, part: Fig, whole: Fig): Meant | undefined {
  const [owner, all] = [sight.parents.get(part), sight.parents.get(whole)];
  if (!owner || !all || owner === all || part.depth <= share.depth || whole.depth <= share.depth) return undefined;
  return owner.depth === share.depth && all.depth === share.depth && alike(owner, all)
    ? { part: owner, whole: all, by: "outside" }
    : undefined;
}
