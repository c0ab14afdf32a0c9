import { memo, type ReactNode } from "react";
import { useWords } from "../language.tsx";
import { useFigureState } from "./figure-states.ts";
import type { PaperBlock, PaperView, Piece } from "./view.ts";
import { words as all } from "./words.ts";

/** The document as itself, its figures marked. */
export const Paper = memo(function Paper({ paper }: { readonly paper: PaperView }) {
  const words = useWords(all);
  const ranks = [...new Set(paper.blocks.flatMap((block) => (block.is === "heading" ? [block.level] : [])))].sort((a, b) => a - b);
  let rank = 1;
  let tables = 0;
  const pieces = (line: readonly Piece[]): ReactNode => line.map((piece, i) => shownPiece(piece, `${i}`));
  const shownPiece = (piece: Piece, key: string): ReactNode => {
    switch (piece.is) {
      case "text":
        return piece.text;
      case "break":
        return <br key={key} />;
      case "mark":
        return <sup key={key}>[{piece.mark}]</sup>;
      case "figure":
        return <FigureLink key={key} id={piece.figure} text={piece.text} />;
    }
  };
  return (
    <article className="paper" aria-label={words.report} lang="vi">
      {paper.blocks.map((block, i) => {
        if (block.is === "heading") rank = Math.min(ranks.indexOf(block.level) + 2, rank + 1, 6);
        if (block.is === "table") tables += 1;
        return <Block key={`${i}`} block={block} rank={rank} label={words.table(String(tables))} pieces={pieces} />;
      })}
    </article>
  );
});

interface BlockProps {
  readonly block: PaperBlock;
  readonly rank: number;
  readonly label: string;
  readonly pieces: (line: readonly Piece[]) => ReactNode;
}

function Block({ block, rank, label, pieces }: BlockProps) {
  switch (block.is) {
    case "heading": {
      const Heading = `h${rank}` as "h2";
      return <Heading>{pieces(block.line)}</Heading>;
    }
    case "paragraph":
      return <p>{pieces(block.line)}</p>;
    case "item":
      return <p className={`item deep${Math.min(block.depth, 4)}${block.typed ? "" : " bare"}`}>{pieces(block.line)}</p>;
    case "footnote":
      return (
        <p className="footnote">
          [{block.mark}] {pieces(block.line)}
        </p>
      );
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reached by the keyboard
        <section className="frame" aria-label={label} tabIndex={0}>
          <table>
            {block.head.length > 0 && (
              <thead>
                {block.head.map((row, i) => (
                  <tr key={`${i}`}>
                    {row.map((cell, j) => (
                      <th key={`${j}`} scope="col">
                        {pieces(cell)}
                      </th>
                    ))}
                  </tr>
                ))}
              </thead>
            )}
            <tbody>
              {block.body.map((row, i) => (
                <tr key={`${i}`}>
                  {row.map((cell, j) =>
                    j === 0 && !isNumeric(cell) ? (
                      <th key={`${j}`} scope="row">
                        {pieces(cell)}
                      </th>
                    ) : (
                      <td key={`${j}`} className={isNumeric(cell) ? "number" : undefined}>
                        {pieces(cell)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

const isNumeric = (line: readonly Piece[]): boolean => {
  const text = line.map((piece) => ("text" in piece ? piece.text : "")).join("");
  return /\d/.test(text) && /^[\d\s.,%+\-−()]+$/.test(text);
};

function FigureLink({ id, text }: { readonly id: string; readonly text: string }) {
  const words = useWords(all);
  const { mark, repaired, here, partner, stop } = useFigureState(id);
  const looks = ["figure", mark, here && "here", partner && "partner"].filter(Boolean).join(" ");
  return (
    <a className={looks} id={id} href={`#${id}`} data-figure={id} tabIndex={stop ? 0 : -1} aria-description={words.mark[mark]}>
      {repaired === undefined ? (
        text
      ) : (
        <>
          <del>{text}</del>
          <ins>{repaired}</ins>
        </>
      )}
    </a>
  );
}
