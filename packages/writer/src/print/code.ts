/** Typst's language, as far as a report needs it. Everything is written as code, so that no sign of a text means anything. */
export const string = (text: string): string =>
  `"${text.replace(/[\\"]/g, "\\$&").replace(/\p{Cc}/gu, (sign) => (sign === "\n" || sign === "\t" ? " " : ""))}"`;

export const points = (value: number): string => `${Number(value.toFixed(3))}pt`;
export const millimetres = (value: number): string => `${Number(value.toFixed(3))}mm`;

/** A call with named arguments, and content that is joined from pieces. */
export function call(name: string, named: Readonly<Record<string, string>>, ...content: readonly string[]): string {
  const list = [...Object.entries(named).map(([key, value]) => `${key}: ${value}`), ...content];
  return `${name}(${list.join(", ")})`;
}

/** Several pieces of content as one. */
export const joined = (pieces: readonly string[]): string => (pieces.length === 0 ? "none" : `{${pieces.join("; ")}}`);
