import { multipliers } from "@khop/core";
import { type Fig, isRate, type Token } from "./figures.ts";

const STOPS = new Set([";", ".", "(", ")", "[", "]", "…", "/", "|", "\t"]);
/** Words that tie a figure to its subject and are no part of the name. */
const LINKS =
  /(?:^|[\s,;:(–-])(?:là|đạt|có|được|chiếm|gồm|với|và|trong đó|trong đó có|tỷ lệ|bằng|hiện nay|hiện|khoảng|hơn|gần|trên|ước|ước đạt|tăng|giảm|vượt|tương ứng|tương đương|còn|lên|thì)\s*:?\s*$/iu;
const HEAD = /^(?:và|trong đó có|trong đó|gồm|bao gồm|có|là|đã|được|còn(?!\s+lại)|với|hiện nay|hiện|từ|tổng số|tổng|trong tổng số)\s+/iu;
/** A phrase that says where or when, not what. */
const PLACE = /^(?:trên|trong|tại|đến|từ|ở|năm|tháng|qua|theo|cả|toàn)\s/iu;
const MOST = 12;

/** What a figure is of, in the author's words: the phrase it stands in, and its level where the phrase does not say it. */
export function labelOf(text: string, fig: Fig): string {
  if (fig.named !== undefined && fig.named !== "") return fig.named;
  const lead = leadOf(text, fig);
  const tail = tailOf(text, fig);
  const named = fig.quantity?.unit.kind === "count" && fig.quantity.unit.id !== "" && tail.length > fig.quantity.unit.id.length;
  let label = lead;
  if (lead.length < 4 || (PLACE.test(lead) && tail !== "")) label = tail === "" ? lead : tail;
  else if (named && lead.split(" ").length <= 4 && !lead.endsWith(":")) label = `${lead} ${tail}`;
  label = label
    .replace(/[\s:]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (label === "" && fig.subject && fig.subject.subject === undefined) label = fig.subject.cell?.label ?? "";
  if (fig.change && label !== "") label = `mức ${fig.change === "rise" ? "tăng" : "giảm"} ${label}`;
  const level = fig.level === undefined ? undefined : LEVEL_NAMES[fig.level];
  if (level === undefined || label.toLowerCase().includes(level)) return label;
  return label === "" ? level : `${label} (${level})`;
}

const LEVEL_NAMES: Readonly<Record<string, string>> = { province: "cấp tỉnh", district: "cấp huyện", commune: "cấp xã" };

function leadOf(text: string, fig: Fig): string {
  const { tokens, token: at, start } = fig;
  const colon = tokens[at - 1]?.text === ":";
  let from = at;
  for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
    const token = tokens[i] as Token;
    if (token.figure) {
      from = behindItem(fig, token.figure, i + 1);
      break;
    }
    const separates =
      token.type === "sign" &&
      ((STOPS.has(token.text) && !(token.text === "/" && tokens[i - 1]?.type === "word")) ||
        (token.text === "," && !colon) ||
        (token.text === ":" && i < at - 1));
    if (separates || token.cue?.kind === "opener") break;
    from = i;
  }
  return trim(text.slice((tokens[from] as Token).start, start));
}

/** Past the unit of the figure before, unless this is a share of it, and past the "và" that parts its item from this one. */
function behindItem(fig: Fig, before: Fig, from: number): number {
  const { tokens, token: to } = fig;
  let i = from;
  while (!isRate(fig) && i < to && isUnitWord(before, (tokens[i] as Token).text)) i += 1;
  for (let k = i; k < Math.min(to, i + 3); k++) if (tokens[k]?.text === "và") return k + 1;
  return i;
}

function tailOf(text: string, fig: Fig): string {
  const { tokens, token: at } = fig;
  const counted = fig.quantity?.unit.kind === "count";
  let from = at + 1;
  while (!counted && from < tokens.length && isUnitWord(fig, (tokens[from] as Token).text)) from += 1;
  let to = from - 1;
  for (let i = from; i < tokens.length && i - from < MOST; i++) {
    const token = tokens[i] as Token;
    if (token.type !== "word" || token.text === "và") break;
    to = i;
  }
  return to < from ? "" : trim(text.slice((tokens[from] as Token).start, (tokens[to] as Token).end));
}

const isUnitWord = (fig: Fig, word: string): boolean =>
  multipliers.has(word) || (fig.quantity?.unit.id.toLowerCase().split(" ").includes(word) ?? false);

function trim(text: string): string {
  let label = text.replace(/[*_#]/g, "").trim();
  for (let before = ""; before !== label; ) {
    before = label;
    label = label.replace(LINKS, "").trim();
  }
  return label.replace(HEAD, "").replace(/^[-+•●○▪■–,\s]+|[:,\s]+$/g, "");
}
