import type { ReactNode } from "react";

/** A line of a sum: its sign, what it is of, its figure. */
export interface SumLine {
  readonly sign: string;
  readonly label: string;
  readonly text: string;
  readonly kind: "" | "own" | "made" | "broken" | "stated" | "gap";
  /** The figure of the document that it is, for those who want to go there. */
  readonly figure?: string | undefined;
}

/** A figure cut where the decimal comma stands, so that commas stand below each other: ["97", ",16 %"], ["1.126", ""]. */
export function cutAtComma(text: string): [whole: string, rest: string] {
  const [whole = ""] = /^[^\d]*[\d.]*/.exec(text) ?? [];
  return [whole, text.slice(whole.length)];
}

/** A sum with its figures below each other. */
export function Sum({ lines, labelled }: { readonly lines: readonly SumLine[]; readonly labelled: (line: SumLine) => ReactNode }) {
  return (
    <table className="sum">
      <tbody>
        {lines.map((line, i) => {
          const [whole, rest] = cutAtComma(line.text);
          return (
            <tr key={i} className={line.kind} data-figure={line.figure}>
              <td className="by">{line.sign}</td>
              <th scope="row">{labelled(line)}</th>
              <td className="whole">
                <span className="unseen">{line.text}</span>
                <span aria-hidden="true">{whole}</span>
              </td>
              <td className="rest" aria-hidden="true">
                {rest}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
