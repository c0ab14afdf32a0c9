import type { Table } from "@khop/core";
import { type Context, type Emitter, Hash, type Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";
import { put, upperFirst } from "./filters.ts";
import { markOf } from "./marks.ts";
import type { Named } from "./naming.ts";
import { spansOf } from "./passages.ts";
import { type Gathered, gatheredIn } from "./state.ts";

type Rendering = Generator<unknown, void, unknown>;

/**
 * `{% table "dossiers.resolved" rows: "level" columns: "outcome" caption: "…" %}`: an indicator along one breakdown or two, with the
 * totals that there are.
 */
export class TableTag extends Tag {
  readonly #words: string;
  readonly #hash: Hash;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const [, words = "", options = ""] = /^\s*["']([^"']+)["'](.*)$/s.exec(token.args) ?? [];
    this.#words = words;
    this.#hash = new Hash(options);
  }

  *render(context: Context, emitter: Emitter): Rendering {
    const options = (yield this.#hash.render(context)) as Readonly<Record<string, unknown>>;
    const gathered = gatheredIn(context);
    gathered.blocks.push(tableOf(gathered, this.#words, options));
    emitter.write(`\n${markOf("block", gathered.blocks.length - 1)}\n`);
  }
}

function tableOf(gathered: Gathered, words: string, options: Readonly<Record<string, unknown>>): Table {
  const { names } = gathered;
  const { rows, columns, caption, share } = options;
  const whole = names.find(words);
  const across = columns === undefined ? [] : names.along(whole, String(columns));
  const cell = (named: Named): Table["rows"][number]["cells"][number] =>
    named.cell === undefined ? [] : spansOf(put(gathered, named, "number"), gathered);
  const shareOf = (members: Named["members"]): Table["rows"][number]["cells"] =>
    share === undefined ? [] : [cell(names.of(names.find(String(share)).indicator, members))];
  const line = (label: string, named: Named, isTotal: boolean): Table["rows"][number] => ({
    label: [{ is: "text", text: label }],
    cells: [
      cell(named),
      ...across.flatMap(({ member }) => {
        const members = { ...named.members, [String(columns)]: member.id };
        return [cell(names.of(named.indicator, members)), ...shareOf(members)];
      }),
    ],
    ...(isTotal ? { isTotal } : {}),
  });
  const breakdown = whole.indicator.breakdowns?.find(({ id }) => id === rows);
  const down = rows === undefined ? [] : names.along(whole, String(rows));
  return {
    is: "table",
    ...(caption === undefined ? {} : { caption: String(caption) }),
    unit: whole.indicator.unit.id,
    header: [
      upperFirst(breakdown?.vi ?? whole.indicator.vi),
      "Tổng số",
      ...across.flatMap(({ member }) => [upperFirst(member.vi), ...(share === undefined ? [] : ["Tỷ lệ (%)"])]),
    ],
    rows: [...down.map(({ member, named }) => line(upperFirst(member.vi), named, false)), line("Tổng số", whole, true)],
  };
}
