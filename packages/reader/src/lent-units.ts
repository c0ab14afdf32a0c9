import { measureOf, multipliers, percentagePoint, type Quantity, quantity } from "@khop/core";
import { contributes, type Fig, isAmount, isRate, type Passage, type Token } from "./figures.ts";
import { earlierWords, past } from "./lexicon/earlier.ts";

/** Bare numbers that are in a unit said once: by a bracket, by the figure that they explain, or by the one whose parts they are. */
export function lendUnits(passage: Passage): void {
  inUnitsOfOwners(passage);
  inUnitsOfMarkers(passage);
  inUnitsOfEarlier(passage);
  inUnitsOfTotals(passage);
  asMedals(passage);
  asPoints(passage);
  inUnitsOfLast(passage);
}

/** `phân theo nhóm: thực phẩm 1.142,6; may mặc 196,8 (tỷ đồng)`, `từng trạm (mm): A 318,4; B 274,6`: a unit said once in brackets for the bare numbers of its sentence. */
function inUnitsOfMarkers({ tokens, figures }: Passage): void {
  tokens.forEach((open, at) => {
    if (open.text !== "(" || tokens[at + 1]?.type !== "word") return;
    const words: string[] = [];
    let i = afterUnitOfMeasure(tokens, at + 1);
    while (tokens[i]?.type === "word" && words.length < 3) words.push((tokens[i++] as Token).text);
    if (!/^[),]$/.test(tokens[i]?.text ?? "")) return;
    const exponent = multipliers.get(words[0] ?? "");
    const unit = measureOf((exponent === undefined ? words : words.slice(1)).join(" "));
    if (unit === null) return;
    const own = figures.filter((fig) => fig.sentence === open.sentence && isBare(fig) && fig.depth === open.depth - 1);
    if (own.length < 2) return;
    for (const fig of own)
      if (fig.quantity) {
        const { value, decimals, hedge } = fig.quantity;
        fig.quantity = quantity({ value, unit, exponent: exponent ?? 0, decimals, ...(hedge ? { hedge } : {}) });
      }
  });
}

/** `(đơn vị: triệu kWh)`, `(ĐVT: tỷ đồng)`: behind the words that say that a unit follows. */
function afterUnitOfMeasure(tokens: readonly Token[], at: number): number {
  const colon = tokens.slice(at, at + UNIT_OF_MEASURE).findIndex(({ text }) => text === ":");
  const words = tokens.slice(at, at + Math.max(0, colon)).map(({ text }) => text);
  return colon > 0 && /^(?:đơn vị|đơn vị tính|đvt)$/.test(words.join(" ")) ? at + colon + 1 : at;
}

const UNIT_OF_MEASURE = 4;

/** `80.606 ha lúa (Lào Cai 4.123, Sơn La 540)`, `12,4 tỷ đồng (A 7,2; B 5,2)`: bare numbers in parentheses are in the unit of what they explain. */
function inUnitsOfOwners({ tokens, figures, spans }: Passage): void {
  spans.forEach(({ open, amounts }, group) => {
    if (group === 0 || amounts < 2) return;
    const own = figures.filter((fig) => fig.group === group && fig.role === "quantity");
    if (!own.some(isBare)) return;
    const owner = figures.findLast((fig) => fig.token < open && fig.role === "quantity" && fig.depth === (tokens[open] as Token).depth - 1);
    if (owner?.quantity == null || owner.sentence !== own[0]?.sentence || isRate(owner)) return;
    const { unit, exponent } = owner.quantity;
    // "13.034,5 triệu đồng (thành phố 9.500, phường, xã 3.534,5 triệu đồng)": said once more, with the last.
    const isMixed = !own.every(isBare);
    // "394 m hẻm (hẻm 36 Lê Tấn Kế: 226 m, hẻm 112 Trần Văn Giàu: 168 m)": a number with a name behind it is no length.
    if (isMixed && own.some((fig) => isBare(fig) && tokens[fig.token + 1]?.type === "word")) return;
    if (!own.every((fig) => isBare(fig) || (fig.quantity?.unit.id === unit.id && fig.quantity.exponent === exponent))) return;
    // Bare counts are counts of the same things as it is; what its multiplier says is said once.
    if (owner.quantity.unit.kind === "count" && owner.quantity.exponent === 0) return;
    for (const fig of own) if (fig.quantity && isBare(fig)) fig.quantity = inUnitOf(fig.quantity, owner.quantity);
  });
}

const EARLIER = new Set([...earlierWords, "năm", "tháng", "quý", "tuần", "cùng", "là", "đạt", "số"]);

