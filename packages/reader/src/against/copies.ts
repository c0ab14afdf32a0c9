import type { Carried, Sign } from "@khop/core";
import { oneTonePlace } from "../tone.ts";
import type { Aligned } from "./align.ts";
import { isLevel } from "./changes.ts";
import type { Passage, Placed } from "./passages.ts";
import { isOfEarlier, mentionsIn, sentenceAbout } from "./reference.ts";
import type { Tying } from "./ties.ts";

const FLOW =
  /(?:trong|qua)\s+(?:tháng|kỳ|quý|tuần)|(?:tháng|kỳ|quý|tuần)\s+(?:này|báo cáo)|kỳ\s+này|tiếp\s+nhận|giải\s+quyết|xử\s+lý|phát\s+sinh|(?:cấp|nhận|thụ\s+lý)\s+mới|nhận\s+thêm|ban\s+hành|tổ\s+chức|kiểm\s+tra|xử\s+phạt|ghi\s+nhận|phát\s+hành|xảy\s+ra/iu;
const STOCK =
  /hiện\s+(?:có|nay|tại)|tính\s+đến|đến\s+nay|lũy\s+kế|toàn\s+(?:tỉnh|huyện|xã|thành\s+phố|quốc)\s+có|duy\s+trì|quy\s+mô|danh\s+mục|được\s+phê\s+duyệt/iu;
const PLAN = /kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|định\s+mức|mục\s+tiêu|dự\s+kiến|theo\s+quy\s+định|biên\s+chế/iu;
const ALIGNED = 0.7;

/** Figures that stand in a row as they stood in the earlier report, sentence by sentence. */
export function copiesIn(tying: Tying): Sign[] {
  const { passages, periods } = tying.pairing;
  if (periods.standing !== "previous" && periods.standing !== "untold") return [];
  return passages.flatMap((aligned) => (aligned.sure < ALIGNED ? [] : copiedIn(tying, aligned)));
}

function copiedIn(tying: Tying, { now, before }: Aligned): Sign[] {
  const signs: Sign[] = [];
  let run: Placed[] = [];
  let sentence = { from: 0, to: -1 };
  const close = (): void => {
    const sign = signOf(tying, run, sentence, before, now);
    if (sign !== undefined) signs.push(sign);
    run = [];
  };
  for (const placed of now.figures) {
    if (placed.figure.role !== "quantity") continue;
    if (now.kind !== "row" && placed.from > sentence.to) {
      close();
      sentence = sentenceAbout(now, placed.from);
    }
    if (mayStay(tying, placed)) continue;
    if (isAsBefore(tying, placed)) run.push(placed);
    else close();
  }
  close();
  return signs;
}

function signOf(tying: Tying, run: readonly Placed[], at: { from: number; to: number }, before: Passage, now: Passage): Sign | undefined {
  if (run.length < 2) return undefined;
  const words = now.kind === "row" ? now.text : now.text.slice(at.from, at.to);
  const flows =
    now.kind === "row"
      ? isFlow(`${now.section} ${run.map(({ heading }) => heading).join(" ")}`)
      : isFlow(words) || (!isStock(words) && isFlow(now.text));
  const figures = run.flatMap((placed): Carried[] => {
    const pair = tying.pairing.pairOf(placed.figure);
    const { cell } = placed.figure;
    return pair === undefined || cell === null ? [] : [{ now: cell, before: tying.cellOf(pair.before.figure), flow: flows }];
  });
  const whole = now.kind !== "row" && before.text.includes(words.trim()) && quantitiesIn(now, at) === run.length;
  return { kind: "copied", figures, whole, words: shortened(words) };
}

const isStock = (words: string): boolean => STOCK.test(oneTonePlace(words));
const isFlow = (words: string): boolean => FLOW.test(words) && !isStock(words);
const quantitiesIn = ({ figures }: Passage, { from, to }: { from: number; to: number }): number =>
  figures.filter((one) => one.figure.role === "quantity" && one.from >= from && one.to <= to).length;

function shortened(words: string): string {
  const said = words.replace(/\s+/g, " ").trim();
  return said.length <= 80 ? said : `${said.slice(0, 78).replace(/\s\S*$/, "")} …`;
}

