import type { Fig, Token } from "./figures.ts";

const STOPS = new Set([",", ";", ".", ":", "(", ")", "[", "]", "…", "/"]);
const LINKS = /(?:^|[\s,;:(–-])(?:là|đạt|có|được|chiếm|gồm|với|và|trong đó|trong đó có|tỷ lệ|bằng|hiện nay|hiện)\s*:?\s*$/iu;
const HEAD = /^(?:và|trong đó có|trong đó|gồm|bao gồm|có|là|đã|được|còn|với|hiện nay|hiện|trong|từ|tổng số|tổng)\s+/iu;
const MOST = 9;

/** What a figure is of, in the author's words: the phrase it stands in, and its level where the phrase does not say it. */
export function labelOf(text: string, fig: Fig): string {
  const { tokens } = fig;
  let from = fig.token;
  let words = 0;
  for (let i = fig.token - 1; i >= 0 && words < MOST; i--) {
    const token = tokens[i] as Token;
    if (token.type === "figure" || (token.type === "sign" && STOPS.has(token.text) && !(token.text === ":" && words === 0))) break;
    from = i;
    if (token.type !== "sign") words += 1;
  }
  let to = fig.token;
  words = 0;
  for (let i = fig.token + 1; i < tokens.length && words < MOST; i++) {
    const token = tokens[i] as Token;
    if (token.type !== "word" || token.text === "và") break;
    to = i;
    words += 1;
  }
  const lead = trim(text.slice((tokens[from] as Token).start, fig.start));
  const tail = to > fig.token ? text.slice((tokens[fig.token + 1] as Token).start, (tokens[to] as Token).end).trim() : "";
  const unit = fig.quantity?.unit.kind === "count" ? fig.quantity.unit.id : "";
  let label = lead.length >= 4 ? (tail !== "" && !tail.toLowerCase().startsWith(unit.toLowerCase()) ? lead : tail.length > unit.length ? `${lead} ${tail}` : lead) : [lead, tail].filter(Boolean).join(" ");
  label = label.replace(/\s+/g, " ").trim();
  if (fig.level && LEVEL_NAMES[fig.level] && !label.toLowerCase().includes(LEVEL_NAMES[fig.level] as string)) label = label === "" ? (LEVEL_NAMES[fig.level] as string) : `${label} (${LEVEL_NAMES[fig.level]})`;
  return label;
}

const LEVEL_NAMES: Readonly<Record<string, string>> = { province: "cấp tỉnh", district: "cấp huyện", commune: "cấp xã" };

function trim(text: string): string {
  let label = text.replace(/[*_#]/g, "").trim();
  for (let before = ""; before !== label; ) {
    before = label;
    label = label.replace(LINKS, "").trim();
  }
  return label.replace(HEAD, "").replace(/^[-+•–\s]+|[:\s]+$/g, "");
}
