import { oneTonePlace } from "../tone.ts";

/** Words and small numbers of a text, and each pair of neighbours: "trực tiếp" is more than "trực" and "tiếp". */
export function termsOf(text: string): readonly string[] {
  const tokens = tokensOf(text);
  return [...tokens, ...tokens.slice(1).map((token, i) => `${tokens[i]} ${token}`)];
}

/** Words that are said of anything, and tell nothing apart. */
const empty = new Set("của và các có là được tại trên với cho theo một những này đó đã đang trong từ về ở do bằng lên".split(" "));

/** What offices write short. */
const long: Readonly<Record<string, string>> = {
  attt: "an toàn thông tin",
  bcci: "bưu chính công ích",
  bhyt: "bảo hiểm y tế",
  bvhx: "bưu điện văn hóa xã",
  cbccvc: "cán bộ công chức viên chức",
  cbcc: "cán bộ công chức",
  cds: "chuyển đổi số",
  cntt: "công nghệ thông tin",
  dvc: "dịch vụ công",
  dvctt: "dịch vụ công trực tuyến",
  htx: "hợp tác xã",
  httt: "hệ thống thông tin",
  kcn: "khu công nghiệp",
  pahn: "phản ánh kiến nghị",
  paht: "phản ánh hiện trường",
  tthc: "thủ tục hành chính",
  ttdt: "thông tin điện tử",
  ttđt: "thông tin điện tử",
  xlnt: "xử lý nước thải",
};

function tokensOf(text: string): readonly string[] {
  const plain = oneTonePlace(text.normalize("NFC").toLowerCase())
    .replaceAll("ăngten", "ăng ten")
    .replace(/(?<!\p{L})qui(?!\p{L})/gu, "quy")
    .replace(/(?<!\p{L})cbcc, ?vc(?!\p{L})/gu, "cbccvc")
    .replace(/(?<!\p{L})khu cn(?!\p{L})/gu, "kcn")
    .replace(/(?<!\p{L})\p{L}{3,6}(?!\p{L})/gu, (word) => long[word] ?? word);
  return (plain.match(/\d{1,2}\p{L}+|\p{L}+|(?<![\d.,])\d{1,2}(?![\d.,]?\d)/gu) ?? []).filter((token) => !empty.has(token));
}

/** How much two words in a row tell beside each of them. */
const PAIR = 1.2;

/** How much each term tells: less the more names it stands in. */
export class Weights {
  readonly #counts = new Map<string, number>();
  #names = 0;

  /** Counts a name in. */
  add(terms: Iterable<string>): void {
    this.#names += 1;
    for (const term of new Set(terms)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  of(term: string): number {
    const weight = Math.log(1 + this.#names / (1 + (this.#counts.get(term) ?? 0)));
    return term.includes(" ") ? PAIR * weight : weight;
  }
}

/** Terms that are there, and how near they stand: 1 at the figure itself. */
export type Nearness = ReadonlyMap<string, number>;

/** How much of a name is there, 0–1: each of its terms by what it tells and by how near it stands. */
export function coverage(terms: readonly string[], near: Nearness, weights: Weights): number {
  let [there, all] = [0, 0];
  for (const term of terms) {
    const weight = weights.of(term);
    all += weight;
    there += weight * (near.get(term) ?? 0);
  }
  return all === 0 ? 0 : there / all;
}
