/** A tier of government. The district tier ended on 2025-06-30. */
export type LevelId = "central" | "province" | "district" | "commune";

export interface Level {
  readonly id: LevelId;
  readonly vi: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const levels: readonly Level[] = [
  { id: "central", vi: "trung ương", validFrom: null, validTo: null },
  { id: "province", vi: "cấp tỉnh", validFrom: null, validTo: null },
  { id: "district", vi: "cấp huyện", validFrom: null, validTo: "2025-06-30" },
  { id: "commune", vi: "cấp xã", validFrom: null, validTo: null },
];

/** The tiers below the central one on a day: three until 2025-06-30, two from 2025-07-01. */
export function levelsOn(date: string): readonly Level[] {
  return levels.filter((level) => level.id !== "central" && (level.validTo === null || date <= level.validTo));
}
