import type { Numeral } from "@khop/core";
import type { Role } from "../document.ts";
import { timeUnits } from "./units.ts";

/** Words before a number that say what it is, when it is no quantity. One or two words each. */
const BEFORE: ReadonlyMap<string, Role> = new Map(
  (
    [
      [
        "ordinal",
        "cấp độ|mức độ|mũi|lần thứ|thứ|mô hình|đề án|phương án|tiểu dự án|dự án|khóa|kỳ họp|quân khu|khu vực|chương|mục|vòng|hạng|bảng|biểu|phụ lục|hình|trang|lớp|khối|top",
      ],
      [
        "reference",
        "điều|khoản|nghị định|thông tư|luật|nghị quyết|quyết định|quy định số|quốc lộ|tỉnh lộ|đường số|biển số|điện thoại số|fax|mã|ký hiệu|văn bản số|công văn số|kế hoạch số|báo cáo số|quyết định số|giấy mời số|nghị định số|bệnh viện|viện quân đội|km",
      ],
      ["date", "ngày|tháng|năm|quý|quí|tuần|năm học|niên khóa|kỳ|lúc|hồi|giai đoạn|nhiệm kỳ|hè|xuân"],
    ] as [Role, string][]
  ).flatMap(([role, words]) => words.split("|").map((word) => [word, role] as [string, Role])),
);

/** Words whose last syllable alone would say so: "lực lượng vũ trang 118", "truyền hình 148" count. */
const WORDS: ReadonlySet<string> = new Set(
  "thời trang|vũ trang|tử hình|màn hình|nghĩa trang|truyền hình|loại hình|địa hình|đại biểu|tiêu biểu|huy chương|huân chương|hạng mục|chuyên mục|danh mục|xếp hạng|kỷ luật|pháp luật|hạt điều|cây điều|thanh loại|chủng loại|thể loại|các loại|đủ loại|kim loại|phân loại|xếp loại|loại trừ".split(
    "|",
  ),
);

/** Words before a stretch of time that make it whole: what follows in "tồn đầu kỳ 25 đơn", "cùng kỳ 50 vụ" counts something. */
const STRETCHES: ReadonlySet<string> = new Set([
  "đầu",
  "cuối",
  "trong",
  "cùng",
  "trước",
  "này",
  "cả",
  "hết",
  "giữa",
  "sang",
  "mỗi",
  "hàng",
]);

/** "phòng công chứng số 1" names one of several; "tổng số 12", "con số 12" count. */
const SUMMED: ReadonlySet<string> = new Set(["tổng", "con", "chỉ", "hệ", "trong", "là", "đó", "đã", "có", "thì", "thiểu", "đa"]);

/** Places that have numbers for names. */
const PLACES: ReadonlySet<string> = new Set(["thôn", "xóm", "ấp", "bản", "buôn", "khóm", "phố", "quận", "phường", "lần", "đợt"]);

/** "Nhật Bản 29 người": a country, and no village of that number. */
const COUNTRY = "nhật";

/** "nhà cung ứng cấp 1", "nợ nhóm 4 893 tỷ đồng": one of few grades. */
const GRADES: ReadonlySet<string> = new Set(["cấp", "nhóm", "loại"]);
const MOST_GRADES = 5;

/** Names that a number belongs to: fuels, share indices. */
const NAMES: ReadonlySet<string> = new Set(["ron", "nikkei", "ftse", "cac", "covid", "iphone", "galaxy", "boeing", "airbus"]);

/** What stands before an amount that a colon divides: "tổng số 12: 5 nam, 7 nữ". */
const AMOUNT_BEFORE: ReadonlySet<string> = new Set([
  "số",
  "có",
  "là",
  "gồm",
  "được",
  "đạt",
  "tổng",
  "cộng",
  "còn",
  "với",
  "thêm",
  "khoảng",
]);

const MONEY: ReadonlySet<string> = new Set(["tỷ", "tỉ", "triệu", "đồng"]);
const TIME_AFTER: ReadonlySet<string> = timeUnits;
const THINGS_BEFORE_YEAR: ReadonlySet<string> = new Set(["có", "là", "gồm", "được", "đạt", "số"]);

const PEOPLE: ReadonlySet<string> = new Set(["dân", "người", "nhân", "trẻ", "phụ"]);

/** Whether whole things are counted out of a round number of the same, "95/100 hộ": a rate is per so many people, or tops its base. */
const isFraction = (over: Numeral, numeral: Numeral, after: string | undefined): boolean =>
  over.scale === 0 &&
  numeral.digits.length > 1 &&
  (over.digits.length < numeral.digits.length || over.digits === numeral.digits) &&
  after !== undefined &&
  !PEOPLE.has(after);

/**
 * The role of a number by the words beside it; null when it may be a quantity.
 *
 * `counts` says that the word behind the number is a unit of things, `over` which number it is written under.
 *
 * A document says "ngày 12", "Điều 5", "mô hình 1", "18 tuổi", "6 tháng đầu năm", "năm 2018": none of them a figure to add up.
 */
