import { relations } from "@khop/core";
import { oneTonePlace } from "../tone.ts";
import { alike, isLevel } from "./changes.ts";
import type { Passage, Placed } from "./passages.ts";
import type { Tying } from "./ties.ts";

const BEFORE = /(?:tháng|kỳ|quý|tuần)\s+(?:liền\s+)?(?:kề\s+)?trước/iu;
const THIS =
  /(?:tháng|kỳ|quý|tuần)\s+(?:này|báo cáo)|trong\s+(?:tháng|kỳ|quý|tuần)|(?:thực hiện|ước(?:\s+thực hiện)?)\s+(?:tháng|kỳ|quý|tuần)/iu;
const TO_DATE = /lũy kế|cộng dồn|từ đầu năm/iu;
const CHANGE = /so với|%|tăng|giảm|tỷ lệ|chênh lệch/iu;

/** Tables that repeat each period: the column of the period before, and the one to date. */
export function tieColumns(tying: Tying): void {
  const { passages, periods, pairOf } = tying.pairing;
  if (periods.standing !== "previous" && periods.standing !== "untold") return;
  const sameYear = periods.now !== null && periods.now.year === periods.before?.year;
  for (const { before, now, sure } of passages) {
    if (now.kind !== "row") continue;
    const [current, last] = [columnOf(now, THIS, tying, true), columnOf(before, THIS, tying, false)];
    const printed = columnOf(now, BEFORE, tying);
    if (printed?.figure.cell && last !== undefined && alike(printed.figure, last.figure)) {
      const places = { restated: printed.figure.cell, published: tying.cellOf(last.figure) };
      tying.add({ readings: [{ kind: relations.restatement, places }], intended: 0.95 * sure, cue: printed.heading });
    }
    const toDate = columnOf(now, TO_DATE, tying);
    const pair = toDate && pairOf(toDate.figure);
    if (toDate?.figure.cell && pair !== undefined && current?.figure.cell && sameYear && alike(toDate.figure, current.figure)) {
      const places = { toDate: toDate.figure.cell, previous: tying.cellOf(pair.before.figure), currents: [current.figure.cell] };
      tying.add({ readings: [{ kind: relations.cumulative, places }], intended: 0.95 * pair.sure, cue: toDate.heading });
    }
  }
}

/** The one figure of a row that stands under such a heading; a heading may name the report's own month instead of "tháng này". */
function columnOf(row: Passage, words: RegExp, { pairing: { periods } }: Tying, later?: boolean): Placed | undefined {
  const own = later === undefined ? undefined : later ? periods.now : periods.before;
  const month = own?.frequency === "month" ? new RegExp(`^(?:thực hiện|ước)?\\s*tháng\\s+0?${own.index}(?!\\d)`, "iu") : undefined;
  const found = row.figures.filter(
    ({ figure, heading }) =>
      isLevel(figure) && !CHANGE.test(heading) && (words.test(oneTonePlace(heading)) || month?.test(heading.trim()) === true),
  );
  return found.length === 1 ? found[0] : undefined;
}
