/** How the editor of templates looks; its tokens are the page's. */
export const editorStyle = `
.cm-editor { border: 1px solid var(--line-strong); border-radius: var(--r-2); background: var(--surface); color: var(--ink); }
.cm-editor.cm-focused { outline: 2px solid var(--accent); outline-offset: 1px; }
.cm-scroller { min-height: 220px; max-height: 62vh; overflow: auto; font: var(--t-13)/1.6 ui-monospace, Consolas, monospace !important; }
.cm-content { caret-color: var(--ink) !important; }
.cm-cursor { border-left-color: var(--ink) !important; }
.cm-gutters { background: var(--sunken) !important; color: var(--ink-3) !important; border-right: 1px solid var(--line) !important; }
.cm-activeLine { background: color-mix(in srgb, var(--accent) 6%, transparent) !important; }
.cm-activeLineGutter { background: none !important; }
.cm-selectionBackground { background: color-mix(in srgb, var(--accent) 24%, transparent) !important; }
.l-brace { color: var(--ink-3); }
.l-name { color: var(--fit); }
.l-filter { color: var(--accent); font-weight: 600; }
.l-word { color: var(--unsure); }
.cm-tooltip { border: 1px solid var(--line-strong) !important; border-radius: var(--r-2); background: var(--surface) !important; color: var(--ink); font-size: var(--t-13); }
.cm-tooltip-autocomplete > ul > li { padding: 4px 8px !important; }
.cm-tooltip-autocomplete > ul > li[aria-selected] { background: var(--accent) !important; color: var(--on-accent) !important; }
.cm-completionDetail { margin-left: 1em; font-style: normal !important; opacity: 0.85; }
.cm-completionInfo { max-width: 320px; padding: 6px 10px !important; }
.cm-diagnostic-error { border-left-color: var(--misfit) !important; }
`;
