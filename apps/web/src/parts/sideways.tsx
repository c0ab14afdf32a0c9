import type { ReactNode } from "react";

/** A frame in which what is too wide scrolls, by the keyboard too; the page itself never does. */
export function Sideways({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reached by the keyboard
    <section className="sideways" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
