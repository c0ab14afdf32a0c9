import type { Division } from "../regime.ts";

const division = (id: string, vi: string, en: string): Division => ({ id, name: { vi, en } });

/** Các phòng, đơn vị của sở phụ trách số liệu. */
export const divisions: readonly Division[] = [
  division("informationTechnology", "Phòng Công nghệ thông tin và Chuyển đổi số", "Information technology and digital transformation"),
  division("operationsCentre", "Trung tâm Giám sát, điều hành thông minh", "Operations centre"),
  division("postAndTelecoms", "Phòng Bưu chính - Viễn thông", "Post and telecoms"),
  division("informationAndPress", "Phòng Thông tin - Báo chí - Xuất bản", "Information, press and publishing"),
  division("inspectorate", "Thanh tra Sở", "Inspectorate"),
  division("office", "Văn phòng Sở", "Office of the department"),
];
