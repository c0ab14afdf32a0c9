/**
 * Two halves that make one whole, by the words that name them; `net` names the difference of the two, with other names behind bars.
 * Longer names that hold one of the words but mean the whole stand in `whole`.
 */
export interface Opposites {
  readonly first: string;
  readonly second: string;
  readonly whole?: string;
  readonly net?: readonly [firstOverSecond: string, secondOverFirst: string];
}

export const opposites: readonly Opposites[] = [
  { first: "xuất khẩu", second: "nhập khẩu", whole: "xuất nhập khẩu", net: ["xuất siêu|thặng dư", "nhập siêu|thâm hụt"] },
  { first: "mua vào", second: "bán ra", net: ["mua ròng", "bán ròng"] },
  { first: "doanh thu", second: "chi phí", net: ["lợi nhuận", "lỗ"] },
  { first: "tổng thu", second: "tổng chi", net: ["kết dư", "bội chi"] },
  { first: "thu ngân sách", second: "chi ngân sách", net: ["kết dư", "bội chi"] },
  { first: "nam", second: "nữ" },
  { first: "thành thị", second: "nông thôn" },
  { first: "đô thị", second: "nông thôn" },
  { first: "đồng bằng", second: "miền núi" },
  { first: "nợ phải trả", second: "vốn chủ sở hữu" },
  { first: "trong nước", second: "nước ngoài" },
  { first: "trực tiếp", second: "trực tuyến" },
  { first: "toàn trình", second: "một phần" },
  { first: "đúng hạn", second: "trễ hạn" },
  { first: "đúng hạn", second: "quá hạn" },
  { first: "đúng hẹn", second: "quá hẹn" },
  { first: "đúng giờ", second: "chậm" },
  { first: "có điều kiện", second: "chưa có điều kiện" },
  { first: "trả trước", second: "trả sau" },
  { first: "cố định", second: "di động" },
  { first: "văn bản đi", second: "văn bản đến" },
  { first: "công lập", second: "ngoài công lập" },
  { first: "chưa đến hẹn", second: "quá hẹn" },
  { first: "chưa đến hạn", second: "quá hạn" },
  { first: "trong hạn", second: "quá hạn" },
  { first: "trước hạn", second: "quá hạn" },
  { first: "đúng hạn", second: "chậm hạn" },
  { first: "trong kế hoạch", second: "đột xuất" },
  { first: "theo kế hoạch", second: "đột xuất" },
  { first: "vốn đầu tư", second: "vốn sự nghiệp" },
  { first: "bắt buộc", second: "tự nguyện" },
  { first: "đạt", second: "không đạt" },
  { first: "đạt", second: "trượt" },
  { first: "đỗ", second: "trượt" },
  { first: "dự", second: "vắng" },
  { first: "có mặt", second: "vắng mặt" },
  { first: "hòa giải thành", second: "hòa giải không thành" },
  { first: "ngân sách trung ương", second: "ngân sách tỉnh" },
];
