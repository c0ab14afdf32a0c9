/**
 * Nouns that count things in reports, of more than one syllable: they tell how far a unit reaches ("hồ sơ" of "hồ sơ trực tuyến").
 * Nouns of one syllable need no entry. Add a noun when `khop figures` shows only its first syllable.
 */
export const unitNouns: readonly string[] = `
hồ sơ|văn bản|thuê bao|doanh nghiệp|dịch vụ|dịch vụ công|dự án|trường hợp|đối tượng|bị cáo|bị can|nghi phạm|nghi can|đại biểu|tổ chức|cá nhân|học sinh|sinh viên|giáo viên
tin báo|tố giác|nguồn tin|tin tố giác|phản ánh|cảnh báo|hệ thống|máy chủ|máy tính|tài khoản|chứng thư số|chữ ký số|tin bài|tin, bài|tin/bài|bản tin|lượt khách|lượt người|lượt văn bản|lượt dự án
chuyến bay|đơn vị|điểm phục vụ|điểm trường|bưu cục|đại lý|điểm bưu điện|trạm BTS|vị trí|tuyến cáp|tuyến viba|điểm chuyển mạch|bưu gửi|bưu phát|thư viện|trường học
lao động|cán bộ|công chức|viên chức|đảng viên|cử tri|đồng chí|hộ dân|hộ nghèo|hộ cận nghèo|hộ gia đình|nhân khẩu|tiêu chí|chỉ tiêu|quyết định|kế hoạch|công văn
giấy phép|giấy chứng nhận|cuộc thanh tra|cuộc kiểm tra|kết luận|đơn thư|khiếu nại|tố cáo|vụ việc|vụ án|ca mắc|ca bệnh|bệnh nhân|liều|giường bệnh|cơ sở|nhà máy
sản phẩm|hợp đồng|gói thầu|công trình|nhiệm vụ|chương trình|hội nghị|lớp tập huấn|khóa học|người dân|người lao động|con gia súc|gia súc|gia cầm|tàu cá|phương tiện
học viên|phạm nhân|thí sinh|phụ huynh|hội viên|đoàn viên|tình nguyện viên|chuyên gia|công nhân|công dân|nông dân|hộ nông dân|hộ kinh doanh|hợp tác xã|tổ hợp tác|trang trại
làng nghề|chi nhánh|cửa hàng|siêu thị|trung tâm|phòng học|thư mời|giấy mời|tờ trình|tờ rơi|báo cáo|nghị quyết|thông báo|tài liệu|ấn phẩm|bài viết|tin bài|chuyên mục
lượt chuyến|lượt chuyến bay|lượt hành khách|lượt chuyến tàu|tín đồ|bác sĩ|dược sĩ|y sĩ|công đoàn cơ sở|công đoàn|du khách|văn bằng|chức sắc|nhà giáo|nghệ nhân
cơ quan|tổ dân phố|thôn bản|khu dân cư|căn hộ|căn nhà|ngôi nhà|thửa đất|mô hình|đề án|đề tài|sáng kiến|giải pháp|sự kiện|sự cố|vụ cháy|vụ tai nạn|ca nhiễm|ca tử vong
mẫu nước|mẫu thử|mẫu xét nghiệm|lượt khám|lượt tiêm|trạm y tế|bệnh viện|phòng khám|giường kế hoạch|cây xanh|cây giống|con giống|lồng bè|tàu thuyền|bến xe|tuyến đường
cầu cống|hồ chứa|đập dâng|trạm bơm|công tơ|điểm đo|khu công nghiệp|cụm công nghiệp|nhà đầu tư|nhà thầu|đơn hàng|mặt hàng|lô hàng|tờ khai|biên bản|quyết định xử phạt
đoàn thanh tra|đoàn kiểm tra|cuộc họp|phiên họp|phiên tòa|lượt công dân|đơn khiếu nại|đơn tố cáo|đơn kiến nghị|bản án|việc thi hành án|bộ hồ sơ|mã số|địa chỉ|tên miền
ô tô|mô tô|xe máy|xe mô tô|xe ô tô|thanh niên|trẻ em|chiến sĩ|quân nhân|nạn nhân|tập thể|huy chương|lượt xe|hành khách|thành viên|công chứng viên|huấn luyện viên|vận động viên|cộng tác viên|tuyên truyền viên|hòa giải viên|báo cáo viên|giảng viên|nhân viên|điều tra viên|kiểm sát viên|thẩm phán|luật sư|hộ viên|xã viên|thuyền viên|bảo vệ viên
tổ chức đảng|tổ chức cơ sở đảng|cơ sở đảng|chi bộ|đảng bộ|chi bộ cơ sở|đảng bộ cơ sở|tổ công nghệ|bộ phận|sở ngành|lượt hồ sơ|thủ tục|thủ tục hành chính|giao dịch|tin nhắn|cuộc gọi|yêu cầu|câu hỏi|ý kiến|kiến nghị
`
  .split(/[|\n]/)
  .map((noun) => noun.trim())
  .filter((noun) => noun !== "");

