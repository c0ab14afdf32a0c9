/** Names that divide a thing whole: a list in which each part bears another of them leaves nothing out. */
export interface DividedBy {
  /** The names, by the words that stand before a figure, in its unit or behind it. */
  readonly names: readonly string[];
  /** So many of them at least are told where the thing is divided. */
  readonly least: number;
}

const divided = (names: string, least: number): DividedBy => ({ names: names.split("|"), least });

export const classes: readonly DividedBy[] = [
  divided("vàng|bạc|đồng", 3),
  divided("nhất|nhì|ba|khuyến khích|xuất sắc|đặc biệt|tư", 3),
  divided("xã|phường|thị trấn|thị|đặc khu", 2),
  divided("thôn|bản|tổ dân phố|khu phố|ấp|khóm|buôn|làng", 2),
  divided("tập thể|cá nhân|hộ gia đình", 2),
  divided("xuất sắc|tốt|giỏi|khá|trung bình|yếu|kém|đạt|chưa đạt|không đạt", 3),
  divided("quốc gia đặc biệt|quốc gia|cấp quốc gia|cấp tỉnh|cấp thành phố|danh mục kiểm kê", 2),
  divided("đường bộ|đường sắt|đường thủy nội địa|đường thủy|đường sông|đường biển|hàng hải|hàng không|đường hàng không", 2),
  divided("nhà nước|ngoài nhà nước|ngoài quốc doanh|tư nhân|fdi|đầu tư nước ngoài|dân doanh", 3),
  divided("mầm non|nhà trẻ|mẫu giáo|tiểu học|thcs|trung học cơ sở|thpt|trung học phổ thông|liên cấp|giáo dục thường xuyên|gdtx", 3),
  divided("tố cáo|khiếu nại|phản ánh|kiến nghị|kiến nghị, phản ánh", 2),
  divided("khai thác|nuôi trồng", 2),
  divided("quốc tế|nội địa|trong nước", 2),
  divided("đặc dụng|phòng hộ|sản xuất", 3),
  divided("tự nhiên|rừng trồng|trồng", 2),
  divided("ngắn hạn|trung hạn|dài hạn|trung và dài hạn|trung, dài hạn", 2),
  divided("xanh|vàng|đỏ", 3),
  divided("hình sự|dân sự|hành chính|hôn nhân và gia đình|kinh doanh thương mại|lao động|kinh doanh|phá sản", 4),
  divided("đúng|đúng một phần|đúng có sai|sai|có đúng, có sai", 3),
  divided("trước hạn|đúng hạn|quá hạn|trễ hạn|chậm hạn", 2),
  divided("thu nội địa|xuất nhập khẩu|viện trợ", 2),
  divided("đầu tư phát triển|thường xuyên|chi khác|trả nợ|dự phòng", 3),
  divided("nội thành|ngoại thành|nội thị|ngoại thị|đô thị|nông thôn|thành thị", 2),
  divided("trung ương|tỉnh|huyện|xã|cấp tỉnh|cấp huyện|cấp xã|cấp trung ương", 2),
];
