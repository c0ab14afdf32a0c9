import type { Trouble } from "./view.ts";

/** An error that nobody foresaw, as its user should hear of it. */
export function troubleUnforeseen(error: unknown): Trouble {
  const said = error instanceof Error ? error.message : String(error);
  return {
    what: { vi: `Lỗi của chính Khớp (${said})`, en: `A fault of Khớp itself (${said})` },
    how: {
      vi: "Hãy gửi câu này cho người phát triển; tài liệu của bạn không bị ảnh hưởng.",
      en: "Please send this line to its developers; your document is not touched.",
    },
  };
}
