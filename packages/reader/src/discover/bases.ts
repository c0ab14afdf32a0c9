import { cellOf, hundredFits, isOneSlipOff, relations, shareFits, withComma } from "@khop/core";
import { digitsOf, type Fig, isBoundless, isLevelFigure, printedAs } from "../figures.ts";
import { baseOf, commonBasePlaces, ofOneBase, unseenBase } from "./share/common-base.ts";
import type { Orphan } from "./share/orphan.ts";
import { namedBases } from "./share/wholes.ts";
import { alike, amountsBefore, type Option, type Sight, sameNature } from "./sight.ts";

const LEAST = 3;
const REACH = 40;

/**
 * Shares whose whole is printed nowhere, `487 phiếu (98,58%)`, `484 phiếu (97,98%)` …: one whole number fits them all. Shares that
 * such a base explains, or that no printed base was meant for, are not wrong; what is left is proposed as it was worded. Returns the shares without a printed base, those that are explained with no reading left.
 */
export function discoverBases(sight: Sight, orphans: readonly Orphan[]): Orphan[] {
  const rest = new Set(orphans);
  const groups: Orphan[][] = [];
  const candidates = orphans.filter(({ pattern }) => !pattern.includes(":slash"));
  for (const [at, start] of candidates.entries()) {
    if (!rest.has(start)) continue;
    const group = [start];
    for (const next of candidates.slice(at + 1, at + REACH)) {
      if (!rest.has(next)) continue;
      if (next.share.blockIndex - (group.at(-1) as Orphan).share.blockIndex > 2) break;
      if (next.part === (group.at(-1) as Orphan).part) continue;
      if (baseOf([...group, next]) !== null) group.push(next);
    }
    const least = sayTheSame(group) || makeAHundred(group) ? 2 : LEAST;
    if (group.length < least || new Set(group.map(({ part }) => part.quantity?.approximate)).size < least) continue;
    groups.push(group);
    for (const member of group) rest.delete(member);
  }
  const misprinted = new Set<Fig>();
  for (const members of Map.groupBy(rest, ({ worded }) => worded?.seats.whole).values()) {
    const near = members.filter((member) => Math.abs(member.share.blockIndex - (members[0] as Orphan).share.blockIndex) <= 1);
    if (near.length < 2 || near.length < members.length || baseOf(near) === null || !isMisprinted(near)) continue;
    for (const { share } of near) misprinted.add(share);
  }
  for (const [index, group] of groups.entries()) {
    const whole = misprintedWhole(sight, group);
    if (whole) {
      for (const member of group) promise(sight, member, [ofWhole(member, whole)], { pattern: "share:misprint", prior: 0.75 });
      continue;
    }
    if (isMisprinted(group)) {
      for (const member of group) {
        rest.add(member);
        misprinted.add(member.share);
      }
      continue;
    }
    const printed = printedBase(sight, group);
    if (printed) {
      for (const member of group)
        promise(sight, member, [{ ...ofWhole(member, printed), verdict: "holds" }], { pattern: "base:printed", prior: 0.9, confirm: true });
      const outlier = outlierOf(group, candidates, rest);
      if (outlier) {
        rest.delete(outlier);
        promise(sight, outlier, [ofWhole(outlier, printed)], { pattern: "base:printed", prior: 0.8 });
      }
      continue;
    }
    const outlier = outlierOf(group, candidates, rest);
    if (outlier) rest.delete(outlier);
    const told = outlier ? inOrder([...group, outlier]) : group;
    sight.add({
      options: [ofOneBase(told, unseenBase(told, `whole:${index}`))],
      prior: 0.9,
      pattern: "base:common",
      cue: "%",
      confirm: false,
      passage: (group[0] as Orphan).share.blockIndex,
    });
    const at = orphans.indexOf(group[0] as Orphan);
    for (const other of orphans.slice(Math.max(0, at - 2 * REACH), at + 2 * REACH))
      if (rest.has(other) && baseOf([...group.slice(0, LEAST), other]) !== null) rest.delete(other);
  }
  for (const orphan of rest) {
    const { option: told, worded, others, pattern, prior, share } = orphan;
    const meant = told ?? (misprinted.has(share) ? worded : undefined);
    if (!meant) continue;
    if (misprinted.has(share)) promise(sight, orphan, [meant], { pattern: "share:base", prior: 0.9 });
    else promise(sight, orphan, [meant, ...others], { pattern, prior });
  }
  return orphans.map((orphan) => (rest.has(orphan) ? orphan : { ...orphan, option: undefined }));
}

