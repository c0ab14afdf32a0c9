import type { Language } from "../language.tsx";

const vi = { reason: "Lý do", failed: "Chưa làm được", doing: "Đang làm…", cancel: "Thôi" };

export const words: Readonly<Record<Language, typeof vi>> = {
  vi,
  en: { reason: "Reason", failed: "It was not done", doing: "Doing it…", cancel: "Cancel" },
};
