/** Lengths as Word keeps them: twentieths of a point, half points. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
export const twipsOfPoints = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
/** A single line is 240. */
export const lineUnits = (lines: number): number => Math.round(lines * 240);
