import type { WindowRule } from "@khop/core";
import { breakdown } from "../build/chapter.ts";

export const level = breakdown("level", "cấp", {
  province: "cấp tỉnh / province",
  district: "cấp huyện / district",
  commune: "cấp xã / commune",
});

export const direction = breakdown("direction", "chiều văn bản", { sent: "văn bản đi / sent", received: "văn bản đến / received" });

export const extent = breakdown("extent", "mức độ trực tuyến", { full: "toàn trình / all the way", partial: "một phần / in part" });

export const channel = breakdown("channel", "hình thức tiếp nhận", {
  direct: "trực tiếp / in person",
  online: "trực tuyến / online",
  post: "qua bưu chính công ích / by public post",
});

export const outcome = breakdown("outcome", "kết quả giải quyết", {
  onTime: "sớm và đúng hạn / early or on time",
  late: "trễ hạn / late",
});

export const securityLevel = breakdown("securityLevel", "cấp độ an toàn", { 3: "cấp độ 3 / 3", 2: "cấp độ 2 / 2", 1: "cấp độ 1 / 1" });

export const severity = breakdown("severity", "mức cảnh báo", {
  low: "thấp / low",
  medium: "trung bình / medium",
  high: "cao / high",
  critical: "nghiêm trọng / critical",
});

export const field = breakdown("field", "lĩnh vực phản ánh", {
  traffic: "giao thông / traffic",
  environment: "môi trường / environment",
  services: "dịch vụ công ích và hành chính / administrative and public services",
  land: "đất đai / land",
  urban: "hạ tầng đô thị / urban infrastructure",
  telecoms: "bưu chính, viễn thông / post and telecoms",
  other: "các lĩnh vực khác / other",
});

export const stationState = breakdown("stationState", "loại và tình trạng trạm", {
  wastewater: "nước thải, đang hoạt động / wastewater, working",
  emissions: "khí thải, đang hoạt động / emissions, working",
  emissionsPaused: "khí thải, tạm ngưng / emissions, paused",
});

export const wastewaterStation = breakdown("station", "trạm", {
  textiles: "Nhà máy dệt Hoa Sen Trắng / White Lotus textile mill",
  park: "Trạm xử lý nước thải Khu công nghiệp Đông Cồn / Dong Con industrial park",
  brewery: "Nhà máy bia An Phú / An Phu brewery",
});

export const medium = breakdown("medium", "loại chất thải", { wastewater: "nước thải / wastewater", emissions: "khí thải / emissions" });

export const storage = breakdown("storage", "mức dung tích", {
  over: "trên 100% (nguy hiểm) / above 100% (danger)",
  high: "từ 80% đến 100% (cảnh báo) / 80% to 100% (warning)",
  normal: "dưới 80% (bình thường) / below 80% (normal)",
});

export const outlet = breakdown("outlet", "loại điểm phục vụ", {
  office: "bưu cục / post office",
  agent: "đại lý / agent",
  culture: "điểm bưu điện - văn hóa xã / commune culture post",
  other: "loại hình khác / other",
});

export const mailFlow = breakdown("mailFlow", "chiều bưu gửi", { posted: "bưu gửi / posted", delivered: "bưu phát / delivered" });

export const technology = breakdown("technology", "công nghệ", { "2g": "2G / 2G", "3g": "3G / 3G", "4g": "4G / 4G", "5g": "5G / 5G" });

export const cable = breakdown("cable", "loại cáp", { copper: "cáp đồng / copper", fibre: "cáp quang / fibre" });

export const phone = breakdown("phone", "loại thuê bao", {
  fixed: "điện thoại cố định / fixed",
  postpaid: "di động trả sau / postpaid mobile",
  prepaid: "di động trả trước / prepaid mobile",
});

export const internet = breakdown("internet", "loại internet băng rộng", { fixed: "cố định / fixed", mobile: "di động / mobile" });

const source = "Cách chốt số liệu của nguồn; Nghị định 09/2019/NĐ-CP cho phép theo yêu cầu quản lý ngành, lĩnh vực";

/** Figures of the calendar month before: a system that closes at the month's end. */
export const monthBefore: WindowRule = {
  frequency: "month",
  openingDay: 1,
  closingDay: 31,
  closingMonth: -1,
  validFrom: "2019-03-12",
  source,
};

/** Estimates of the whole calendar month. */
export const calendarMonth: WindowRule = {
  frequency: "month",
  openingDay: 1,
  openingMonth: 0,
  closingDay: 31,
  validFrom: "2019-03-12",
  source,
};
