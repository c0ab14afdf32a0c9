import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isLevelFigure, sizeOf } from "../figures.ts";
import { tellingWords } from "../words.ts";
import { isCompared } from "./compared.ts";
import { accuse, concluded } from "./list/accuse.ts";
import { totalCalled } from "./list/called.ts";
import { firstOfItems, fitting, headsOfClauses, LONG, members, untilNested } from "./list/parts.ts";
import { hypothesis } from "./list/promise.ts";
import { type Listing, listingsOf } from "./listings.ts";
import { alike, type Hypothesis, type Option, type Sight, sameNature } from "./sight.ts";

/** Totals with their parts, from wordings that open a list, from parentheses, and from items under a line. */
export function discoverLists(sight: Sight): void {
  for (const passage of sight.passages) for (const listing of listingsOf(sight, passage)) propose(sight, listing);
}

function propose(sight: Sight, listing: Listing): void {
  const all = members(listing);
  if (all.length === 0) return;
  const divided = dividedAbove(sight, listing);
  const total = [...listing.totals, ...divided].find((one) => addsUp(sight, listing, all, one));
  if (total === undefined) {
    const farther = fartherTotals(sight, listing).find((one) => addsUp(sight, listing, all, one));
    if (farther) {
      ownBesideFarther(sight, listing, all, farther);
      fartherOff(sight, listing, all);
      return;
    }
    const [head] = listing.totals;
    const measures = withMeasures(listing);
    const hasMore = measures.length > all.filter((fig) => head !== undefined && alike(fig, head)).length;
    if (hasMore && listing.totals.some((one) => addsUp(sight, listing, measures, one))) return;
    if (hasMore && measuresOff(sight, listing, measures)) return;
    if (concluded(sight, listing)) return;
    if (listing.prior > 0 && listing.cue === ONLY_CONFIRMS) fartherOff(sight, listing, all);
    else if (listing.prior > 0 && !ofNamed(sight, listing, all) && !fartherOff(sight, listing, all))
      if (divided.every((head) => isNearly(head, all))) accuse(sight, divided.length > 0 ? { ...listing, totals: divided } : listing, all);
    return;
  }
  // "1.245 vụ/2.310 bị can (án cũ 245 vụ/410 bị can; …)": the other half of the pair adds up by itself.
  const { twin } = total;
  if (
    twin &&
    isLevelFigure(twin) &&
    !addsUp(sight, listing, all, twin) &&
    listing.prior > 0 &&
    all.some((fig) => fig.quantity?.unit.id === twin.quantity?.unit.id)
  )
    accuse(sight, { ...listing, totals: [twin] }, all);
  const others = listing.totals.filter((other) => other !== total && !isOfOneSort(other, total) && !(twin && alike(other, twin)));
  // "93 vụ liên quan 141 người; cứu được 118 người. Trong đó: …": what the items tell of people makes one of the two.
  const left = others.filter(
    (other) => !sight.totalled.has(other) && !others.some((one) => one !== other && alike(one, other) && makesAll(all, one)),
  );
  for (const other of left) if (!leavesOneOut(sight, listing, all, total, other)) besides(sight, listing, all, total, other);
}

/** Off by less than a tenth, or by one slip. */
function isNearly(total: Fig, all: readonly Fig[]): boolean {
  const places = { total: total.cell, parts: all.filter((fig) => alike(fig, total)).map(({ cell }) => cell) };
  return places.parts.length > 1 && (near(relations.total, places, "tenth") || isOneSlipOff([{ kind: relations.total, places }]));
}

/** `- Theo kỳ hạn: ngắn hạn 33.657; dài hạn 14.841.` and below it `- Theo loại tiền: …`: what the item above divided is divided once more, and not a part of it. */
function dividedAbove(sight: Sight, { passage, totals }: Listing): readonly Fig[] {
  const [head] = totals;
  if (passage.block.kind !== "item" || head?.block.kind !== "item" || head.blockIndex >= passage.index) return [];
  const parent = sight.parents.get(head);
  const isWhole =
    parent !== undefined && sight.totals.some(({ total, parts, found }) => total === parent && parts.includes(head) && found.prior >= SURE);
  return isWhole ? [parent] : [];
}

