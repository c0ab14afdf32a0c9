import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { HighlightStyle, StreamLanguage, type StringStream } from "@codemirror/language";
import { Tag } from "@lezer/highlight";

/** What a template can name: an indicator, with the members of its breakdowns. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** Something that can be written in a template, with what it does. */
export interface Offered {
  readonly text: string;
  readonly does: string;
}

interface Words {
  readonly filters: readonly Offered[];
  readonly tags: readonly Offered[];
}

const marks = { brace: Tag.define(), name: Tag.define(), filter: Tag.define(), word: Tag.define() };

interface State {
  /** Inside `{{ }}` or `{% %}`. */
  inside: "" | "output" | "tag";
  behindBar: boolean;
}

function token(stream: StringStream, state: State): string | null {
  if (state.inside === "") {
    if (stream.match(/^\{\{-?|^\{%-?/)) {
      state.inside = stream.current().startsWith("{{") ? "output" : "tag";
      state.behindBar = false;
      return "brace";
    }
    while (!stream.eol() && !stream.match(/^\{[{%]/, false)) stream.next();
    return null;
  }
  if (stream.match(/^-?(?:\}\}|%\})/)) {
    state.inside = "";
    return "brace";
  }
  if (stream.eatSpace()) return null;
  if (stream.match(/^"[^"]*"?|^'[^']*'?/)) return "name";
  if (stream.eat("|")) {
    state.behindBar = true;
    return "brace";
  }
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_.-]*/u)) {
    const isFilter = state.behindBar;
    state.behindBar = false;
    return isFilter ? "filter" : "word";
  }
  stream.next();
  return null;
}

/** Templates as the engine reads them: words, and between braces names, filters and tags. */
export const liquid = StreamLanguage.define<State>({
  name: "liquid",
  startState: () => ({ inside: "", behindBar: false }),
  copyState: (state) => ({ ...state }),
  token,
  tokenTable: marks,
});

export const liquidColours = HighlightStyle.define([
  { tag: marks.brace, class: "l-brace" },
  { tag: marks.name, class: "l-name" },
  { tag: marks.filter, class: "l-filter" },
  { tag: marks.word, class: "l-word" },
]);

/** Offers what can stand at a place: names of figures between quotes, filters behind a bar, tags behind `{%`. */
export const offer =
  (names: readonly Nameable[], { filters, tags }: Words) =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const open = Math.max(before.lastIndexOf("{{"), before.lastIndexOf("{%"));
    if (open < 0 || /[%}]\}/.test(before.slice(open + 2))) return null;
    const inside = before.slice(open);
    const quoted = /"([^"]*)$/.exec(inside);
    if (quoted !== null && (inside.match(/"/g)?.length ?? 0) % 2 === 1) return namesAt(names, quoted[1] ?? "", context.pos);
    const behind = /\|\s*([\w-]*)$/.exec(inside);
    if (behind !== null) return listed(filters, context.pos - (behind[1] ?? "").length);
    const tag = /^\{%-?\s*(\w*)$/.exec(inside);
    return tag === null ? null : listed(tags, context.pos - (tag[1] ?? "").length);
  };

const listed = (offered: readonly Offered[], from: number): CompletionResult => ({
  from,
  options: offered.map(({ text, does }): Completion => ({ label: text, info: does, type: "keyword" })),
  validFor: /^[\w-]*$/,
});

/** Indicators; behind one of them its members. */
function namesAt(names: readonly Nameable[], typed: string, pos: number): CompletionResult {
  const [first = "", ...more] = typed.split(" ");
  const of = more.length === 0 ? undefined : names.find(({ id }) => id === first);
  const options = of === undefined ? names : of.members;
  const part = of === undefined ? typed : (more.at(-1) ?? "");
  return {
    from: pos - part.length,
    options: options.map(({ id, name }) => ({ label: id, detail: name })),
    validFor: /^[\w.-]*$/,
  };
}
