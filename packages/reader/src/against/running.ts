import { type Relation, relations } from "@khop/core";
import { oneTonePlace } from "../tone.ts";
import { alike, isLevel } from "./changes.ts";
import type { PairedFigures } from "./figures.ts";
import type { Passage, Placed } from "./passages.ts";
import { figureWith, ownRelations } from "./restated.ts";
import type { Tying } from "./ties.ts";

const TO_DATE = /lũy kế|cộng dồn|từ đầu năm|nâng\s+(?:tổng|số)|đưa\s+tổng/iu;
const SINCE_NEW_YEAR = /lũy kế|cộng dồn|từ đầu năm/iu;
const OPENING =
  /(?:đầu\s+(?:tháng|kỳ|quý|tuần)|(?:kỳ|tháng|quý|tuần)\s+trước\s+(?:chuyển\s+sang|để\s+lại|còn)|tồn\s+(?:đầu|kỳ\s+trước|tháng\s+trước)|số\s+cũ)/iu;
const CLOSING = /(?:cuối\s+(?:tháng|kỳ|quý|tuần)|chuyển\s+(?:sang\s+)?(?:kỳ|tháng|quý|tuần)\s+sau|còn\s+tồn|tồn\s+cuối)/iu;

const HANDED_ON = /^[\s\p{L}]{0,24}chuyển\s+(?:sang\s+)?(?:kỳ|tháng|quý|tuần)\s+sau/iu;

/** What goes on from period to period: figures to date, and the stock that one period hands to the next. */
export function tieRunning(tying: Tying): void {
  for (const relation of ownRelations(tying)) {
    if (relation.kind === relations.cumulative) tieCumulative(tying, relation);
    else if (relation.kind === relations.balance) tieBalance(tying, relation);
  }
  for (const { before, now } of tying.pairing.passages) tieOpenings(tying, before, now);
  for (const pair of tying.pairing.figures) tieToDate(tying, pair);
}

/** Only what goes on from the very period before can be checked. */
const follows = ({ pairing: { periods } }: Tying): boolean => periods.standing === "previous" || periods.standing === "untold";

/** What counts from New Year begins anew in the first period of a year. */
function beginsAnew({ pairing: { periods } }: Tying, lead: string): boolean {
  if (!SINCE_NEW_YEAR.test(lead)) return false;
  return periods.now === null || periods.before === null || periods.now.year !== periods.before.year;
}

const leadOf = ({ passage, behind, from }: Placed): string => oneTonePlace(passage.text.slice(Math.max(behind, from - 120), from));

const tailOf = ({ passage, to }: Placed): string => passage.text.slice(to, to + 60);

function tieCumulative(tying: Tying, { places, intended, cue }: Relation): void {
  const toDate = figureWith(tying, places.toDate);
  const pair = toDate && tying.pairing.pairOf(toDate.figure);
  if (toDate === undefined || pair === undefined || !follows(tying) || beginsAnew(tying, `${cue} ${leadOf(toDate)}`)) return;
  const printed = figureWith(tying, places.previous);
  const previous = tying.cellOf(pair.before.figure);
  if (printed?.figure.cell) {
    const restated = { restated: printed.figure.cell, published: previous };
    tying.add({ readings: [{ kind: relations.restatement, places: restated }], intended: intended * pair.sure, cue });
    return;
  }
  const carried = { toDate: places.toDate, previous, currents: places.currents };
  tying.add({ readings: [{ kind: relations.cumulative, places: carried }], intended: Math.max(intended, 0.95) * pair.sure, cue });
}

/** `lũy kế 5.310 hồ sơ` behind the month's figure, where the text alone ties nothing: only confirmed, unless one figure could be meant. */
function tieToDate(tying: Tying, pair: PairedFigures): void {
  const { now, before } = pair;
  const lead = leadOf(now);
  if (now.column >= 0 || !isLevel(now.figure) || !TO_DATE.test(lead) || !TO_DATE.test(leadOf(before))) return;
  if (!follows(tying) || beginsAnew(tying, lead)) return;
  const previous = tying.cellOf(before.figure);
  const tries = now.passage.figures
    .filter((one) => one.to <= now.from && isLevel(one.figure) && alike(one.figure, now.figure) && !TO_DATE.test(leadOf(one)))
    .slice(-6)
    .reverse()
    .map((one) => ({
      readings: [{ kind: relations.cumulative, places: { toDate: now.figure.cell, previous, currents: [one.figure.cell] } }],
      intended: 0.9 * pair.sure,
      cue: "lũy kế",
    }));
  const holding = tries.find((tie) => tying.verdictOf(tie) === "holds");
  if (holding !== undefined) tying.add(holding);
  else if (tries.length === 1 && tries[0] !== undefined) tying.add(tries[0]);
}

function tieBalance(tying: Tying, { places, intended }: Relation): void {
  const [opening, closing] = [figureWith(tying, places.opening), figureWith(tying, places.closing)];
  const pair = closing && tying.pairing.pairOf(closing.figure);
  const isOpening = opening !== undefined && (places.ins as readonly unknown[]).length > 0 && OPENING.test(leadOf(opening));
  if (isOpening && pair !== undefined) continueFrom(tying, opening, pair.before, Math.max(intended, 0.95) * pair.sure);
}

function continueFrom(tying: Tying, opening: Placed, closing: Placed, intended: number): void {
  if (!follows(tying) || !alike(opening.figure, closing.figure)) return;
  const places = { opening: opening.figure.cell, closing: tying.cellOf(closing.figure) };
  tying.add({ readings: [{ kind: relations.continuation, places }], intended, cue: "đầu kỳ" });
}

/** `Đầu tháng còn 37 …` of one report, `cuối tháng còn 37 …` of the other: where each says it once. */
function tieOpenings(tying: Tying, before: Passage, now: Passage): void {
  const said = (placed: Placed, words: RegExp, behind?: RegExp): boolean =>
    isLevel(placed.figure) &&
    !/%/.test(placed.heading) &&
    (words.test(placed.column >= 0 ? placed.heading : leadOf(placed)) || (placed.column < 0 && behind?.test(tailOf(placed)) === true));
  const openings = now.figures.filter((one) => said(one, OPENING));
  const closings = before.figures.filter((one) => said(one, CLOSING, HANDED_ON));
  const [opening, closing] = [openings[0], closings[0]];
  if (openings.length === 1 && closings.length === 1 && opening !== undefined && closing !== undefined)
    continueFrom(tying, opening, closing, 0.95);
}