const SURE = 0.9;

/** `kiến nghị 49.116 tỷ đồng, gồm: tăng thu 4.938 tỷ đồng; giảm chi 15.729 tỷ đồng; xử lý khác 28.449 tỷ đồng`: what is to rise or fall is a part as any other. */
const withMeasures = ({ figures, depth, totals: [head] }: Listing): readonly Fig[] =>
  figures.filter(
    (fig) =>
      fig.depth === depth &&
      isAmount(fig) &&
      fig.under === undefined &&
      !isCompared(fig) &&
      head !== undefined &&
      head.change === undefined &&
      alike(fig, head),
  );

/** `179.862.135 (thực thu 168.924.310; đình chỉ 9.417.225; giảm nghĩa vụ 1.520.600)`: the same, a slip of a key off a long total right before. */
function measuresOff(sight: Sight, listing: Listing, measures: readonly Fig[]): boolean {
  const [total] = listing.totals;
  const first = measures[0];
  const parts = measures.filter((fig) => fig !== total && fig.tokens === first?.tokens && fig.clause <= (first?.clause ?? 0) + MEASURES);
  if (!total || listing.prior === 0 || parts.length < FEWEST || digitsOf(total) < LONG_TOTAL || total.hedge !== undefined) return false;
  if (!isOneSlipOff([{ kind: relations.total, places: { total: total.cell, parts: parts.map(({ cell }) => cell) } }])) return false;
  sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.75), pattern: "list:measures" });
  return true;
}

const MEASURES = 6;
const LONG_TOTAL = 5;

/** "kết luận như sau: 1. …" opens more than lists that add up. */
const ONLY_CONFIRMS = "như sau";

/** The total that the words before its colon name. */
function ofNamed(sight: Sight, listing: Listing, all: readonly Fig[]): boolean {
  const parts = all.filter((fig) => fig.tokens === all[0]?.tokens && fig.clause === all[0].clause && alike(fig, all[0]));
  const total = /theo|^:/.test(listing.cue) ? totalCalled(sight, parts) : undefined;
  if (total) sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.75), pattern: "list:called" });
  return total !== undefined;
}

/** `2.251 hộ với 6.427 người, gồm: 1.246 hộ/4.318 người; 618 hộ/2.109 người; 387 hộ/1.276 người`: all items make the one, and all but the last the other. */
function leavesOneOut(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig, whole: Fig): boolean {
  const [parts, wholes] = [total, whole].map((head) => all.filter((fig) => fig !== head && alike(fig, head))) as [Fig[], Fig[]];
  if (parts.length < 3 || parts.length !== wholes.length || parts.some((fig, i) => fig.clause !== wholes[i]?.clause)) return false;
  const makes = (head: Fig, run: readonly Fig[]): boolean =>
    fit(relations.total, { total: head.cell, parts: run.map(({ cell }) => cell) }) === "holds";
  if (!makes(whole, wholes) || makes(total, parts) || !makes(total, parts.slice(0, -1))) return false;
  const isOfTotal = ({ options: [option] }: Hypothesis): boolean => option?.kind === relations.total && option.seats.total === total;
  sight.takeBack(isOfTotal);
  sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.75), pattern: "list:short" });
  sight.add(hypothesis(listing, { kind: relations.total, seats: { total: whole, parts: wholes }, verdict: "holds" }, 0.95));
  return true;
}

/**
 * `kiểm sát 1.909 tin; đã giải quyết 1.273 tin, gồm: khởi tố 712, không khởi tố 845, tạm đình chỉ 166; còn lại 186 tin`: all four make the first figure,
 * and those of the clause are of the figure right before, a slip off.
 */
