import { near, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure } from "../../figures.ts";
import { alike, amountsBefore, type Sight } from "../sight.ts";
import { accuse, isDensityOf, push } from "./told.ts";

const MOST = 10;
const METRES = "1000";

/**
 * `Vận chuyển 1.842,6 nghìn lượt khách, luân chuyển 98,74 triệu lượt khách.km; cự ly bình quân 53,6 km`: how far each was carried, of what was carried and of
 * that times the way.
 */
export function haul(sight: Sight, distance: Fig): boolean {
  const isMean = distance.quantity?.unit.id === "km" && distance.cues.some(({ cue }) => cue.kind === "mean");
  if (!isMean || !isLevelFigure(distance)) return false;
  // "xếp 412,6 nghìn tấn, cự ly bình quân 748 km, tương ứng luân chuyển 308,6 triệu tấn.km": told behind it, too.
  const behind = sight
    .between(distance.order + 1, distance.order + 1)
    .filter((fig) => isTimesWay(fig) && fig.sentence === distance.sentence);
  const before = [...behind, ...[...amountsBefore(sight, distance, 1)].slice(0, MOST)];
  const turnover = before.find(isTimesWay);
  const carried =
    turnover && before.find((fig) => fig.order < turnover.order && alike(fig, turnover) && !isTimesWay(fig) && isCarried(fig));
  if (!turnover || !carried) return false;
  const seats = { ratio: distance, numerators: [turnover], denominator: carried, per: METRES };
  // "3.040,3 nghìn lượt khách, trong đó đường bộ 2.846,5; luân chuyển 172,6 triệu lượt khách.km, gồm đường bộ 171,2. Cự ly bình quân đường bộ 60,1 km": of a part of both.
  const withParts = (isHead: (fig: Fig) => boolean): readonly Fig[] => before.filter((fig) => isHead(sight.parents.get(fig) ?? fig));
  const [ways, loads] = [withParts(isTimesWay), withParts((fig) => isCarried(fig) && !isTimesWay(fig))];
  for (const way of ways)
    for (const load of loads)
      if (way !== load && alike(way, load) && isDensityOf(distance, [way], load, METRES)) {
        push(sight, distance, { ratio: distance, numerators: [way], denominator: load, per: METRES }, "ratio:haul", true);
        return true;
      }
  if (digitsOf(distance) >= 2 && isOff(distance, turnover, carried)) accuse(sight, distance, seats, "ratio:haul");
  return true;
}

/** `triệu lượt khách.km`, `tấn.km`: times the way. */
function isTimesWay({ tokens, token: at }: Fig): boolean {
  const behind = tokens.slice(at + 1, at + UNIT).map(({ text }) => text);
  return behind.some((word, i) => word === "km" && /^[.*x]$/.test(behind[i - 1] ?? ""));
}

const UNIT = 7;

const isCarried = ({ before, phrase }: Fig): boolean =>
  [before, phrase].some((words) =>
    words.some((word, i) => word === "xếp" || (word === "vận" && /^(?:chuyển|tải)$/.test(words[i + 1] ?? ""))),
  );

const isOff = (distance: Fig, turnover: Fig, carried: Fig): boolean => {
  const places = { ratio: distance.cell, numerators: [turnover.cell], denominator: carried.cell, per: METRES };
  return near(relations.ratio, places, "slip") || near(relations.ratio, places, "tenth");
};
