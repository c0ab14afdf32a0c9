/** Where a stretch of text stands in the file that it was read from: a range of its characters, and whatever finds the place again. */
export interface Origin {
  readonly from: number;
  /** Exclusive. Further from `from` than the stretch is long, or less far, where one sign stands for others: `&nbsp;`. */
  readonly to: number;
}

/** An origin, and the stretch of the document's text that comes from it: UTF-16 offsets, `end` exclusive. */
export type Located<O extends Origin> = O & { readonly start: number; readonly end: number };

/** The way from a document's text back into the file that it was read from. */
export interface DocumentSource<O extends Origin, P> {
  /** The stretches that make up a range of the text, in order; what the reader put in itself, such as "|", has none. */
  readonly spans: (start: number, end: number) => readonly Located<O>[];
  /** Where a person finds an offset of the text in the file. */
  readonly placeAt: (offset: number) => P;
}

/** A stretch of the text as it was written. */
export interface WrittenSpan<O extends Origin> {
  readonly start: number;
  readonly end: number;
  readonly origin: O;
}

/** The source of a text: what was written from where, and the places in the order in which they begin. */
export function sourceOf<O extends Origin, P>(
  spans: readonly WrittenSpan<O>[],
  places: readonly (readonly [start: number, place: P])[],
  first: P,
): DocumentSource<O, P> {
  return {
    spans: (start, end) => {
      const found: Located<O>[] = [];
      const at = lastAtMost(spans.length, (i) => (spans[i] as WrittenSpan<O>).start, start);
      for (let i = Math.max(0, at); i < spans.length && (spans[i] as WrittenSpan<O>).start < end; i += 1) {
        const span = spans[i] as WrittenSpan<O>;
        if (span.end > start) found.push(within(span, start, end));
      }
      return found;
    },
    placeAt: (offset) => {
      const at = lastAtMost(places.length, (i) => (places[i] as readonly [number, P])[0], offset);
      return places[Math.max(0, at)]?.[1] ?? first;
    },
  };
}

/** The source of a text whose file was converted before it was read: `at` leads from there to where it stood before. */
export const sourceBefore = <O extends Origin, P>(
  { spans, placeAt }: DocumentSource<O, P>,
  at: (offset: number) => number,
): DocumentSource<O, P> => ({
  spans: (start, end) => spans(start, end).map((span) => ({ ...span, from: at(span.from), to: at(span.to) })),
  placeAt,
});

/** The part of a span that lies in a range; all of it where one sign of the file stands for more here, or more for one. */
function within<O extends Origin>({ start, end, origin }: WrittenSpan<O>, from: number, to: number): Located<O> {
  if (origin.to - origin.from !== end - start) return { ...origin, start, end };
  const before = Math.max(0, from - start);
  const behind = Math.max(0, end - to);
  return { ...origin, start: start + before, end: end - behind, from: origin.from + before, to: origin.to - behind };
}

/** The last index whose value is at most `wanted`; -1 when there is none. */
export function lastAtMost(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