function isAsBefore(tying: Tying, { figure }: Placed): boolean {
  const before = tying.pairing.pairOf(figure)?.before.figure;
  return (
    before?.quantity != null && figure.quantity !== null && before.text === figure.text && before.quantity.value.eq(figure.quantity.value)
  );
}

/** Plans, figures of another period, zeros and limits stay as they are with good reason. */
function mayStay({ pairing: { periods } }: Tying, { figure, passage, from, behind, to, month, heading }: Placed): boolean {
  if (!isLevel(figure) && figure.change === undefined) return true;
  if (figure.quantity?.value.isZero() || figure.hedge === "range") return true;
  if (month !== undefined && month !== periods.now?.index) return true;
  const about = `${heading} ${passage.text.slice(Math.max(behind, from - 40), from)} ${passage.text.slice(to, to + 24)}`;
  return PLAN.test(about);
}

const BY_DAY = /ngày\s+\d{1,2}\s*$/iu;
const TASKS = /nhiệm vụ|phương hướng|công việc|kế hoạch|chương trình/iu;

/** Months, and ranges of days, that are those of the earlier report in the same place of the same words. */
export function stalePeriodsIn(tying: Tying, nameOf: (now: NonNullable<Tying["pairing"]["periods"]["now"]>) => string): Sign[] {
  const { passages, periods } = tying.pairing;
  const { before: earlier, now: own } = periods;
  if (own === null || earlier === null || own.id === earlier.id || own.frequency !== "month" || earlier.frequency !== "month") return [];
  const signs: Sign[] = [];
  for (const { now, before } of passages) {
    const here = mentionsIn(now);
    for (const mention of here) {
      if (mention.kind !== "named" || BY_DAY.test(now.text.slice(0, mention.from))) continue;
      const next =
        mention.month === own.index &&
        now.kind === "heading" &&
        TASKS.test(now.text) &&
        !/kết quả|tình hình|báo cáo/iu.test(now.text) &&
        (earlier.index % 12) + 1 === own.index;
      if (!(mention.month === earlier.index && isOfEarlier(mention, periods)) && !next) continue;
      if (!next && here.some((other) => other.month === own.index)) continue;
      const lead = leadOf(now, mention.from);
      if (/(?:^|\s)(?:so|từ|của)(?:\s|$)/u.test(lead)) continue;
      const same = mentionsIn(before).some(
        ({ month, from, words }) => month === mention.month && words === mention.words && leadOf(before, from) === lead,
      );
      const placed = now.figures.find(({ from }) => from >= mention.from && from < mention.to);
      if (!same || placed === undefined) continue;
      const head = now.kind === "heading" || /^(?:trong|kết quả.*|tính đến(?: hết)?|đến hết)?$/u.test(lead);
      signs.push(staleSign(tying, placed, now.text.slice(mention.from, mention.to), before, nameOf(own), head));
    }
    signs.push(...staleRanges(tying, now, before, nameOf(own)));
  }
  return signs;
}

const leadOf = ({ text }: Passage, from: number): string =>
  text
    .slice(Math.max(0, from - 40), from)
    .toLowerCase()
    .split(/[.;:!?]\s/u)
    .at(-1)
    ?.trim()
    .split(/\s+/)
    .slice(-4)
    .join(" ") ?? "";

const RANGE =
  /từ\s+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/giu;

/** `từ ngày 15/02/2025 đến ngày 14/3/2025`: the days of the period itself. */
function staleRanges(tying: Tying, now: Passage, before: Passage, period: string): Sign[] {
  return [...now.text.matchAll(RANGE)].flatMap((match) => {
    const [text] = match;
    const placed = now.figures.find(({ from }) => from >= match.index && from < match.index + text.length);
    if (
      placed === undefined ||
      !before.text.includes(text) ||
      !/kỳ|số liệu|báo cáo/iu.test(now.text.slice(Math.max(0, match.index - 60), match.index))
    )
      return [];
    return [staleSign(tying, placed, text, before, period, true)];
  });
}

function staleSign(tying: Tying, { figure }: Placed, text: string, before: Passage, period: string, head: boolean): Sign {
  return { kind: "stale-period", cell: tying.markOf(figure), text, period, place: tying.placeOf(before.start), head };
}
