import type { Random } from "./random.ts";

const pieces: readonly string[] = [
  [
    "0",
    "1",
    "7",
    "03",
    "100",
    "1.000",
    "4,762",
    "4.762",
    "12,5%",
    "-3",
    "1.234.567,89",
    "99999999999999999999999999999999",
    "1e9",
    "½",
    "²",
    "٣",
  ],
  [
    ".",
    ",",
    ",,",
    "..",
    "%",
    "‰",
    "%%",
    "-",
    "–",
    "−",
    "/",
    "+",
    "=",
    "±",
    "~",
    ":",
    ";",
    "!",
    "?",
    "…",
    "“",
    "”",
    "'",
    '"',
    "\\",
    "|",
    "||",
    "<",
    ">",
  ],
  [
    "(",
    ")",
    "((",
    "))",
    "[",
    "]",
    "[1]",
    "[^1]",
    "[^1]: ",
    "{",
    "}",
    "<sup>1</sup>",
    "<sup>",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<br>",
    "&amp;",
  ],
  [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\0",
    "\x07",
    "\ud800",
    "\udc00",
    "😀",
    "e\u0301",
    "İ",
    "ß",
  ],
  [
    "# ",
    "## ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "> ",
    "```\n",
    "~~~\n",
    "**",
    "__",
    "_",
    "*",
    "`",
    "---\n",
    "| a | b |\n|---|---|\n",
    "| 1 | 2 |\n",
    "|:-:|\n",
  ],
  [
    "trong đó",
    "gồm",
    "chiếm",
    "tăng",
    "giảm",
    "so với",
    "tỷ lệ",
    "tổng số",
    "còn lại",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "lũy kế",
    "bình quân",
  ],
  [
    "hồ sơ",
    "văn bản",
    "tỷ đồng",
    "triệu",
    "nghìn",
    "người",
    "điểm phần trăm",
    "/100 dân",
    "khoảng",
    "gần",
    "trên",
    "không có",
    "hai",
    "mười lăm",
  ],
  ["ngày 15/9/2024", "tháng 10", "năm 2024", "Quý III", "số 12/KH-UBND", "Điều 5", "Mã 0123", "24/7", "lần lượt", "mỗi", "một trăm"],
].flat();

const bytes = (random: Random, length: number): string => Array.from({ length }, () => String.fromCharCode(random.below(256))).join("");

/** Words, numbers, separators, brackets and marks in any order. */
function noise(random: Random): string {
  const kind = random.below(8);
  if (kind === 0) return bytes(random, random.below(400));
  if (kind === 1) return "(".repeat(random.below(300)) + random.one(pieces) + ")".repeat(random.below(300));
  if (kind === 2) return random.one(pieces).repeat(1 + random.below(200));
  const of = kind < 5 ? Array.from({ length: 2 + random.below(6) }, () => random.one(pieces)) : pieces;
  return Array.from({ length: random.below(150) }, () => random.one(of) + (random.below(3) === 0 ? "" : " ")).join("");
}

type Turn = (text: string, random: Random, sources: readonly string[]) => string;

const place = (text: string, random: Random): number => random.below(text.length + 1);

function piece(text: string, random: Random): string {
  const from = place(text, random);
  return text.slice(from, from + random.below(200));
}

const replaced: Turn = (text, random) => {
  const at = place(text, random);
  return text.slice(0, at) + random.one(pieces) + text.slice(at + random.below(6));
};

const digit: Turn = (text, random) => {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = random.one(places);
  return text.slice(0, at) + random.below(10) + text.slice(at + 1);
};

const turns: readonly Turn[] = [
  replaced,
  digit,
  (text, random) => text.slice(place(text, random)),
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + piece(text, random) + text.slice(at);
  },
  (text, random, sources) => {
    const at = place(text, random);
    return text.slice(0, at) + piece(random.one(sources), random) + text.slice(at);
  },
  (text, random, sources) => `${text}${random.one(["", " ", "\n", "\n\n"])}${random.one(sources)}`,
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + noise(random) + text.slice(at);
  },
  (text, random) => text.replaceAll(random.one(["\n", " ", ",", ".", "(", "%"]), random.one(pieces)),
];

const LARGE = 100_000;

/** A text that nobody wrote: a passage turned about, or noise; one in twenty repeated until it is large. */
export function textOf(random: Random, sources: readonly string[]): string {
  let text = random.below(4) === 0 ? noise(random) : random.one(sources);
  for (let left = random.below(6); left > 0; left -= 1) text = random.one(turns)(text, random, sources);
  if (random.below(20) === 0 && text.length > 0) text = text.repeat(Math.ceil(LARGE / text.length));
  return text.slice(0, LARGE);
}
