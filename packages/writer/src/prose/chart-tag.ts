import { type Chart, type Period, periodName } from "@khop/core";
import { type Context, type Emitter, Hash, type Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";
import { upperFirst } from "./filters.ts";
import { markOf } from "./marks.ts";
import type { Named } from "./naming.ts";
import { type Gathered, gatheredIn } from "./state.ts";

type Rendering = Generator<unknown, void, unknown>;
type Options = Readonly<Record<string, unknown>>;

/**
 * `{% chart "dossiers.received" by: "level" series: "channel" caption: "…" %}`: bars along a breakdown, beside each other for the members
 * of another; without `by`, a line over the periods that there are figures of, none where there is but one.
 */
export class ChartTag extends Tag {
  readonly #words: string;
  readonly #hash: Hash;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const [, words = "", options = ""] = /^\s*["']([^"']+)["'](.*)$/s.exec(token.args) ?? [];
    this.#words = words;
    this.#hash = new Hash(options);
  }

  *render(context: Context, emitter: Emitter): Rendering {
    const options = (yield this.#hash.render(context)) as Options;
    const gathered = gatheredIn(context);
    const chart = options.by === undefined ? lineOf(gathered, this.#words, options) : barsOf(gathered, this.#words, options);
    if (chart === undefined) return;
    gathered.charted.push(...chart.series.flatMap(({ facts }) => facts.filter((key) => key !== null)));
    gathered.blocks.push(chart);
    emitter.write(`\n${markOf("block", gathered.blocks.length - 1)}\n`);
  }
}

const captionOf = ({ caption }: Options, { indicator }: Named): Pick<Chart, "caption" | "unit"> => ({
  caption: caption === undefined ? indicator.vi : String(caption),
  unit: indicator.unit.id,
});

/** The figures that stand side by side: of each member of `series`, else the figure itself. */
function rowsOf({ names }: Gathered, whole: Named, { series }: Options): readonly { readonly name: string; readonly named: Named }[] {
  if (series === undefined) return [{ name: upperFirst(whole.indicator.vi), named: whole }];
  return names.along(whole, String(series)).map(({ member, named }) => ({ name: upperFirst(member.vi), named }));
}

function barsOf(gathered: Gathered, words: string, options: Options): Chart {
  const { names } = gathered;
  const whole = names.find(words);
  const by = String(options.by);
  const along = names.along(whole, by);
  return {
    is: "chart",
    kind: "bars",
    ...captionOf(options, whole),
    categories: along.map(({ member }) => upperFirst(member.vi)),
    series: rowsOf(gathered, whole, options).map(({ name, named }) => ({
      name,
      facts: along.map(({ member }) => {
        const { key, cell } = names.of(named.indicator, { ...named.members, [by]: member.id });
        return cell?.quantity == null ? null : key;
      }),
    })),
  };
}

function lineOf(gathered: Gathered, words: string, options: Options): Chart | undefined {
  const { names } = gathered;
  const whole = names.find(words);
  const rows = rowsOf(gathered, whole, options).map(({ name, named }) => ({ name, told: names.history(named) }));
  const periods = rows.reduce<readonly Period[]>((longest, { told }) => {
    const own = told.map(({ period }) => period);
    return own.length > longest.length ? own : longest;
  }, []);
  if (periods.length < 2) return undefined;
  return {
    is: "chart",
    kind: "line",
    ...captionOf(options, whole),
    categories: periods.map(shortName),
    series: rows.map(({ name, told }) => ({
      name,
      facts: periods.map(({ id }) => told.find(({ period }) => period.id === id)?.key ?? null),
    })),
  };
}

/** "9/2024": a month without its word, as there is no room for twelve of them. */
const shortName = (period: Period): string =>
  period.frequency === "month" ? periodName(period).replace(/^tháng\s+/i, "") : upperFirst(periodName(period));
