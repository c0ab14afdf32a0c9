/** A matrix of PDF: [a b c d e f], points as rows. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` does, then what `outer` does. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const moved = (matrix: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** How text runs on a page: to the right, upwards, to the left, downwards. A page that lies on its side has one of the others. */
export type Turn = 0 | 1 | 2 | 3;

/** A point of a page in the space where its text runs to the right and its lines follow each other downwards. */
export function upright([x, y]: readonly [number, number], turn: Turn): readonly [x: number, y: number] {
  return turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
}

/** The way back from {@link upright}. */
export const asDrawn = (point: readonly [number, number], turn: Turn): readonly [x: number, y: number] =>
  upright(point, ((4 - turn) % 4) as Turn);