/** `86,2 triệu cái (79,4)`, `2.184,6 nghìn tấn (cùng kỳ 2.037,1)`: alone in brackets behind a figure, what it was before. */
function inUnitsOfEarlier({ tokens, figures }: Passage): void {
  figures.forEach((fig, i) => {
    if (fig.depth === 0 || !isBare(fig) || tokens[fig.token + 1]?.text !== ")") return;
    const owner = ownerBefore(figures, i);
    if (owner?.quantity == null || isRate(owner) || owner.sentence !== fig.sentence) return;
    const behind = tokens.slice(owner.token + 1, fig.token);
    const between = behind.slice(behind.findLastIndex(({ text }) => text === "(") + 1);
    // "17.482 tỷ đồng, tăng 14,5% (2021: 15.263)", "tăng 1,3% so với tháng trước (6.401,7)": over the change it is told by, where a time is told.
    if (figures[i - 1] !== owner && between.length === 0 && !isHeldAgainst(tokens, figures[i - 1] as Fig, fig)) return;
    if (!between.every(({ type, text, figure }) => (type === "word" ? EARLIER.has(text) : figure?.role === "date" || text === ":"))) return;
    if (lendsTo(owner.quantity, fig)) fig.quantity = inUnitOf(fig.quantity as Quantity, owner.quantity);
  });
}

/** Whether between a rate and the brackets right behind stands what it is held against. */
function isHeldAgainst(tokens: readonly Token[], rate: Fig, told: Fig): boolean {
  const between = tokens.slice(rate.token + 1, told.token - 1);
  const isAgainst = ({ cue, type, text }: Token): boolean =>
    cue?.kind === "versus" || cue?.kind === "plan" || (type === "word" && text.split(" ").some((word) => past.has(word)));
  return isRate(rate) && rate.depth === told.depth - 1 && between.some(isAgainst) && between.every(({ type }) => type !== "sign");
}

/** The last amount outside the brackets that a figure stands in, a few words before them; over rates that are told of it, some more. */
function ownerBefore(figures: readonly Fig[], at: number): Fig | undefined {
  const fig = figures[at] as Fig;
  let far = FAR;
  for (let i = at - 1; i >= 0 && fig.token - (figures[i] as Fig).token <= far; i--) {
    const one = figures[i] as Fig;
    if (one.role !== "quantity" || one.depth !== fig.depth - 1) continue;
    if (!isRate(one) || one.sentence !== fig.sentence) return one;
    far = OVER_RATES;
  }
  return undefined;
}

/** `92,0 nghìn tấn: trâu, bò 7,4; lợn 61,9; gia cầm 22,7`: what a colon divides is told in its unit, when it is not more than the whole. */
function inUnitsOfTotals({ tokens, figures }: Passage): void {
  for (const [i, total] of figures.entries()) {
    if (total.quantity === null || !isAmount(total)) continue;
    const own = Math.max(colonBehind(tokens, total), openerBehindShare(tokens, figures, i));
    const count = own < 0 ? figures[i + 1] : undefined;
    const colon = count === undefined ? own : colonBehind(tokens, count);
    if (colon < 0) continue;
    const parts = partsBehind(figures, i, colon);
    // "696.430 nghìn đồng ở 03 công trình: …": as many as it says.
    if (count !== undefined && count.quantity?.approximate !== parts.length) continue;
    const whole = total.quantity as Quantity;
    const bare = parts.filter(isBare);
    if (bare.length < 2 || !parts.every((fig) => isBare(fig) || fig.quantity?.unit.id === whole.unit.id)) continue;
    for (const fig of bare)
      if (lendsTo(whole, fig) && isNoMoreThan(fig.quantity as Quantity, whole)) fig.quantity = inUnitOf(fig.quantity as Quantity, whole);
  }
}

/** `lần lượt đạt 21,36; 214,75; 27,18 triệu kWh`: bare numbers one behind the other are in the unit of the last. */
function inUnitsOfLast({ tokens, figures }: Passage): void {
  for (let i = figures.length - 1; i > 0; i--) {
    const [fig, before] = [figures[i] as Fig, figures[i - 1] as Fig];
    if (fig.quantity === null || !isAmount(fig) || isBare(fig) || !isBare(before) || !lendsTo(fig.quantity, before)) continue;
    const between = tokens.slice(before.token + 1, fig.token);
    // "từ 1.108,45 lên 1.236,91 triệu kWh": the unit is said once, behind the second.
    const fromTo =
      between.length === 1 && /^(?:lên|xuống|đến|còn)$/.test(between[0]?.text ?? "") && tokens[before.token - 1]?.text === "từ";
    const isRow =
      fromTo || (between.length > 0 && between.length <= 2 && between.every(({ text }) => text === ";" || text === "," || text === "và"));
    if (isRow && before.quantity?.decimals === fig.quantity.decimals) before.quantity = inUnitOf(before.quantity, fig.quantity);
  }
}