const ofWhole = ({ share, part }: Orphan, whole: Fig): Option => ({ kind: relations.share, seats: { share, parts: [part], whole } });

/** Proposes what a share is of, under the words that it was told with. */
function promise(
  sight: Sight,
  { share }: Orphan,
  options: readonly Option[],
  found: { readonly pattern: string; readonly prior: number; readonly confirm?: boolean },
): void {
  sight.add({ confirm: false, ...found, options, cue: share.cues[0]?.cue.words ?? "(%)", passage: share.blockIndex });
}

/**
 * `5.286 hồ sơ, 5.243 hồ sơ đúng hạn (99,75%), 13 hồ sơ trễ hạn (0,25%)`: the shares agree on a whole that one slip of a key parts
 * from the printed one, so that one is wrong.
 */
function isMisprinted(group: readonly Orphan[]): boolean {
  const worded = group.flatMap((orphan) => (orphan.worded && !orphan.doubtful ? [orphan.worded] : []));
  const whole = worded[0]?.seats.whole;
  if (worded.length < group.length || !worded.every(({ seats }) => seats.whole === whole)) return false;
  return isOneSlipOff(
    worded.map(({ kind, seats }) => {
      const { share, parts, whole: base } = seats as { share: Fig; parts: readonly Fig[]; whole: Fig };
      return { kind, places: { share: share.cell, parts: parts.map(({ cell }) => cell), whole: base.cell } };
    }),
  );
}

/** `61 phiếu (92,42%) … 54 phiếu (81,82%) … tổng số đại biểu là 66`: the one figure about them that all of them hold of. */
function printedBase(sight: Sight, group: readonly Orphan[]): Fig | undefined {
  const orders = group.map(({ share }) => share.order);
  const holds = (whole: Fig): boolean =>
    group.every(({ share, part }) => part !== whole && shareFits(share.cell, part.cell, whole.cell) === "holds");
  const [first] = group as [Orphan];
  const fitting = sight
    .between(Math.min(...orders) - AROUND, Math.max(...orders) + AROUND)
    .filter(
      (fig) => isLevelFigure(fig) && !isBoundless(fig) && sameNature(fig, first.part) && fig.order !== first.part.order && holds(fig),
    );
  return new Set(fitting.map(printedAs)).size === 1 ? fitting[0] : undefined;
}

const AROUND = 12;

