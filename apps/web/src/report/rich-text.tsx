import { baseKeymap, chainCommands, setBlockType, splitBlockAs, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { MarkType } from "prosemirror-model";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../language.tsx";
import { docOf, schema, textOf } from "./passage-doc.ts";
import { words as all } from "./words.ts";

interface RichTextProps {
  readonly label: string;
  readonly describedBy: string;
  /** What stands at first; later changes come from who writes. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onEscape: () => void;
}

const { paragraph, item } = schema.nodes;
const { bold, italic } = schema.marks;
/** As much as the server keeps. */
const longest = 100_000;

const isItem = ({ selection }: EditorState): boolean => selection.$from.parent.type === item;
const isOn = ({ selection, storedMarks, doc }: EditorState, mark: MarkType): boolean => {
  const { from, to, empty, $from } = selection;
  return empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark);
};

const toggleItem: Command = (state, dispatch) => setBlockType(isItem(state) ? paragraph : item)(state, dispatch);

/** An empty item ends its list; so does going back at the beginning of one. */
const leaveItem =
  (isAt: (state: EditorState) => boolean): Command =>
  (state, dispatch) =>
    isItem(state) && state.selection.empty && isAt(state) && setBlockType(paragraph)(state, dispatch);

const tools = [
  ["bold", "Ctrl B", toggleMark(bold), (state: EditorState) => isOn(state, bold)],
  ["italic", "Ctrl I", toggleMark(italic), (state: EditorState) => isOn(state, italic)],
  ["list", "Ctrl Shift 8", toggleItem, isItem],
  ["undo", "Ctrl Z", undo, null],
] as const;

/** A sober editor: words bold or italic, lists, and back again. What is pasted loses all else. */
export function RichText({ label, describedBy, text, onChange, onEscape }: RichTextProps) {
  const words = useWords(all);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const latest = useRef({ onChange, onEscape });
  latest.current = { onChange, onEscape };
  const first = useRef(text);
  useEffect(() => {
    if (place.current === null) return;
    const leave: Command = () => {
      latest.current.onEscape();
      return true;
    };
    const made = new EditorView(place.current, {
      state: EditorState.create({
        doc: docOf(first.current),
        plugins: [
          history(),
          inputRules({
            rules: [new InputRule(/^[-+•–]\s$/, ({ tr }, _, from, to) => tr.delete(from, to).setBlockType(from, from, item))],
          }),
          keymap({
            "Mod-b": toggleMark(bold),
            "Mod-i": toggleMark(italic),
            "Mod-Shift-8": toggleItem,
            "Mod-z": undo,
            "Mod-y": redo,
            "Mod-Shift-z": redo,
            Escape: leave,
            Enter: chainCommands(
              leaveItem(({ selection }) => selection.$from.parent.content.size === 0),
              splitBlockAs(({ type }) => ({ type })),
            ),
            Backspace: chainCommands(
              leaveItem(({ selection }) => selection.$from.parentOffset === 0),
              baseKeymap.Backspace as Command,
            ),
          }),
          keymap(baseKeymap),
        ],
      }),
      attributes: {
        class: "field rich",
        role: "textbox",
        lang: "vi",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": describedBy,
      },
      dispatchTransaction(transaction) {
        const next = made.state.apply(transaction);
        if (transaction.docChanged && next.doc.content.size > longest) return;
        made.updateState(next);
        setState(next);
        if (transaction.docChanged) latest.current.onChange(textOf(next.doc));
      },
    });
    view.current = made;
    setState(made.state);
    made.focus();
    return () => made.destroy();
  }, [label, describedBy]);
  const use = (command: Command): void => {
    const { current } = view;
    if (current === null) return;
    command(current.state, current.dispatch);
    current.focus();
  };
  return (
    <div className="rich-text">
      <div role="toolbar" aria-label={words.tools.all}>
        {tools.map(([name, keys, command, pressed]) => (
          <button
            key={name}
            type="button"
            data-tool={name}
            title={`${words.tools[name]} (${keys})`}
            aria-label={words.tools[name]}
            {...(pressed === null ? {} : { "aria-pressed": state !== null && pressed(state) })}
            // The text keeps its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => use(command)}
          >
            <span aria-hidden="true">{words.toolSigns[name]}</span>
          </button>
        ))}
      </div>
      <div ref={place} />
    </div>
  );
}
