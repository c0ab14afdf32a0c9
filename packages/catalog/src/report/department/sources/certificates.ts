import { chapter, enter } from "../../build/chapter.ts";

/** Hệ thống quản lý chứng thư số. */
export const certificates = chapter(
  {
    id: "certificates",
    vi: "Hệ thống quản lý chứng thư số chuyên dùng",
    en: "Register of digital certificates",
    responsible: "informationTechnology",
    legal: "Nghị định 68/2024/NĐ-CP",
  },
  ({ flow }) => {
    const issued = flow("certificates.issued", "Chứng thư số được cấp", "Digital certificates issued", "chứng thư số");
    return { indicators: [issued], rows: [enter(issued)] };
  },
);
