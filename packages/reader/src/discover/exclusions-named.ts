import { isOneSlipOff, relations } from "@khop/core";
import { digitsOf, type Fig, isLevelFigure, type Token } from "../figures.ts";
import { alike, isUnseen, type Option, type Sight } from "./sight.ts";
import { holds, placesOf } from "./table/proposals.ts";

const AHEAD = 14;
const FAR = 40;
const LEAST = 2;
const DIGITS = 4;

/**
 * `lũy kế 8.144,5 tỷ đồng … Không kể tiền sử dụng đất và xổ số, số thu đạt 6.152,5 tỷ đồng. Các khoản thu: …; tiền sử dụng đất 1.755,3 tỷ đồng; xổ số 236,7 tỷ đồng`: what is
 * not counted is only named there, and told as a part of the whole elsewhere.
 */
export function namedExclusions(sight: Sight): void {
  for (const closing of sight.quantities) {
    if (!isLevelFigure(closing) || closing.hedge !== undefined) continue;
    const names = namesTakenAway(closing);
    if (names.length === 0) continue;
    const options = sight.totals.flatMap(({ total, parts }): Option[] => {
      if (isUnseen(total) || total === closing || !alike(total, closing) || Math.abs(total.order - closing.order) > FAR) return [];
      const outs = names.map((name) => parts.filter((part): part is Fig => !isUnseen(part) && isCalled(part, name)));
      if (outs.some(({ length }) => length !== 1) || new Set(outs.flat()).size < outs.length) return [];
      return [{ kind: relations.balance, seats: { closing, opening: total, ins: [], outs: outs.flat() } }];
    });
    const holding = options.find(holds);
    const [only, other] = options;
    const isOff =
      only !== undefined &&
      other === undefined &&
      digitsOf(closing) >= DIGITS &&
      isOneSlipOff([{ kind: relations.balance, places: placesOf(only.seats) }]);
    const option = holding ?? (isOff ? only : undefined);
    if (option === undefined) continue;
    sight.add({
      options: [option],
      prior: 0.75,
      pattern: "exclusion:named",
      cue: "không kể",
      confirm: holding !== undefined,
      passage: closing.blockIndex,
    });
  }
}

/** `Không kể A và B, số thu đạt …`: the names behind the words that take away, up to the comma, where no figure stands. */
function namesTakenAway({ tokens, token: at, sentence }: Fig): readonly (readonly string[])[] {
  let from = at - 1;
  while (from >= Math.max(0, at - AHEAD) && !isTakingAway(tokens[from] as Token, sentence)) from -= 1;
  if (from < Math.max(0, at - AHEAD)) return [];
  const names: string[][] = [[]];
  for (let i = from + 1; i < at; i++) {
    const { type, text, figure } = tokens[i] as Token;
    if (figure) return [];
    const isEnd = (type === "sign" && text === ",") || text === "thì";
    if (isEnd && tokens.slice(i + 1, at).some((token) => token.text === "số" || token.text === "thu" || token.cue !== undefined)) break;
    if (text === "và" || (type === "sign" && text === ",")) names.push([]);
    else if (type === "word" || type === "cue") names.at(-1)?.push(...text.split(" "));
  }
  return names
    .map((name) =>
      name.slice(
        Math.max(
          0,
          name.findIndex((word) => !SMALL.has(word)),
        ),
      ),
    )
    .filter(({ length }) => length >= LEAST);
}

const isTakingAway = ({ cue, text, place }: Token, sentence: number): boolean =>
  place.sentence === sentence && cue?.kind === "except" && text !== "ngoài ra";

const SMALL = new Set("tiền thu chi khoản nguồn vốn từ các số".split(" "));

/** All words of the name stand before the part, in its own phrase. */
const isCalled = ({ before }: Fig, name: readonly string[]): boolean => name.every((word) => before.includes(word));
