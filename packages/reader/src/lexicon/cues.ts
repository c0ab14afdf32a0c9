import type { LevelId } from "@khop/core";

/**
 * What a wording promises. A cue never makes a relation alone: it opens a scope, in which a pattern looks for the figures.
 *
 * - `opener`: parts of the figure before follow. - `share`: a percentage of something. - `rise`, `fall`: a change.
 * - `versus`: what a change is measured against. - `remainder`: what is left. - `sum`: a total that concludes.
 * - `partial`: the list that follows is not complete. - `mean`: so many per something. - `plan`: a target as base.
 * - `level`: a tier of government. - `each`: the figure counts once for every name before it. - `none`: zero, in words.
 * - `same`: shares' link ("tương đương"). - `except`: taken out of the base. - `respectively`: two lists in step.
 * - `whole`: the total of the list is an earlier figure, perhaps far back. - `added`: so many more, printed beside both figures.
 */
type CueKind =
  | "opener"
  | "share"
  | "rise"
  | "fall"
  | "versus"
  | "remainder"
  | "sum"
  | "partial"
  | "mean"
  | "plan"
  | "level"
  | "each"
  | "none"
  | "same"
  | "except"
  | "respectively"
  | "whole"
  | "added";

export interface Cue {
  readonly kind: CueKind;
  readonly words: string;
  /** How often the relation it opens is truly meant, measured on annotated passages; see docs. */
  readonly prior: number;
  readonly level?: LevelId;
}

const cue = (kind: CueKind, prior: number, ...spellings: string[]): Cue[] => spellings.map((words) => ({ kind, words, prior }));
const level = (id: LevelId, ...spellings: string[]): Cue[] => spellings.map((words) => ({ kind: "level", words, prior: 0.95, level: id }));