/** Nouns that people write in two letters. */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ["hs", "học sinh"],
  ["sv", "sinh viên"],
  ["hv", "học viên"],
  ["gv", "giáo viên"],
  ["bn", "bệnh nhân"],
]);

/** Words that never open a unit, though they follow a number. */
export const notUnits: ReadonlySet<string> = new Set(
  `là có được đã đang sẽ và hoặc của ở tại trong trên dưới với so từ đến tới chiếm đạt bằng tăng giảm gồm bao cho về theo do để nhưng còn thì mà nên khi sau trước
   tương thuộc không chưa cũng rất hơn kém đúng trễ sớm bị phải này đó kia nằm nếu như qua ra lên xuống vào bởi vì tính nâng đưa`
    .split(/\s+/)
    .filter(Boolean),
);

/** Units of time: a number before them says how long, or when, and is no figure of the report. */
export const timeUnits: ReadonlySet<string> = new Set([
  "tháng",
  "năm",
  "tuổi",
  "giờ",
  "phút",
  "tuần",
  "quý",
  "ngày",
  "khóa",
  "kỳ",
  "nhiệm kỳ",
]);

/** Nouns of one syllable that number words count: "bốn ca", "hai vụ". */
export const countNouns: ReadonlySet<string> = new Set(
  "ca người vụ việc phiếu tỉnh huyện xã phường hộ cuộc đơn lớp trường bài con xe tàu trạm tuyến điểm cơ hệ giải nhà ổ mẫu thôn ấp căn ngôi chiếc cái phòng cầu lô đợt giường suất em".split(
    " ",
  ),
);

/** Nouns for people: counts of them add up under different names ("496 đại biểu", "310 người"). */
export const people: ReadonlySet<string> = new Set([
  "người",
  "em",
  "cháu",
  "trẻ",
  "trẻ em",
  "nam",
  "nữ",
  "thanh niên",
  "chiến sĩ",
  "quân nhân",
  "nạn nhân",
  "thành viên",
  "nhân viên",
  "giảng viên",
  "đại biểu",
  "phiếu",
  "cán bộ",
  "công chức",
  "viên chức",
  "đồng chí",
  "đảng viên",
  "học sinh",
  "học viên",
  "phạm nhân",
  "thí sinh",
  "hội viên",
  "đoàn viên",
  "công nhân",
  "sinh viên",
  "giáo viên",
  "lao động",
  "cử tri",
  "bệnh nhân",
  "đối tượng",
  "nghi phạm",
  "nghi can",
  "hành khách",
  "lượt người",
  "nhân khẩu",
  "bị can",
  "bị cáo",
  "ca",
  "ca mắc",
  "ca bệnh",
  "trường hợp",
  "người dân",
  "người lao động",
  "công dân",
  "nông dân",
  "tín đồ",
  "cá nhân",
]);

/** Nouns for what is told of crimes: "393 tố giác, tin báo; giải quyết 367 tin". */
export const crimeReports: ReadonlySet<string> = new Set(["tin", "tin báo", "tố giác", "nguồn tin", "tin tố giác"]);

/** Units of what is the same for a part as for the whole: voltages, temperatures, sizes. */
export const intensive: ReadonlySet<string> = new Set(["kV", "KV", "kv", "độ", "°C", "inch", "MP", "Hz", "GHz", "cc", "vôn", "hPa"]);
