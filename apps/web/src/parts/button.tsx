import type { ComponentProps } from "react";

type Look = "primary" | "plain" | "small";

/** A button. `primary` is the one thing to do next on a screen. */
export function Button({ looks = [], ...rest }: { readonly looks?: readonly Look[] } & Omit<ComponentProps<"button">, "className">) {
  return <button type="button" className={["button", ...looks].join(" ")} {...rest} />;
}
