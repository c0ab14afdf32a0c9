/** What a page says of a figure: as `@khop/writer` marks it. */
export type Mark = "fit" | "suspect" | "misfit" | "accepted" | "unsure" | "free";

export const marks: readonly Mark[] = ["fit", "suspect", "misfit", "accepted", "unsure", "free"];

const signs: Readonly<Record<Mark, string>> = { fit: "=", suspect: "≠", misfit: "≠", accepted: "≠", unsure: "?", free: "·" };

/** The sign of a mark, for eyes; words stand beside it. */
export function Sign({ mark }: { readonly mark: Mark }) {
  return (
    <span className={`sign ${mark}`} aria-hidden="true">
      {signs[mark]}
    </span>
  );
}
