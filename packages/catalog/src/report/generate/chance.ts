/** Whole numbers that look drawn, the same for the same seed on every machine. */
export class Chance {
  #state: number;

  constructor(...seed: readonly (string | number)[]) {
    this.#state = 0x811c9dc5;
    for (const letter of seed.join("|")) this.#state = Math.imul(this.#state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }

  /** From 0 to 2^32 − 1 (mulberry32). */
  #next(): bigint {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return BigInt((mixed ^ (mixed >>> 14)) >>> 0);
  }

  /** A whole number of `from` to `to`, both included. */
  between(from: bigint, to: bigint): bigint {
    const many = to - from + 1n;
    return many <= 1n ? from : from + (((this.#next() << 32n) | this.#next()) % many);
  }

  /** Near a usual number: within a part of it, as `1n / parts`; small numbers within two. */
  near(usual: bigint, parts: bigint): bigint {
    if (usual < 10n) return this.between(usual > 2n ? usual - 2n : 0n, usual === 0n ? 1n : usual + 2n);
    return this.between(usual - usual / parts, usual + usual / parts);
  }
}
