/** Vowels, and the tones that each can have, as the tables of this folder list them: none, huyền, hỏi, ngã, sắc, nặng. */
export const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] as const;
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"] as const;

/** A vowel with its tones in that order, composed: a à ả ã á ạ. */
export const toned = (vowel: string): string[] => tones.map((tone) => (vowel + tone).normalize("NFC"));

/** The 67 small letters that are not in ASCII. */
export const smallLetters: readonly string[] = [...vowels.flatMap(toned), "đ"].filter((letter) => !/[a-z]/.test(letter));
