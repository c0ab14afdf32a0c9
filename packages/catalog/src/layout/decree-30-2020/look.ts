import type { LayoutRule, Part, Said } from "@khop/core";

/** How an article says that a part looks: "chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm". */
export interface Looks {
  readonly size?: readonly [from: number, to: number];
  readonly case?: "upper" | "sentence";
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly centred?: boolean;
  readonly severity?: LayoutRule["severity"];
}

/** The rules that one such sentence makes, each with the part's name and its property as its id. */
export function looks(part: Part, source: Said, { size, case: letters, bold, italic, centred, severity = "warning" }: Looks): LayoutRule[] {
  const parts = [part];
  const rule = (property: string, code: string, demand: LayoutRule["demand"], own = severity): LayoutRule => ({
    id: `${part}-${property}`,
    code,
    severity: own,
    demand,
    source,
  });
  const rules: LayoutRule[] = [];
  if (size !== undefined) rules.push(rule("size", "layout-size", { on: "size", parts, from: size[0], to: size[1] }));
  if (letters !== undefined) rules.push(rule("case", "layout-case", { on: "case", parts, is: letters }));
  if (bold !== undefined) rules.push(rule("bold", "layout-bold", { on: "bold", parts, is: bold }));
  if (italic !== undefined) rules.push(rule("italic", "layout-italic", { on: "italic", parts, is: italic }));
  // Heads are also centred by tabs and spaces, which a program sees as left.
  if (centred === true) rules.push(rule("alignment", "layout-alignment", { on: "alignment", parts, oneOf: ["center"] }, "review"));
  return rules;
}
