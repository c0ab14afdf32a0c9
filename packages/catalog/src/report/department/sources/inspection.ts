import { chapter, enter } from "../../build/chapter.ts";

const head = { responsible: "inspectorate" };

/** Công tác thanh tra. */
export const inspection = chapter(
  { ...head, id: "inspection", vi: "Hồ sơ thanh tra", en: "Inspections", legal: "Luật Thanh tra 2022" },
  ({ flow }) => {
    const held = flow("inspection.held", "Cuộc thanh tra công vụ", "Inspections held", "cuộc");
    const breaches = flow("inspection.breaches", "Vi phạm phát hiện qua thanh tra", "Breaches found", "vi phạm");
    return { indicators: [held, breaches], rows: [enter(held, { typical: "1" }), enter(breaches, { typical: "0" })] };
  },
);

/** Phòng, chống tham nhũng: told in words only. */
export const antiCorruption = chapter(
  {
    ...head,
    id: "antiCorruption",
    vi: "Hồ sơ phòng, chống tham nhũng, tiêu cực",
    en: "Anti-corruption",
    legal: "Luật Phòng, chống tham nhũng 2018",
  },
  () => ({ indicators: [], rows: [] }),
);

/** Tiếp công dân, khiếu nại, tố cáo. */
export const complaints = chapter(
  {
    ...head,
    id: "complaints",
    vi: "Sổ tiếp công dân, xử lý đơn thư",
    en: "Complaints and denunciations",
    legal: "Luật Khiếu nại 2011; Luật Tố cáo 2018",
  },
  ({ flow }) => {
    const received = flow("complaints.received", "Đơn thư khiếu nại, tố cáo phát sinh", "Letters received", "đơn");
    return { indicators: [received], rows: [enter(received, { typical: "0" })] };
  },
);
