/** Characters that no XML may hold: controls, and two that are none. */
const forbidden = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u;

/** Where the first character stands that no XML may hold, half a pair of surrogates among them; −1 where there is none. */
export function forbiddenIn(xml: string): number {
  const control = xml.search(forbidden);
  if (control >= 0 || xml.isWellFormed()) return control;
  return xml.search(/\p{Cs}/u);
}

const isCharacter = (code: number): boolean =>
  code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && (code > 0xffff || !forbidden.test(String.fromCharCode(code)));

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&/g;

const oneReference = /&(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);/y;

/** Whether the `&` at an offset begins a character. */
export function isReference(xml: string, at: number): boolean {
  oneReference.lastIndex = at;
  const [found] = oneReference.exec(xml) ?? [];
  return found !== undefined && resolved(found) !== undefined;
}

/** A text with its five entities and its characters by number resolved; undefined where an `&` begins neither. */
function resolved(text: string): string | undefined {
  let sound = true;
  const made = text.replace(reference, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities[name] as string;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (isCharacter(code)) return String.fromCodePoint(code);
    sound = false;
    return "";
  });
  return sound ? made : undefined;
}

/** Line ends as XML reads them. */
export const oneLineEnd = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** What a text says; undefined where an `&` begins no character. */
export function saidBy(raw: string): string | undefined {
  const text = oneLineEnd(raw);
  return text.includes("&") ? resolved(text) : text;
}

/** What the value of an attribute says: white space in it is a space, unless it is written by number. */
export const attributeSaidBy = (raw: string): string | undefined => saidBy(/[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, " ") : raw);

const first = 1;
const later = 2;

/** Which ASCII characters begin a name, and which stand further in it. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_:]/.test(character) ? first | later : /[\d.-]/.test(character) ? later : 0;
});

/** Beyond ASCII, first and last: what begins a name, and what stands further in it only. Halves of a pair are taken as they come. */
const firstInName: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xdfff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
];
const laterInName: readonly (readonly [number, number])[] = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];

const isIn = (code: number, kind: number): boolean => {
  if (code < 128) return ((ascii[code] as number) & kind) !== 0;
  const lies = ([from, to]: readonly [number, number]): boolean => code >= from && code <= to;
  return firstInName.some(lies) || (kind === later && laterInName.some(lies));
};

/** Where the name that begins at an offset ends; the offset itself where none does. */
export function nameEnd(xml: string, start: number): number {
  if (start >= xml.length || !isIn(xml.charCodeAt(start), first)) return start;
  let at = start + 1;
  while (at < xml.length && isIn(xml.charCodeAt(at), later)) at += 1;
  return at;
}

/** Where the white space at an offset ends. */
export function spaceEnd(xml: string, start: number): number {
  let at = start;
  for (; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return at;
}
