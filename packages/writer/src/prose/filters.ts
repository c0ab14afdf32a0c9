import { periodName, type Span, windowOf } from "@khop/core";
import type { Context } from "liquidjs";
import { dayText } from "../report/head.ts";
import { markOf } from "./marks.ts";
import type { Named } from "./naming.ts";
import { type Gathered, gatheredIn } from "./state.ts";

/** A filter of the engine: it knows what is being rendered. */
type Filter = (this: { readonly context: Context }, value: unknown, ...args: unknown[]) => unknown;
type Options = Readonly<Record<string, unknown>>;
type FigureSpan = Extract<Span, { is: "figure" }>;

/** Named arguments come from the engine as pairs. */
const optionsOf = (args: readonly unknown[]): Options =>
  Object.fromEntries(args.filter((one): one is [string, unknown] => Array.isArray(one)));

const textOf = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value));

const incomparable = (since: string): string => `chưa so sánh được với kỳ trước do thay đổi tổ chức từ ngày ${dayText(since)}`;

/** A figure in the text; a filter's named arguments say how it is written. */
export function put(gathered: Gathered, { key }: Named, form: FigureSpan["form"], options: Options = {}): string {
  const [around, whenZero, decimals] = [textOf(options.around), textOf(options.zero), textOf(options.decimals)];
  const { incomparableBefore: since } = gathered.names.told;
  const whenMissing = form === "change" && since !== undefined ? incomparable(since) : undefined;
  gathered.spans.push({
    is: "figure",
    fact: key,
    ...(form === undefined ? {} : { form }),
    ...(around === undefined ? {} : { around }),
    ...(whenZero === undefined ? {} : { whenZero }),
    ...(whenMissing === undefined ? {} : { whenMissing }),
    ...(decimals === undefined ? {} : { decimals: Number(decimals) }),
  });
  return markOf("span", gathered.spans.length - 1);
}

const figureFilter = (form: FigureSpan["form"]): Filter =>
  function (words: unknown, ...args: unknown[]) {
    const gathered = gatheredIn(this.context);
    return put(gathered, gathered.names.find(String(words)), form, optionsOf(args));
  };

export const upperFirst = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const lowerFirst = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text);

/**
 * The figures of an indicator along a breakdown: "cấp tỉnh 9.014, cấp huyện 6.355, cấp xã 6.739".
 *
 * `form` figure has the unit behind each number; `share` names the indicator of the shares that go with them; `order: "after"` puts the
 * member behind the figure ("4.603 hồ sơ trực tiếp"); `only` and `without` choose members.
 */
const by: Filter = function (words: unknown, breakdown: unknown, ...args: unknown[]) {
  const gathered = gatheredIn(this.context);
  const { names } = gathered;
  const { form, share, order, separator = ", ", only, without, verb = "chiếm" } = optionsOf([breakdown, ...args]);
  const chosen = (id: string): boolean =>
    (only === undefined ||
      String(only)
        .split(/[\s,]+/)
        .includes(id)) &&
    !String(without ?? "")
      .split(/[\s,]+/)
      .includes(id);
  const named = names.find(String(words));
  return names
    .along(named, String(breakdown))
    .filter(({ member }) => chosen(member.id))
    .map(({ member, named: one }) => {
      const figure = put(gathered, one, form === "figure" || form === "change" ? form : "number");
      const told = order === "after" ? `${figure} ${member.vi}` : `${member.vi}${order === "colon" ? ":" : ""} ${figure}`;
      if (share === undefined) return told;
      const of = names.find(String(share)).indicator;
      return `${told}, ${String(verb)} ${put(gathered, names.of(of, one.members), "figure")}`;
    })
    .join(String(separator));
};

/** The members of a breakdown of an indicator that there are figures of, to go through one by one. */
function members(
  this: { readonly context: Context },
  words: unknown,
  breakdown: unknown,
): readonly { readonly id: string; readonly name: string }[] {
  const { names } = gatheredIn(this.context);
  return names.along(names.find(String(words)), String(breakdown)).map(({ member: { id, vi } }) => ({ id, name: vi }));
}

/** "từ ngày 01/9/2024 đến ngày 30/9/2024": the days that the figures of an indicator cover. */
const windowFilter: Filter = function (words: unknown) {
  const { names } = gatheredIn(this.context);
  const own = names.find(String(words)).indicator.window;
  const window = windowOf(names.told.period, own === undefined ? names.told.windows : [own]);
  return window === null ? "" : `từ ngày ${dayText(window.from)} đến ngày ${dayText(window.to)}`;
};

/** "số 512/QĐ-UBND ngày 03/8/2023". */
/** "năm 2023": of when the figure is that is told, which is not always the report's period. */
const whenFilter: Filter = function (words: unknown) {
  const { names } = gatheredIn(this.context);
  return periodName(names.find(String(words)).cell?.address.period ?? names.told.period);
};

const documentFilter: Filter = (number: unknown, date?: unknown) =>
  `số ${String(number)}${date === undefined ? "" : ` ngày ${dayText(String(date))}`}`;

/** Every filter that templates have beside the engine's own. */
export const filters: Readonly<Record<string, Filter>> = {
  number: figureFilter("number"),
  figure: figureFilter("figure"),
  change: figureFilter("change"),
  by,
  /** What an indicator is called, as it stands inside a sentence. */
  name(words: unknown) {
    return lowerFirst(gatheredIn(this.context).names.find(String(words)).indicator.vi);
  },
  unit(words: unknown) {
    return gatheredIn(this.context).names.find(String(words)).indicator.unit.id;
  },
  window: windowFilter,
  when: whenFilter,
  members,
  upfirst: (text: unknown) => upperFirst(String(text)),
  day: (date: unknown) => dayText(String(date)),
  document: documentFilter,
};