/** The printed whole that stands where that of a group is expected, if one slip of a key parts it from what all its shares agree on. */
function misprintedWhole(sight: Sight, group: readonly Orphan[]): Fig | undefined {
  const first = group[0] as Orphan;
  const telling = group.filter(({ part }) => digitsOf(part) >= LEAST);
  if (group.length < LEAST || telling.length < 2) return undefined;
  const largest = Math.max(...group.map(({ part }) => part.quantity?.approximate ?? 0));
  const nearest: Fig[] = [];
  for (const fig of amountsBefore(sight, first.part, 1)) {
    if (fig.depth > 0 || !alike(fig, first.part) || (fig.quantity?.approximate ?? 0) <= largest) continue;
    if (nearest.push(fig) === 2) break;
  }
  const named = group.flatMap(({ share }) => namedBases(sight, share, largest)).filter((fig) => alike(fig, first.part));
  const candidates = new Set([...nearest, ...named]);
  const fitting = [...candidates].filter((whole) =>
    isOneSlipOff(
      group.map(({ share, part }) => ({ kind: relations.share, places: { share: share.cell, parts: [part.cell], whole: whole.cell } })),
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * One share among those of a common whole that a slip of a key keeps from it: `487 phiếu (98,58%), 484 phiếu (97,98%), 475 phiếu
 * (96,51%), 12 phiếu (2,43%)`. With one decimal such a slip is too likely by chance.
 */
function outlierOf(group: readonly Orphan[], all: readonly Orphan[], rest: ReadonlySet<Orphan>): Orphan | undefined {
  const orders = group.map(({ share }) => share.order);
  const [first, last] = [Math.min(...orders) - BESIDE, Math.max(...orders) + BESIDE];
  return all.find(
    (other) =>
      rest.has(other) &&
      other.share.order >= first &&
      other.share.order <= last &&
      other.part.quantity?.unit.kind === group[0]?.part.quantity?.unit.kind &&
      (isOffByComma(other, group) || (!other.doubtful && isOffBySlip(other, group))),
  );
}

const isOffBySlip = (other: Orphan, group: readonly Orphan[]): boolean =>
  ((other.share.quantity?.decimals ?? 0) >= 2 || isRestOf(other, group)) && isOneSlipOff([placesOf(inOrder([...group, other]))]);

/** `29,7 nghìn lượt, 14,0%; 173 nghìn lượt, 8,2%; 14,8 nghìn lượt, 7,0%`: with its comma where it was lost it fits to the digit. */
const isOffByComma = (other: Orphan, group: readonly Orphan[]): boolean =>
  group.length >= LEAST &&
  [1, 2].some((places) => {
    const { part } = other;
    if (!part.quantity || part.quantity.decimals > 0 || digitsOf(part) <= places) return false;
    const cell = cellOf({ id: "comma", quantity: withComma(part.quantity, places) });
    return baseOf([...group, { ...other, part: Object.assign(Object.create(part) as Fig, { cell }) }]) !== null;
  });

/** `15 tuổi trở xuống 2.105 ca, chiếm 43,2%; trên 15 tuổi 2.789 ca, chiếm 56,8%`: with those of the group in its sentence its share makes a hundred. */
function isRestOf({ share }: Orphan, group: readonly Orphan[]): boolean {
  const beside = group.filter((one) => one.share.blockIndex === share.blockIndex && one.share.sentence === share.sentence);
  const shares = [...beside.map((one) => one.share), share].flatMap(({ quantity: of }) => of ?? []);
  return beside.length > 0 && (share.quantity?.decimals ?? 0) >= 1 && hundredFits(shares);
}

const BESIDE = 4;
const inOrder = (group: readonly Orphan[]): Orphan[] => [...group].sort((a, b) => a.share.order - b.share.order);

const placesOf = (group: readonly Orphan[]) => ({ kind: relations.commonBase, places: commonBasePlaces(group) });

/** `chiếm 71,6% kim ngạch cả nước … chiếm 70,2% kim ngạch cả nước`: the base is named, in the same words. */
function sayTheSame(group: readonly Orphan[]): boolean {
  const names = new Set(group.map(({ share }) => share.after.slice(0, 3).join(" ")));
  return names.size === 1 && (group[0]?.share.after.length ?? 0) >= 2;
}

/** `đúng hạn 319.876 hồ sơ (98,09%), quá hạn 6.219 hồ sơ (1,91%)`: two that are all of what is printed nowhere. */
function makeAHundred(group: readonly Orphan[]): boolean {
  const [a, b] = group;
  if (a === undefined || b === undefined || group.length > 2) return false;
  const inOneSentence = a.share.blockIndex === b.share.blockIndex && a.share.sentence === b.share.sentence;
  return inOneSentence && a.share.quantity !== null && b.share.quantity !== null && hundredFits([a.share.quantity, b.share.quantity]);
}
