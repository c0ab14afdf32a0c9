/**
 * What kind of thing a unit measures. A printed count stands for itself; everything else is rounded at its last printed digit.
 *
 * `percent` is 0–100 of something, `point` the difference of two percentages, `ratio` a number per something (thuê bao/100 dân).
 */
export type UnitKind = "count" | "money" | "measure" | "percent" | "point" | "ratio";

/** A unit of measure (đơn vị tính). `id` is what users see; units are the same when ids are. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** Physical units of one dimension compare through this factor to the dimension's base: km 1000, m 1. */
  readonly dimension?: string;
  readonly exponent?: number;
}

export const percent: Unit = { id: "%", kind: "percent" };
export const percentagePoint: Unit = { id: "điểm %", kind: "point" };
/** A bare number: no unit is named. */
export const noUnit: Unit = { id: "", kind: "count" };

/** Units of measure that are not counts of things. Spellings that mean the same stand on one line, the first is shown. */
const MEASURES: readonly [kind: UnitKind, spellings: readonly string[], dimension?: string, exponent?: number][] = [
  ["percent", ["%", "phần trăm"]],
  ["point", ["điểm %", "điểm phần trăm"]],
  ["money", ["đồng", "VNĐ", "VND", "đ"], "VND", 0],
  ["money", ["USD", "đô la Mỹ", "đô-la Mỹ", "đô la"], "USD", 0],
  ["money", ["EUR", "euro"], "EUR", 0],
  ["measure", ["mm"], "length", -3],
  ["measure", ["cm"], "length", -2],
  ["measure", ["m", "mét"], "length", 0],
  ["measure", ["km", "ki-lô-mét"], "length", 3],
  ["measure", ["m2", "m²", "mét vuông"], "area", 0],
  ["measure", ["ha", "héc-ta", "hécta", "hecta"], "area", 4],
  ["measure", ["km2", "km²"], "area", 6],
  ["measure", ["m3", "m³", "mét khối"], "volume", 0],
  ["measure", ["lít"], "volume", -3],
  ["measure", ["kg", "ki-lô-gam"], "mass", 0],
  ["measure", ["tạ"], "mass", 2],
  ["measure", ["tấn"], "mass", 3],
  ["measure", ["MW"], "power", 6],
  ["measure", ["kW"], "power", 3],
  ["measure", ["kWh"], "energy", 3],
  ["measure", ["độ", "°C"]],
  ["measure", ["Mbps"]],
  ["measure", ["GB"]],
];

const known = new Map<string, Unit>();
for (const [kind, spellings, dimension, exponent] of MEASURES) {
  const unit: Unit = {
    id: spellings[0] as string,
    kind,
    ...(dimension === undefined ? {} : { dimension }),
    ...(exponent === undefined ? {} : { exponent }),
  };
  for (const spelling of spellings) known.set(spelling.toLowerCase(), unit);
}

/** The unit a spelling means: a known measure, else a count of the thing named ("hồ sơ"). */
export function unitOf(spelling: string): Unit {
  const text = spelling.trim();
  if (text === "") return noUnit;
  return known.get(text.toLowerCase()) ?? { id: text, kind: "count" };
}

/** The measure that a spelling means, or null when it names none of them. */
export function measureOf(spelling: string): Unit | null {
  return known.get(spelling.toLowerCase()) ?? null;
}

/** Multipliers that Vietnamese writes before a unit, as powers of ten. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ["trăm", 2],
  ["nghìn", 3],
  ["ngàn", 3],
  ["vạn", 4],
  ["triệu", 6],
  ["tỷ", 9],
  ["tỉ", 9],
]);

/** True when quantities of the two units may be added or compared. */
export function comparable(a: Unit, b: Unit): boolean {
  if (a.dimension !== undefined && b.dimension !== undefined) return a.dimension === b.dimension;
  if (a.id === b.id || a.id === "" || b.id === "") return a.kind === b.kind || a.id === "" || b.id === "";
  const percentLike = (u: Unit) => u.kind === "percent" || u.kind === "point";
  return percentLike(a) && percentLike(b);
}
