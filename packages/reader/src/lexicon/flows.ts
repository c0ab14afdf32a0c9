/** Wordings as lists of words. */
export const wordings = (text: string): readonly (readonly string[])[] =>
  text
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => one.split(" "));

/** Words before a figure that say what there was at first. */
export const openingWords = wordings(`
  đầu kỳ|đầu quý|đầu năm|đầu tháng|đầu tuần|đầu nhiệm kỳ|đầu vụ|tồn đầu|tồn quý|tồn tháng|tồn cũ|kỳ trước chuyển sang|năm trước chuyển sang|tháng trước chuyển sang
  kỳ trước chuyển qua|chuyển sang|tồn kỳ trước|tồn tháng trước|tồn năm trước|tồn quý trước|thụ lý|phải giải quyết|phải thi hành|phải xử lý
`);

/** Words that say what there is in the end. */
export const closingWords = wordings(`
  cuối kỳ|cuối quý|cuối năm|cuối tháng|cuối tuần|cuối nhiệm kỳ|cuối vụ|hiện diện|hiện còn|nay còn|còn lại|tồn cuối|chuyển kỳ sau|chuyển sang kỳ sau
  đang giải quyết|đang xử lý|đang thực hiện|đang xem xét|đang tiến hành|chưa giải quyết|chưa xử lý|đang xác minh|đang điều tra|chuyển quý|chuyển tháng|chuyển sang tháng sau|chuyển sang năm sau|chuyển sang quý sau|còn tồn|do vậy|vì vậy|hiện có|hiện quản lý|hiện đang quản lý|còn
`);

/** Words that say what a fund holds: behind what came and went, what is left. */
export const heldWords = wordings("số dư|tồn quỹ|quỹ còn");

/** Words that say that so many came in. */
export const inflowWords = wordings(`
  vào viện|nhập viện|nhập trại|vào khu vực|vào mới|cho vay|giải ngân|huy động|vận động|nộp|mới|thêm|phát sinh|tiếp nhận|thụ lý|nhận|nhập|kết nạp|phát triển|phát hiện|bổ sung|chuyển đến|tăng|sinh|thành lập|khôi phục|đăng ký|tái nghèo|thu
`);

/** Words that say that so many went out. */
export const outflowWords = wordings(`
  thoát|giảm|ra trại|bỏ trốn|trốn|hết thời hạn|chuyển cơ sở|chấp hành xong|mãn hạn|chấm dứt|chuyển trại|cắt|hủy|kết thúc|giải quyết|giải thể|ngừng hoạt động|xóa|chuyển đi|chuyển khỏi|thanh lý|xuất|xử lý|chết|chi|hoàn thành|khai trừ|từ trần|rời
  ra viện|xuất viện|chuyển tuyến|tử vong|thu nợ|trả|nghỉ|dập tắt|khỏi|ra khỏi|đình chỉ|tái hòa nhập|hòa nhập|rút|bán|tiêu hủy|mất|thu hồi
`);

type Wordings = readonly (readonly string[])[];

/** Wordings by their first words: they are sought in all that is said before and behind figures. */
const byFirst = new WeakMap<Wordings, ReadonlyMap<string, Wordings>>();

function indexOf(wordings: Wordings): ReadonlyMap<string, Wordings> {
  const before = byFirst.get(wordings);
  if (before !== undefined) return before;
  const made = Map.groupBy(wordings, ([first]) => first as string);
  byFirst.set(wordings, made);
  return made;
}

const standsAt = (words: readonly string[], at: number, wording: readonly string[]): boolean =>
  wording.every((word, k) => words[at + k] === word);

export function says(words: readonly string[], wordings: Wordings): boolean {
  const index = indexOf(wordings);
  return words.some((word, at) => index.get(word)?.some((wording) => standsAt(words, at, wording)));
}

/** How far the last of some wordings reaches among words, a longer one of those that end together before a shorter: "tái hòa nhập" is no "nhập". */
export function reachOf(words: readonly string[], wordings: Wordings): number {
  const index = indexOf(wordings);
  let most = -1;
  words.forEach((word, at) => {
    for (const wording of index.get(word) ?? [])
      if (standsAt(words, at, wording)) most = Math.max(most, at + wording.length + wording.length / 100);
  });
  return most;
}