export function roleBefore(
  one: string | undefined,
  two: string | undefined,
  numeral: Numeral,
  after: string | undefined,
  signBefore: string | undefined,
  signAfter: string | undefined,
  signTwo: string | undefined,
  counts: boolean,
  over: Numeral | null,
): Role | null {
  const whole = numeral.scale === 0 && numeral.style === "plain";
  if (one !== undefined && (whole || numeral.digits.length <= 3)) {
    const pair = two === undefined ? undefined : BEFORE.get(`${two} ${one}`);
    const role = pair ?? BEFORE.get(one);
    const stretch = counts && two !== undefined && STRETCHES.has(two);
    if (
      role === "date" &&
      numeral.scale === 0 &&
      !stretch &&
      !(one === "hồi" && two === "thu") &&
      // "lòng đường, vỉa hè 214": no summer.
      ((one !== "hè" && one !== "xuân") || numeral.digits.length === 4) &&
      // "tù trên 15 năm đến 20 năm 41 bị cáo": a stretch of years, and then a count.
      !(one === "năm" && whole && two === undefined && signBefore === undefined && (counts || numeral.digits.length === 3)) &&
      // "từ 1 năm đến 3 năm 57, dưới 1 năm 581": so many of them, as the list goes on.
      !(
        one === "năm" &&
        whole &&
        two === undefined &&
        signBefore === undefined &&
        numeral.digits.length === 2 &&
        /^[,;.]$/.test(signAfter ?? "")
      ) &&
      (one !== "năm" || numeral.digits.length === 4 || numeral.digits.length <= 2) &&
      // "72 phiên tòa (cùng kỳ 49)": how many there were then; "(kỳ trước chuyển sang 24, triển khai trong kỳ 37)", of no kỳ of that number.
      !(
        one === "kỳ" &&
        (numeral.digits.length > 2 || two === "cùng" || (numeral.digits.length > 1 && /^(?:trong|đầu|cuối)$/.test(two ?? "")))
      )
    )
      return "date";
    // "quốc lộ 48 vụ, tỉnh lộ 35 vụ": accidents by road, where "quốc lộ 48" alone is a road.
    const isListed = counts && (two === "mỗi" || pair !== undefined || one === "khoản");
    const isOtherWord = two !== undefined && pair === undefined && WORDS.has(`${two} ${one}`);
    // "nợ xấu nội bảng 731 tỷ đồng": nothing is numbered in billions.
    const isMoney = after !== undefined && MONEY.has(after);
    // "hồ sơ đề xuất cấp độ 91/94 hệ thống": no such level is there, so many are out of so many.
    const isOutOf = signAfter === "/" && numeral.digits.length >= 2 && (pair === "ordinal" || one === "độ" || one === "lộ");
    // "trạm y tế 128, bệnh viện 14, phòng khám 39": hospitals that have numbers for names have three digits.
    const isOneOfMany = pair === "reference" && one === "viện" && numeral.digits.length < 3;
    if (
      role !== undefined &&
      role !== "date" &&
      !isOneOfMany &&
      numeral.scale === 0 &&
      numeral.digits.length <= 4 &&
      !isListed &&
      !isOutOf &&
      !isOtherWord &&
      !isMoney
    )
      return role;
    // "CT đường thôn 3 - thôn 5", "tổ dân phố 7": places that are numbered.
    if (PLACES.has(one) && two !== COUNTRY && whole && numeral.digits.length <= 2 && !counts && signAfter !== "/") return "ordinal";
    if (NAMES.has(one) && whole && numeral.digits.length <= 3) return "reference";
    // "nhóm 6 - dưới 9 tháng": from one age to another.
    const isGrade =
      Number(numeral.digits) <= MOST_GRADES || (one === "nhóm" && numeral.digits.length <= 2 && /^[-–]$/.test(signAfter ?? ""));
    if (GRADES.has(one) && !isOtherWord && whole && isGrade && !counts && !/^[/%]$/.test(signAfter ?? "")) return "ordinal";
    // "45 bài thi đạt điểm 10": the mark, and no count.
    if (one === "điểm" && whole && Number(numeral.digits) <= 10 && !counts && signAfter !== "%" && after !== "phần") return "other";
    if (one === "mức" && whole && numeral.digits.length === 1 && signAfter !== "%") return "ordinal";
    if (one === "số" && numeral.digits.length <= 4 && signAfter === "/") return "docNumber";
    if (one === "số" && whole && numeral.digits.length <= 2 && !counts && two !== undefined && !SUMMED.has(two)) return "ordinal";
  }
  // "bưu cục cấp 1, 2, 3: 28": the last of those that are named.
  if (whole && numeral.digits.length === 1 && signAfter === ":" && one === undefined && signBefore === ",") return "ordinal";
  // "loại 1: 618, loại 2: 1.504", "khối 6: 240 em": which one, and then how many.
  if (whole && numeral.digits.length <= 2 && signAfter === ":" && one !== undefined && !AMOUNT_BEFORE.has(one)) return "ordinal";
  if (whole && after !== undefined && signAfter === undefined) {
    if (after === "giờ" || after === "tuổi") return "other";
    // "8 giờ 30 phút" is a time, "mất điện 214 phút" lasts so long.
    if (TIME_AFTER.has(after) && numeral.digits.length <= 3 && (after !== "phút" || one === "giờ")) return "other";
  }
  if (whole && numeral.digits.length === 4 && /^(?:19|20)/.test(numeral.digits) && signAfter !== "%") {
    const things = one !== undefined && THINGS_BEFORE_YEAR.has(one);
    if (!things || signBefore === "/") return "date";
  }
  // "/1 điểm", "/100 dân": the base of a rate, not a figure; "100/100 xã" is so many of so many.
  if (over !== null && isFraction(over, numeral, after)) return null;
  if (numeral.scale === 0 && signBefore === "/" && /^1(?:0{0,5})$/.test(numeral.digits) && signTwo !== "/" && after !== undefined)
    return "other";
  return null;
}