function ownBesideFarther(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig): void {
  const [nearest] = listing.totals;
  const first = all[0];
  if (!nearest || !first || nearest === total || listing.prior === 0 || nearest.tokens !== first.tokens || digitsOf(nearest) < TELLING)
    return;
  const parts = all.filter((fig) => fig.tokens === first.tokens && fig.clause === first.clause && alike(fig, nearest));
  if (parts.length < 2 || parts.length === all.length || nearest.clause !== first.clause) return;
  const places = { total: nearest.cell, parts: parts.map(({ cell }) => cell) };
  if (fit(relations.total, places) === "violated" && isOneSlipOff([{ kind: relations.total, places }]))
    sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total: nearest, parts } }, 0.75), pattern: "list:own" });
}

/** `toàn quốc xảy ra 10.298 vụ … Chia theo loại hình, đường bộ 10.167 vụ; đường sắt 72 vụ; đường thủy 41 vụ; hàng hải 9 vụ`: the one figure farther back that the whole list is a slip off. */
function fartherOff(sight: Sight, listing: Listing, all: readonly Fig[]): boolean {
  const [first] = all;
  if (first === undefined || !DIVIDES.test(listing.cue)) return false;
  const own = all.filter((fig) => fig.sentence === first.sentence && fig.blockIndex === first.blockIndex);
  return [...Map.groupBy(own, ({ quantity }) => quantity?.unit.id).values()].some((parts) => isOffOneFarther(sight, listing, parts));
}

function isOffOneFarther(sight: Sight, listing: Listing, parts: readonly Fig[]): boolean {
  const [first] = parts;
  if (first === undefined || parts.length < FEWEST || parts.some((part) => part.hedge !== undefined || !alike(part, first))) return false;
  const isOff = (head: Fig): boolean => {
    const places = { total: head.cell, parts: parts.map(({ cell }) => cell) };
    return near(relations.total, places, "tenth") && isOneSlipOff([{ kind: relations.total, places }]);
  };
  const isMade = sight.totals.some(({ parts: known }) => known.includes(first) && known.includes(parts[1] as Fig));
  // What stands right before the list is looked at by itself.
  if (isMade || listing.totals.some((head) => alike(head, first) && isOff(head))) return false;
  const [total, other] = fartherTotals(sight, listing).filter((head) => alike(head, first) && digitsOf(head) > TELLING && isOff(head));
  if (total === undefined || other !== undefined) return false;
  sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total, parts } }, 0.7), pattern: "list:farther" });
  return true;
}

const DIVIDES = /^(?:chia|phân|theo|cơ cấu|gồm|bao gồm|cụ thể|như sau)/;
const FEWEST = 3;

const TELLING = 3;

const FARTHER = 3;
const LONG_OF_TWO = 4;

/** `Tiếp nhận 1.864 hồ sơ … Đã trả 1.878 hồ sơ … Theo lĩnh vực tiếp nhận: …`: figures farther back, one of which a whole list may make. */
function fartherTotals(sight: Sight, { passage, totals, from, figures }: Listing): readonly Fig[] {
  const first = figures[0];
  // "Đã trả 5.771 hồ sơ, 5.602 phiếu đúng hẹn, 169 phiếu chậm. Phân theo loại: Phiếu số 1 là 4.318, Phiếu số 2 là 1.453": two make a long one by no accident.
  const least = figures.length <= 2 ? LONG_OF_TWO : 0;
  if (first === undefined || figures.length < 2) return [];
  // "17/43 môn. Đoàn giành 41 huy chương: 09 vàng, 13 bạc, 19 đồng": what stands right before the colon is what the list tells of, well or ill.
  const [nearest] = totals;
  const isRightBefore = nearest !== undefined && nearest.order === first.order - 1 && nearest.sentence === first.sentence;
  return sight
    .between(first.order - 2 * LONG, first.order - 1)
    .filter(
      (fig) =>
        isLevelFigure(fig) &&
        fig.depth === 0 &&
        // "Hơn 9.870 đơn vị máu", in a headline: it would hide that what is said exactly beside the list is wrong.
        (fig.hedge === undefined || fig.hedge === "estimate") &&
        passage.index - fig.blockIndex <= FARTHER &&
        (fig.blockIndex !== passage.index || fig.token < from) &&
        sizeOf(fig) >= 20 &&
        digitsOf(fig) >= least &&
        !totals.includes(fig) &&
        !(isRightBefore && nearest.quantity?.unit.id !== "" && !alike(fig, nearest)),
    )
    .reverse();
}

