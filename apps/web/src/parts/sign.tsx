import { type Mark, signs } from "@khop/writer/shown";

export type { Mark };

export const marks: readonly Mark[] = ["fit", "suspect", "misfit", "accepted", "unsure", "free"];

/** The sign of a mark, for eyes; words stand beside it. */
export function Sign({ mark }: { readonly mark: Mark }) {
  return (
    <span className={`sign ${mark}`} aria-hidden="true">
      {signs[mark]}
    </span>
  );
}
