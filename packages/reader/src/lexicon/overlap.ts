/** Attributes that one person or thing can have at once: counts of them after one cue overlap and never add up to the whole. */
const ATTRIBUTES: readonly (readonly [name: string, words: readonly string[]])[] = [
  ["sex", ["nữ"]],
  ["ethnic", ["dân tộc"]],
  ["party", ["ngoài đảng", "đảng viên"]],
  ["age", ["tuổi", "người trẻ"]],
  ["again", ["tái cử", "lần đầu"]],
  ["insurance", ["bhxh", "bhyt", "bhtn", "bảo hiểm"]],
  ["title", ["giáo sư", "giảng viên chính"]],
  ["degree", ["đại học", "thạc sĩ", "tiến sĩ"]],
];

/** True when the parts' words show two attributes of different sorts: women and ethnic minorities, schemes of insurance. */
export function overlapping(parts: readonly (readonly string[])[]): boolean {
  const seen = new Set<string>();
  for (const words of parts) {
    const text = words.join(" ");
    for (const [name, spellings] of ATTRIBUTES) if (spellings.some((spelling) => text.includes(spelling))) seen.add(name);
  }
  return seen.size >= 2 || seen.has("insurance");
}
