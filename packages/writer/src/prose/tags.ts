import type { Table } from "@khop/core";
import {
  type Context,
  type Emitter,
  Hash,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { put } from "./filters.ts";
import { markOf, writtenMark } from "./marks.ts";
import type { Named } from "./naming.ts";
import { spansOf } from "./passages.ts";
import { type Gathered, gatheredIn } from "./state.ts";

type Rendering = Generator<unknown, void, unknown>;

/** A tag that has words between it and its end. */
abstract class Around extends Tag {
  readonly inside: Template[] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    while (rest.length > 0) {
      const next = rest.shift() as TopLevelToken;
      if ("name" in next && next.name === `end${this.name}`) return;
      this.inside.push(parser.parseToken(next, rest));
    }
    throw new Error(
      `thẻ ${this.name} chưa đóng, hãy thêm {% end${this.name} %} / the tag ${this.name} is not closed; add {% end${this.name} %}`,
    );
  }

  *words(context: Context): Generator<unknown, string, unknown> {
    return String(yield this.liquid.renderer.renderTemplates(this.inside, context));
  }
}

/** `{% note %}…{% endnote %}`: a footnote, marked where it stands. */
class NoteTag extends Around {
  *render(context: Context, emitter: Emitter): Rendering {
    const words = yield* this.words(context);
    const gathered = gatheredIn(context);
    const id = String(gathered.notes.length + 1);
    const spans = spansOf(words.replace(/\s+/g, " ").trim(), gathered);
    gathered.notes.push({ id, spans });
    gathered.spans.push({ is: "note", note: id });
    emitter.write(markOf("span", gathered.spans.length - 1));
  }
}

/** `{% written "id" %}…{% endwritten %}`: words of a person; those between the tags until there are others. `optional` where there need be none. */
class WrittenTag extends Around {
  *render(context: Context, emitter: Emitter): Rendering {
    const [, id = "", isOptional] = /^\s*["']?([\w.-]+)["']?\s*(optional)?\s*$/.exec(this.token.args) ?? [];
    const words = yield* this.words(context);
    const gathered = gatheredIn(context);
    const text = (gathered.written[id] ?? words).trim();
    gathered.rooms.set(id, text !== "" || isOptional !== undefined);
    if (text !== "") emitter.write(writtenMark(id, text));
  }
}

/**
 * `{% table "dossiers.resolved" rows: "level" columns: "outcome" caption: "…" %}`: an indicator along one breakdown or two, with the
 * totals that there are.
 */
class TableTag extends Tag {
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

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

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
      capital(breakdown?.vi ?? whole.indicator.vi),
      "Tổng số",
      ...across.flatMap(({ member }) => [capital(member.vi), ...(share === undefined ? [] : ["Tỷ lệ (%)"])]),
    ],
    rows: [...down.map(({ member, named }) => line(capital(member.vi), named, false)), line("Tổng số", whole, true)],
  };
}

/** Every tag that templates have beside the engine's own. */
export const tags = { note: NoteTag, written: WrittenTag, table: TableTag } as const;
