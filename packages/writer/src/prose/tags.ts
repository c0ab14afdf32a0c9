import { type Context, type Emitter, type Liquid, type Parser, Tag, type TagToken, type Template, type TopLevelToken } from "liquidjs";
import { ChartTag } from "./chart-tag.ts";
import { markOf, writtenMark } from "./marks.ts";
import { spansOf } from "./passages.ts";
import { gatheredIn } from "./state.ts";
import { TableTag } from "./table-tag.ts";

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

/** Every tag that templates have beside the engine's own. */
export const tags = { note: NoteTag, written: WrittenTag, table: TableTag, chart: ChartTag } as const;
