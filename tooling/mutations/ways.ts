import { digitsOf } from "./changes.ts";

/** How a figure may be mistyped. */
export const ways = ["digit", "transposition", "missing digit", "extra digit", "separator"] as const;
export type Way = (typeof ways)[number];

/** The figure mistyped in one way, the same each time; null where it cannot be, or reads as before. */
export function mistyped(printed: string, way: Way): string | null {
  if (!/^\d[\d.,]*\s?%?$/.test(printed)) return null;
  const { digits, decimals } = digitsOf(printed);
  const tail = /\s?%?$/.exec(printed)?.[0] ?? "";
  const grouped = printed.includes(".");
  const whole = digits.length - decimals;
  const at = [...digits].reduce((sum, digit) => sum + Number(digit), 0) % digits.length;
  const made = (text: string, places = decimals): string | null => {
    const written = `${write(text, places, grouped)}${tail}`;
    return written === printed || (text.length - places > 1 && text.startsWith("0")) ? null : written;
  };
  switch (way) {
    case "digit":
      return made(digits.slice(0, at) + ((Number(digits[at]) + 3) % 10) + digits.slice(at + 1));
    case "transposition": {
      const swap = [...[...digits].keys()].find((i) => i > 0 && i !== whole && digits[i] !== digits[i - 1]);
      return swap === undefined ? null : made(digits.slice(0, swap - 1) + digits[swap] + digits[swap - 1] + digits.slice(swap + 1));
    }
    case "missing digit":
      return whole < 2 ? null : made(digits.slice(0, at % whole) + digits.slice((at % whole) + 1));
    case "extra digit":
      return made(digits.slice(0, at % whole) + digits[at % whole] + digits.slice(at % whole));
    case "separator":
      if (grouped && decimals === 0) return printed.replace(/\.(\d{3}\s?%?)$/, ",$1");
      return decimals > 0 ? made(digits, decimals + (whole > 1 ? 1 : -1)) : null;
  }
}

/** Digits as Vietnamese writes them: 1.234,5. */
function write(digits: string, decimals: number, grouped: boolean): string {
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : "";
  return (grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ".") : whole) + fraction;
}
