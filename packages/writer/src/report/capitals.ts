import type { StyledPart, StyleSheet } from "@khop/core";

/** Parts that a style sheet writes in capitals. */
export const capitalsOf = ({ parts }: StyleSheet): ReadonlySet<StyledPart> =>
  new Set((Object.keys(parts) as StyledPart[]).filter((part) => parts[part].capitals === true));
