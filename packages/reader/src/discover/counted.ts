import { fit, isOneSlipOff, near, relations } from "@khop/core";
import { digitsOf, type Fig, isAmount, isIntensive, isLevelFigure, isPercent, sizeOf, type Token } from "../figures.ts";
import { alike, type Sight } from "./sight.ts";

/** Passages and figures back to what is counted. */
const BACK = 24;
const MOST = 12;

/**
 * `hộ nghèo 144 hộ … hộ cận nghèo 197 hộ. Gộp cả hai nhóm có 341 hộ`, `Tính chung 4 thị trường này, kim ngạch đạt 22,65 tỷ USD, chiếm 78,2%`: so many
 * as it says, told right before, make the figure; and their shares make its share.
 */
export function discoverCounted(sight: Sight): void {
  for (const total of sight.quantities) {
    if (!isLevelFigure(total) || isIntensive(total) || sight.totalled.has(total)) continue;
    const counted = countedBefore(total);
    const parts = counted && partsBefore(sight, total, counted);
    if (!counted || !parts) continue;
    const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
    const holds = fit(relations.total, places) === "holds";
    if (!holds && !isMeant(total, parts, counted)) continue;
    sight.add({
      options: [{ kind: relations.total, seats: { total, parts } }],
      prior: 0.75,
      pattern: "counted",
      cue: counted.words,
      confirm: holds,
      passage: total.blockIndex,
    });
    if (holds) sharesOf(sight, total, parts);
  }
}

/** One slip off, or not far: two small numbers are so by chance. */
function isMeant(total: Fig, parts: readonly Fig[], { many, isNamed }: Counted): boolean {
  const isBeside = parts.every((part) => part.sentence === total.sentence && part.blockIndex === total.blockIndex);
  if (!isNamed || digitsOf(total) < (many > 2 && isBeside ? 2 : DIGITS)) return false;
  const places = { total: total.cell, parts: parts.map(({ cell }) => cell) };
  return isOneSlipOff([{ kind: relations.total, places }]) || near(relations.total, places, "double");
}

const DIGITS = 3;

/** Their shares, and its share right behind it. */
function sharesOf(sight: Sight, total: Fig, parts: readonly Fig[]): void {
  const [whole, ...shares] = [total, ...parts].map((fig) => shareBehind(sight, fig));
  if (whole === undefined || !shares.every((share) => share !== undefined)) return;
  if (fit(relations.composition, { whole: whole.cell, shares: shares.map(({ cell }) => cell) }) !== "holds") return;
  sight.add({
    options: [{ kind: relations.composition, seats: { whole, shares } }],
    prior: 0.8,
    pattern: "counted:shares",
    cue: "%",
    confirm: true,
    passage: total.blockIndex,
  });
}

const shareBehind = (sight: Sight, part: Fig): Fig | undefined =>
  sight
    .between(part.order + 1, part.order + REACH)
    .find((fig) => fig.sentence === part.sentence && fig.blockIndex === part.blockIndex && isPercent(fig) && fig.change === undefined);

const REACH = 2;

/** The last so many figures of its kind that are told before it, none larger than it and none told roughly. */
function partsBefore(sight: Sight, total: Fig, { many }: Counted): readonly Fig[] | undefined {
  const parts = sight
    .between(total.order - BACK, total.order - 1)
    // "Nhóm 6 đến 10 tuổi: 30.562 trẻ": a bare number names something.
    .filter((fig) => fig.quantity?.unit.id !== "" || total.quantity?.unit.id === "")
    .filter(
      (fig) =>
        total.blockIndex - fig.blockIndex <= 1 &&
        isAmount(fig) &&
        isLevelFigure(fig) &&
        alike(fig, total) &&
        !isMean(fig) &&
        !isIntensive(fig) &&
        fig.under === undefined,
    )
    .filter(isOfSameDeed(total))
    .slice(-many);
  const isOff = parts.length !== many || parts.some((part) => sizeOf(part) > sizeOf(total) || part.hedge !== undefined);
  return isOff ? undefined : parts;
}

/** `kiểm tra 34 cơ sở, vi phạm 19 cơ sở …; cộng hai nhóm, kiểm tra 120 cơ sở`: where the same verb stands before some, they are meant. */
function isOfSameDeed(total: Fig): (fig: Fig, i: number, all: readonly Fig[]) => boolean {
  const deed = deedOf(total);
  return (fig, _, all) => deed === "" || !all.some((one) => deedOf(one) === deed) || deedOf(fig) === deed;
}

/** The word right before it, unless that only leads to it. */
function deedOf({ tokens, token: at }: Fig): string {
  const { type, text } = tokens[at - 1] ?? { type: "sign", text: "" };
  return type === "word" && !LEADS.has(text) ? text : "";
}

const LEADS = new Set(["có", "là", "đạt", "được", "ước", "khoảng", "gần", "hơn", "trên"]);

const isMean = ({ cues }: Fig): boolean => cues.some(({ cue, near: beside }) => beside && cue.kind === "mean");

interface Counted {
  readonly many: number;
  /** Whether it is named as a group ("hai nhóm"), and not only pointed at ("bốn tỉnh này"). */
  readonly isNamed: boolean;
  readonly words: string;
}

const SUMMED = /^(?:gộp|gộp cả|gộp lại|cộng|cộng cả|cộng lại|tổng|tổng cộng|tính cả|tính chung|tính riêng|riêng|chung|cả)$/;
const KINDS =
  /^(?:nhóm|loại|đối tượng|khoản|phần|cấp|đợt|nguồn|lĩnh vực|khối|hạng mục|hợp phần|điểm|đơn vị|địa phương|huyện|xã|phường|tỉnh|trạm|khu|ngành|mặt hàng|thị trường|chương trình|dự án)/;
const POINTS = /(?:^| )(?:này|trên|nói trên|kể trên|vừa nêu)(?: |$)/;

/** The "hai" of "gộp cả hai nhóm có", the 4 of "tính chung 4 thị trường này, kim ngạch đạt". */
function countedBefore({ tokens, token: at }: Fig): Counted | undefined {
  for (let i = at - 1; i > Math.max(0, at - AHEAD); i--) {
    const { text, figure, type } = tokens[i] as Token;
    const many = NUMBERS.get(text) ?? (figure?.role === "quantity" ? sizeOf(figure) : undefined);
    if (many === undefined) {
      if (type === "figure" || text === ";" || text === ".") return undefined;
      continue;
    }
    const behind = tokens
      .slice(i + 1, at)
      .map((token) => token.text)
      .join(" ");
    const words = tokens[i - 1]?.text ?? "";
    const isNamed = KINDS.test(behind);
    const isCount = many >= 2 && many <= (isNamed ? 4 : MOST) && (isNamed || POINTS.test(behind));
    return isCount && SUMMED.test(words) ? { many, isNamed, words } : undefined;
  }
  return undefined;
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["năm", 5],
]);
const AHEAD = 12;
