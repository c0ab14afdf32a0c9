import type { PlannedTask } from "../regime.ts";

const task = (id: string, responsible: string, text: string): PlannedTask => ({ id, responsible, text });

/** Nhiệm vụ kỳ tới, gợi ý; the author of a report changes them. */
export const tasks: readonly PlannedTask[] = [
  task(
    "plans",
    "informationAndPress",
    "Trình Ủy ban nhân dân tỉnh kế hoạch thông tin đối ngoại và quy chế phối hợp xử lý tin sai sự thật.",
  ),
  task(
    "digital",
    "informationTechnology",
    "Hoàn thiện dự thảo kế hoạch chuyển đổi số năm sau; duy trì các hệ thống dùng chung hoạt động thông suốt.",
  ),
  task("security", "informationTechnology", "Rà soát, khắc phục cảnh báo mất an toàn thông tin; cập nhật hồ sơ cấp độ của hệ thống mới."),
  task("networks", "postAndTelecoms", "Đôn đốc doanh nghiệp bưu chính, viễn thông bảo đảm an toàn mạng lưới và chất lượng dịch vụ."),
  task(
    "press",
    "informationAndPress",
    "Định hướng báo chí, truyền thanh cơ sở tuyên truyền các ngày lễ lớn và nhiệm vụ phát triển kinh tế - xã hội.",
  ),
  task("inspection", "inspectorate", "Thực hiện kế hoạch thanh tra, tiếp công dân và báo cáo công tác phòng, chống tham nhũng đúng hạn."),
];
