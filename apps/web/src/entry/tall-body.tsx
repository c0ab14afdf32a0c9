import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useState } from "react";
import type { GridRow } from "./layout.ts";

/** What a row measures before it has been seen; the style says the same. */
const usual = 33;

interface TallBodyProps {
  readonly frame: HTMLElement | null;
  readonly rows: readonly GridRow[];
  /** The row that stays drawn wherever the frame is scrolled to. */
  readonly held: number;
  readonly line: (row: number) => ReactNode;
}

/** The rows of a long table that are in sight, the one with the focus, and the last when it is the total, which is pinned. */
export function TallBody({ frame, rows, held, line }: TallBodyProps) {
  const isPrinted = usePrinted();
  const hasTotal = rows.at(-1)?.is === "total";
  const count = rows.length - (hasTotal ? 1 : 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame,
    estimateSize: () => usual,
    overscan: 6,
    useFlushSync: false,
    rangeExtractor: (range) => {
      if (isPrinted) return Array.from({ length: count }, (_, i) => i);
      const near = defaultRangeExtractor(range);
      return held >= count || near.includes(held) ? near : [...near, held].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  let end = 0;
  const bodies: ReactNode[] = [];
  for (const { index, start, end: next } of items) {
    if (start > end) bodies.push(<Gap key={`before ${index}`} height={start - end} />);
    bodies.push(
      <tbody key={index} data-index={index} ref={virtualizer.measureElement}>
        {line(index)}
      </tbody>,
    );
    end = next;
  }
  const rest = virtualizer.getTotalSize() - end;
  return (
    <>
      {bodies}
      {rest > 0 && <Gap height={rest} />}
      {hasTotal && <tfoot>{line(count)}</tfoot>}
    </>
  );
}

/** The room of rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => (
  <tbody aria-hidden="true" className="gap">
    <tr>
      <td style={{ height }} />
    </tr>
  </tbody>
);

/** On paper every row is drawn. */
function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const list = window.matchMedia("print");
    const changed = (): void => setPrinted(list.matches);
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  }, []);
  return isPrinted;
}