/** `120 vụ cháy, làm 15 người chết. Trong đó, A 60 vụ, 8 người chết; B …`: what else the items tell adds up beside the first. */
function besides(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig, other: Fig): void {
  if (sight.totalled.has(other) || addsUp(sight, listing, all, other)) return;
  const told = tellingWords(other);
  const isOfIt = (fig: Fig, head: Fig, words: string): boolean =>
    fig !== head && alike(fig, head) && (words === "" || tellingWords(fig) === words);
  const rows = all.filter((fig) => isOfIt(fig, total, tellingWords(total))).length;
  // "147 người chết, 226 người bị thương; đường bộ 141 người chết, 225 người bị thương": each of its own.
  const named = all.filter((fig) => isOfIt(fig, other, told));
  const parts = named.length === rows ? named : all.filter((fig) => fig !== other && alike(fig, other));
  if (parts.length !== rows || parts.some((fig) => alike(fig, total))) return;
  if (rows >= 3) accuse(sight, { ...listing, totals: [other] }, parts);
  // Two items of so many things each: one slip off is no accident where the first thing adds up.
  else if (rows === 2 && isOneSlipOff([{ kind: relations.total, places: { total: other.cell, parts: parts.map(({ cell }) => cell) } }]))
    sight.add({ ...hypothesis(listing, { kind: relations.total, seats: { total: other, parts } }, 0.75), pattern: "list:beside" });
}

/** Alike, and where words tell the two apart, told in the same: "147 người chết, 226 người bị thương". */
function isOfOneSort(fig: Fig, other: Fig): boolean {
  const [own, told] = [tellingWords(fig), tellingWords(other)];
  return alike(fig, other) && (own === told || own === "" || told === "");
}

const makesAll = (all: readonly Fig[], total: Fig): boolean => {
  const parts = all.filter((fig) => fig !== total && alike(fig, total));
  return parts.length >= FEWEST && fit(relations.total, { total: total.cell, parts: parts.map(({ cell }) => cell) }) === "holds";
};

/** Whether the list, or a run of it from the first, makes this total. */
function addsUp(sight: Sight, listing: Listing, all: readonly Fig[], total: Fig): boolean {
  const alikes = all.filter((fig) => fig !== total && alike(fig, total));
  const shared = distributed(total, alikes);
  if (shared) {
    sight.add(hypothesis(listing, shared, 0.95));
    return true;
  }
  const loose = listing.prior === 0 ? alikes : all.filter((fig) => fig !== total && sameNature(fig, total));
  const told = tellingWords(total);
  for (const parts of [
    alikes,
    // "147 người chết, 226 người bị thương; đường bộ 141 người chết, 225 người bị thương; …": the hurt make the hurt.
    told === "" ? [] : alikes.filter((fig) => tellingWords(fig) === told),
    untilNested(listing, alikes),
    headsOfClauses(alikes),
    firstOfItems(alikes),
    loose,
    untilNested(listing, loose),
  ]) {
    const run = fitting(total, parts);
    if (run === null) continue;
    for (const part of run) if (!sight.parents.has(part)) sight.parents.set(part, total);
    const option: Option = { kind: relations.total, seats: { total, parts: run }, verdict: "holds" };
    sight.add(hypothesis(listing, option, Math.max(listing.prior, 0.95)));
    return true;
  }
  return false;
}

/** `A, B và C mỗi tỉnh có n` counts n once a name, or once less when the first name has a figure of its own. */
function distributed(total: Fig, parts: readonly Fig[]): Option | null {
  if (parts.every((fig) => fig.each === 1)) return null;
  for (const less of [0, 1]) {
    const weights = ["-1", ...parts.map((fig) => String(Math.max(1, fig.each - (fig.each > 1 ? less : 0))))];
    const seats = { terms: [total, ...parts], weights, is: "=", constant: "0" };
    if (fit(relations.linear, { ...seats, terms: seats.terms.map((fig) => fig.cell) }) === "holds")
      return { kind: relations.linear, seats, verdict: "holds" };
  }
  return null;
}
