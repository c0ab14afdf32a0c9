import { oneTonePlace } from "../tone.ts";

const onset = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?";

/** What may follow an onset and goes on or ends freely. */
const open = `a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|im|in|inh|iu|iêm|iên|iêng|iêu|
  o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|ong|oong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|
  u|ua|uân|uâng|uây|ui|um|un|ung|uôi|uôm|uôn|uông|uê|uênh|uơ|uy|uya|uyên|uyn|uynh|uyu|
  ư|ưa|ưi|ưm|ưng|ươi|ươm|ươn|ương|ươu|ưu|y|yêm|yên|yêng|yêu`;
/** What ends in a stop, and so has sắc or nặng. */
const stopped = `ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ip|it|iêc|iêp|iêt|oac|oach|oap|oat|oăc|oăt|oc|oet|ooc|op|ot|ôc|ôp|ôt|ơp|ơt|
  uât|uc|up|ut|uôc|uôt|uêch|uych|uyêt|uyt|ưc|ưt|ươc|ươp|ươt|yêt`;

const pattern = (rhymes: string): RegExp => new RegExp(`^${onset}(?:${rhymes.replace(/\s/g, "")})$`, "u");
const openSyllable = pattern(open);
const stoppedSyllable = pattern(stopped);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether Vietnamese can spell a syllable so: its letters by their order, one tone at most, sắc or nặng before a stop. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const [mark, ...more] = apart.match(tone) ?? [];
  if (more.length > 0) return false;
  const letters = apart.replace(tone, "").normalize("NFC");
  return openSyllable.test(letters) || ((mark === "\u0301" || mark === "\u0323") && stoppedSyllable.test(letters));
}

/** Words with something outside ASCII in them: only they tell one encoding from another. */
const words = /[^\s!-@[-`{-~\u2010-\u2026\u00a0]*[^\s!-~\u2010-\u2026\u00a0][^\s!-@[-`{-~\u2010-\u2026\u00a0]*/gu;

/** What every report says again and again. Some other spelling of a word may be a syllable too, but hardly one of these. */
const common = new Set(
  `và của các có là được trong với không đã số tổng hồ sơ tỷ lệ tỉ đạt tăng giảm cấp xã huyện tỉnh báo cáo kết quả năm tháng quý tiếp nhận giải quyết
   đúng trễ hạn kế hoạch nhân dân ủy ban việt độc lập tự hạnh phúc cộng hòa nghĩa hội phòng đơn vị người đồng triệu về để thực hiện công tác chức`.split(
    /\s+/,
  ),
);

/** How many words of a text are outside ASCII, how many of these are Vietnamese syllables, and how many are among the commonest. */
export function syllablesIn(text: string): { words: number; syllables: number; common: number } {
  const found = text.match(words) ?? [];
  return {
    words: found.length,
    syllables: found.filter(isSyllable).length,
    common: found.filter((word) => common.has(oneTonePlace(word.toLowerCase().normalize("NFC")))).length,
  };
}
