import { stretchesIn } from "@khop/core";
import type { ReactNode } from "react";

/** A passage as it will be set: a paragraph for each line, words that stand out bold or italic. */
export function SetText({ text }: { readonly text: string }) {
  return (
    <div className="set-text">
      {text.split("\n").map((line, i) => (
        <p key={`${i}`} className={/^[-+•–]\s/u.test(line) ? "item" : undefined}>
          {stretchesIn(line.replace(/^[-+•–]\s/u, "")).map(({ text: words, bold, italic }, at) => {
            const inner: ReactNode = italic ? <em>{words}</em> : words;
            return bold ? <strong key={`${at}`}>{inner}</strong> : <span key={`${at}`}>{inner}</span>;
          })}
        </p>
      ))}
    </div>
  );
}