/** `đóng góp 0,83 điểm phần trăm; … đóng góp 3,63 điểm`: the same points, said short. */
function asPoints({ figures }: Passage): void {
  for (const fig of figures)
    if (fig.quantity?.unit.id === "điểm" && fig.quantity.decimals > 0 && contributes(fig)) {
      const { value, decimals, hedge } = fig.quantity;
      fig.quantity = quantity({ value, unit: percentagePoint, decimals, ...(hedge ? { hedge } : {}) });
    }
}

/** `214 vàng, 196 bạc, 257 đồng`: no money. */
function asMedals({ figures }: Passage): void {
  figures.forEach((fig, i) => {
    const [gold, silver] = figures.slice(Math.max(0, i - 2), i);
    const isBronze = gold?.quantity?.unit.id === "vàng" && silver?.quantity?.unit.id === "bạc" && fig.quantity?.unit.dimension === "VND";
    if (isBronze && fig.quantity?.exponent === 0 && fig.sentence === gold?.sentence)
      fig.quantity = quantity({ value: fig.quantity.value, unit: { id: "đồng", kind: "count" } });
  });
}

/** Amounts behind a colon, in the sentence and at the depth of what it divides. */
function partsBehind(figures: readonly Fig[], at: number, colon: number): Fig[] {
  const total = figures[at] as Fig;
  const parts: Fig[] = [];
  for (let i = at + 1; i < figures.length && (figures[i] as Fig).sentence === total.sentence; i++) {
    const fig = figures[i] as Fig;
    if (fig.token > colon && fig.depth === total.depth && fig.role === "quantity" && !isRate(fig)) parts.push(fig);
  }
  return parts;
}

/** The colon that follows a figure, with nothing but words between. */
function colonBehind(tokens: readonly Token[], { token: at }: Fig): number {
  for (let i = at + 1; i < Math.min(tokens.length, at + FAR); i++) {
    const { type, text, cue } = tokens[i] as Token;
    // "24,85 triệu m³, gồm Khe Một 12,86, Khe Hai 7,94"
    if (cue?.kind === "opener") return i;
    if (type === "sign" && text === "," && tokens[i + 1]?.cue?.kind === "opener") continue;
    // "172,6 triệu lượt khách.km, gồm …": a point inside a unit.
    if (text === "." && tokens[i - 1]?.end === tokens[i]?.start && tokens[i + 1]?.start === tokens[i]?.end) continue;
    if (type === "sign") return text === ":" ? i : -1;
    if (type !== "word") return -1;
  }
  return -1;
}

/** `Số thu 3.613,2 tỷ đồng, bằng 90,8% dự toán (3.980,5 tỷ đồng), gồm A 2.541,7; B 83,9; …`: an opener behind what rates and brackets tell of a total. */
function openerBehindShare(tokens: readonly Token[], figures: readonly Fig[], at: number): number {
  const total = figures[at] as Fig;
  for (let i = total.token + 1; i < Math.min(tokens.length, total.token + ASIDE); i++) {
    const { cue, depth, figure, sentence } = tokens[i] as Token;
    if (depth !== total.depth) continue;
    if (sentence !== total.sentence || (figure && !isRate(figure)) || cue?.kind === "partial") return -1;
    if (cue?.kind !== "opener") continue;
    const parts = partsBehind(figures, at, i);
    const isAll = parts.length >= LEAST && parts.every((fig) => isBare(fig) && fig.quantity?.decimals === total.quantity?.decimals);
    return isAll && (total.quantity?.decimals ?? 0) > 0 ? i : -1;
  }
  return -1;
}

const ASIDE = 40;
const LEAST = 3;
const FAR = 10;
const OVER_RATES = 24;

const isBare = ({ role, quantity: of }: Fig): boolean => role === "quantity" && of !== null && of.unit.id === "" && of.exponent === 0;

/** A count of whole things lends nothing that its name does not say already. */
const lendsTo = ({ unit, exponent }: Quantity, { quantity: of }: Fig): boolean =>
  of?.hedge !== "range" && (unit.kind !== "count" || exponent !== 0);

const isNoMoreThan = (part: Quantity, whole: Quantity): boolean => part.value.lessThanOrEqualTo(whole.value);

/** `500/800 tỷ đồng`: what stands before the slash is told in the unit behind it. */
export const inUnitOf = ({ value, decimals, exponent, hedge }: Quantity, { unit, exponent: own }: Quantity): Quantity =>
  quantity({ value, unit, exponent: exponent === 0 ? own : exponent, decimals, ...(hedge ? { hedge } : {}) });