/** The cues, in any order; the longest that fits is taken. To teach the reader a wording, add it here with a passage as its test. */
export const cues: readonly Cue[] = [
  ...cue("opener", 0.55, "trong đó", "trong đó có", "trong số đó", "trong số này", "trong số đó có", "trong số ấy"),
  ...cue("opener", 0.75, "gồm", "gồm có", "bao gồm", "bao gồm có", "chia ra", "chia thành", "phân ra", "phân cho", "hợp thành từ"),
  ...cue(
    "opener",
    0.6,
    "cụ thể",
    "cụ thể là",
    "cụ thể như sau",
    "như sau",
    "chi tiết",
    "chia theo",
    "phân theo",
    "theo từng",
    "tính theo",
    "thống kê theo",
  ),
  ...cue("share", 0.95, "chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm tỷ trọng", "chiếm khoảng", "tỷ trọng"),
  ...cue("share", 0.9, "đạt tỷ lệ", "đạt tỉ lệ", "tỷ lệ", "tỉ lệ", "tỷ lệ đạt", "tỉ lệ đạt", "với tỷ lệ", "tức"),
  ...cue("share", 0.8, "đạt", "bằng", "hoàn thành"),
  ...cue("same", 0.9, "tương ứng", "tương ứng với", "tương đương", "tương đương với", "="),
  ...cue(
    "rise",
    0.95,
    "tăng",
    "tăng thêm",
    "tăng tới",
    "cao hơn",
    "nhiều hơn",
    "vượt",
    "nhích",
    "nhích thêm",
    "nhích lên",
    "đội lên",
    "đắt hơn",
    "dài hơn",
    "nhỉnh hơn",
    "lớn hơn",
    "trội hơn",
    "tăng ròng",
    "thực tăng",
    "+",
  ),
  ...cue(
    "fall",
    0.95,
    "giảm",
    "giảm bớt",
    "bớt",
    "bớt được",
    "giảm tới",
    "thấp hơn",
    "ít hơn",
    "thiếu",
    "hụt",
    "kém",
    "kém hơn",
    "rẻ hơn",
    "ngắn hơn",
    "rút ngắn",
    "rút ngắn được",
    "sụt",
    "sụt giảm",
    "ít đi",
    "bớt đi",
    "giảm đi",
    "nhỏ hơn",
    "hạ",
    "giảm ròng",
    "thực giảm",
    "hao",
  ),
  ...cue("versus", 0.95, "so với", "so cùng kỳ", "so", "so sánh với", "nếu so với"),
  ...cue(
    "remainder",
    0.9,
    "còn lại",
    "còn tồn",
    "tồn",
    "còn dư",
    "chuyển kỳ sau",
    "chuyển sang kỳ sau",
    "còn nợ",
    "chưa giải quyết",
    "đang giải quyết",
    "đang điều tra",
    "đang xử lý",
    "đang thực hiện",
    "đang xem xét",
    "đang tiếp tục",
    "đang tiến hành",
    "đang thụ lý",
    "chưa xử lý",
    "còn",
    "cuối kỳ",
    "cuối tháng",
    "dư nợ cuối kỳ",
    "số dư",
    "cuối năm",
    "cuối quý",
    "cuối tuần",
  ),
  ...cue(
    "sum",
    0.9,
    "nâng tổng số",
    "nâng tổng",
    "nâng lên",
    "đưa tổng",
    "đưa tổng số",
    "như vậy",
    "tổng cộng",
    "cộng dồn",
    "tính chung",
    "lũy kế",
    "tích lũy",
  ),
  ...cue(
    "sum",
    0.9,
    "đạt tổng",
    "tổng số",
    "tổng",
    "cộng",
    "tổng cộng là",
    "cộng lại",
    "cộng lại là",
    "gộp lại",
    "tính cả",
    "kể cả",
    "gộp cả",
    "suy ra",
  ),
  ...cue("whole", 0.9, "trong tổng số", "trên tổng số", "trong số"),
  ...cue("added", 0.9, "thêm", "có thêm", "tăng thêm được"),
  ...cue(
    "partial",
    0.97,
    "nhiều nhất",
    "lớn nhất",
    "cao nhất",
    "thấp nhất",
    "ít nhất là",
    "đông dân nhất",
    "ít dân nhất",
    "mạnh nhất",
    "quan tâm nhất",
    "nóng nhất",
  ),
  ...cue(
    "partial",
    0.97,
    "đứng đầu",
    "dẫn đầu",
    "đứng thứ hai",
    "đứng thứ ba",
    "tiếp đến",
    "tiếp theo là",
    "kế đến",
    "tiếp đó",
    "sau đó là",
  ),
  ...cue(
    "partial",
    0.95,
    "tập trung",
    "tập trung ở",
    "chủ yếu",
    "chủ yếu ở",
    "điển hình",
    "điển hình là",
    "nhất là",
    "riêng",
    "đáng chú ý",
    "một số",
    "như",
    "nổi bật",
    "phần lớn",
  ),
  ...cue("mean", 0.95, "mật độ", "bình quân", "trung bình"),
  ...cue(
    "plan",
    0.9,
    "kế hoạch",
    "kh năm",
    "kh giao",
    "kh tỉnh giao",
    "dự toán",
    "chỉ tiêu",
    "định mức",
    "mục tiêu",
    "dự kiến",
    "biên chế",
    "nhiệm vụ chi",
    "nhiệm vụ thu",
  ),
  ...cue("each", 0.9, "mỗi"),
  ...cue("none", 0.9, "không có", "không phát sinh", "không ghi nhận", "chưa phát sinh"),
  ...cue(
    "except",
    0.9,
    "trừ",
    "không tính",
    "không kể",
    "không bao gồm",
    "chưa kể",
    "ngoài ra",
    "chưa tính",
    "loại trừ",
    "sau khi trừ",
    "sau khi trừ đi",
    "trừ đi",
  ),
  ...cue("respectively", 0.95, "lần lượt"),
  ...level("province", "cấp tỉnh", "tuyến tỉnh", "các sở, ngành", "cấp thành phố"),
  ...level("district", "cấp huyện", "tuyến huyện", "các huyện"),
  ...level("commune", "cấp xã", "tuyến xã", "các xã"),
];

/** Words that hold a cue and say something else: "tăng cường 86 người", "trật tự công cộng 2 vụ", "46 công trình kém bền vững", "tặng bằng khen cho 26 người". */
export const otherWords: readonly string[] =
  "tăng cường|tăng ca|tăng ni|giá trị gia tăng|giá trị tăng thêm|giảm trừ gia cảnh|thiếu tướng|vượt cấp|vượt ngục|vượt đèn đỏ|giảm nghèo|giảm nhẹ|đỡ giảm|thiếu niên|thiếu nhi|thiếu tá|thiếu úy|kém bền vững|kém chất lượng|kém hiệu quả|vượt biên|vượt khó|bằng khen|bằng cấp|bằng lái|bằng sáng chế|bằng tốt nghiệp|tồn tại|công cộng|cộng đồng|cộng hòa|cộng tác|cộng sự|tổng hợp|tổng cục|tổng công ty|tổng kết|tổng đài|tổng thống|tổng bí thư|hạ tầng|hạ cánh|hạ du|hạ lưu|hạ sĩ|hạ thủy|hạ bậc|hạ chí|hạ sĩ quan|hạ nghị viện|hạ huyệt".split(
    "|",
  );
