import { createElement, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { PageNode, PageTree } from "./page-tree.ts";
import { paperStyle } from "./paper-style.ts";

interface PaperProps {
  readonly tree: PageTree;
  readonly label: string;
  /** How figures are marked, by their facts: entered, computed, misfit, changed. */
  readonly marks: ReadonlyMap<string, string>;
  /** The fact of the figure that is chosen, and which of its figures. */
  readonly chosen: number | null;
  readonly onChoose: (figure: number | null) => void;
  /** A part of a page, without the margins of paper. */
  readonly isPart?: boolean;
}

/** A report as paper. It stands in a root of its own, so that its style is its own; its figures are reached by arrows. */
export function Paper({ tree, label, marks, chosen, onChoose, isPart = false }: PaperProps) {
  const host = useRef<HTMLElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    const { current } = host;
    if (current === null) return;
    setRoot(current.shadowRoot ?? current.attachShadow({ mode: "open" }));
  }, []);
  useEffect(() => {
    if (root === null) return;
    root.adoptedStyleSheets = [tree.style, paperStyle].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }, [root, tree.style]);

  const focus = (figure: number): void => root?.querySelector<HTMLElement>(`[data-figure="${figure}"]`)?.focus();
  const last = tree.figures.length - 1;
  const keyed = (event: KeyboardEvent, figure: number): void => {
    const to: Readonly<Record<string, number>> = {
      ArrowRight: figure + 1,
      ArrowLeft: figure - 1,
      ArrowDown: figure + 1,
      ArrowUp: figure - 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (event.key === "Escape") onChoose(null);
    if (next === undefined || next < 0 || next > last) return;
    event.preventDefault();
    focus(next);
  };
  const tabStop = chosen ?? 0;
  const draw = (node: PageNode, at: number): ReactNode => {
    if (typeof node === "string") return node;
    const { tag, attributes, children, figure } = node;
    const inner = children.map(draw);
    if (figure === undefined) return createElement(tag, { key: at, ...attributes }, ...(tag === "br" || tag === "img" ? [] : inner));
    const mark = [marks.get(attributes["data-fact"] ?? ""), figure === chosen && "here"].filter(Boolean).join(" ");
    return createElement(
      "data",
      {
        key: at,
        ...attributes,
        className: mark,
        "data-figure": figure,
        role: "button",
        tabIndex: figure === tabStop ? 0 : -1,
        onFocus: () => onChoose(figure),
        onMouseEnter: () => onChoose(figure),
        onClick: () => onChoose(figure),
        onKeyDown: (event: KeyboardEvent) => keyed(event, figure),
      },
      ...inner,
    );
  };
  const shown = tree.nodes.map(draw);
  return (
    <article className={isPart ? "letter part-of" : "letter"} ref={host} aria-label={label} lang="vi">
      {root !== null && createPortal(shown, root)}
    </article>
  );
}
