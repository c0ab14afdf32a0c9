import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { editorStyle } from "./editor-style.ts";
import { liquid, liquidColours, type Nameable, type Offered, offer } from "./liquid.ts";

/** Where a template is wrong; lines and columns from 1. */
export interface Wrong {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What another part of the page can do with the editor. */
export interface EditorHandle {
  /** Puts words where the cursor is. */
  readonly insert: (text: string) => void;
  /** Puts other words in the place of all. */
  readonly replace: (text: string) => void;
}

interface EditorProps {
  readonly label: string;
  /** What stands at first; later changes come from who writes, or through the handle. */
  readonly text: string;
  readonly names: readonly Nameable[];
  readonly filters: readonly Offered[];
  readonly tags: readonly Offered[];
  readonly wrong: Wrong | null;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly ref: Ref<EditorHandle>;
}

/** A template as text, its marks in colour, with what it may name offered as it is typed. It stands in a root of its own, so that its style needs no exception from the page's policy. */
export function LiquidEditor({ label, text, names, filters, tags, wrong, readOnly, onChange, ref }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const first = useRef(text);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const { current } = host;
    if (current === null) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(editorStyle);
    root.adoptedStyleSheets = [sheet];
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          highlightActiveLine(),
          bracketMatching(),
          liquid,
          syntaxHighlighting(liquidColours),
          autocompletion({ override: [offer(names, { filters, tags })], icons: false }),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.lineWrapping,
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ "aria-label": label, lang: "vi", spellcheck: "false" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    first.current = text;
    return () => {
      // What is written goes on where only its surroundings change.
      first.current = made.state.doc.toString();
      made.destroy();
    };
  }, [label, names, filters, tags, readOnly]);
  useEffect(() => {
    const { current } = view;
    if (current === null) return;
    const { doc } = current.state;
    const found = wrong === null ? [] : [wrong];
    const diagnostics = found.map(({ line, column, message }) => {
      const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
      return { from, to: at.to, severity: "error" as const, message };
    });
    current.dispatch(setDiagnostics(current.state, diagnostics));
  }, [wrong]);
  useImperativeHandle(ref, () => ({
    insert(words) {
      const { current } = view;
      if (current === null) return;
      current.dispatch(current.state.replaceSelection(words));
      current.focus();
    },
    replace(words) {
      const { current } = view;
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: words } });
      current?.focus();
    },
  }));
  return <div ref={host} className="liquid" />;
}
