import type { Language } from "../language.tsx";

export const words: Readonly<Record<Language, Words>> = {
  vi: {
    title: "Bộ mẫu giao diện",
    about:
      "Những mảnh ghép nên mọi trang, ở nền đang chọn. Mỗi kết luận là một màu, một nét và một dấu; màu nhấn không bao giờ là kết luận.",
    colours: "Màu",
    verdicts: "Kết luận",
    figure: "trong câu, con số này",
    fit: "khớp",
    suspect: "nhiều khả năng chưa đúng",
    misfit: "không khớp",
    accepted: "không khớp, đã chấp nhận",
    unsure: "chưa đủ căn cứ",
    free: "không ràng buộc",
    buttons: "Nút",
    next: "Việc cần làm tiếp",
    other: "Việc khác",
    quiet: "Việc ít dùng",
    off: "Chưa dùng được",
    type: "Chữ",
    sample: "Hồ sơ trực tuyến Ậ Ễ Ữ Ỵ, 1.234.567,89 %",
    sum: "Phép tính",
    late: "trễ hạn",
    all: "đã giải quyết",
    made: "tính ra",
    stated: "báo cáo nêu",
    notices: "Thông báo",
    broken: "Chưa mở được tệp này",
    brokenHow: "Tệp Word bị thiếu phần nội dung chính. Hãy mở bằng Word, lưu lại thành .docx rồi thả lại.",
    reading: "Đang đọc bao-cao.docx",
    offline: "Đang ngoại tuyến, vẫn kiểm được",
    offlineHow: "Trang này đã lưu trên máy. Không có gì phải chờ mạng.",
    writing: "Ô ghi",
    reason: "Lý do",
    large: "Biểu năm nghìn ô",
    largeAbout: "Biểu không có thật, để thử bảng lớn; không lưu gì.",
  },
  en: {
    title: "Interface samples",
    about:
      "The pieces that every page is made of, on the ground that is chosen. A verdict is a colour, a stroke and a sign; the accent is never a verdict.",
    colours: "Colours",
    verdicts: "Verdicts",
    figure: "in a sentence, this figure",
    fit: "fits",
    suspect: "is most likely wrong",
    misfit: "does not fit",
    accepted: "does not fit, accepted",
    unsure: "cannot be told",
    free: "is not bound",
    buttons: "Buttons",
    next: "The thing to do next",
    other: "Another thing",
    quiet: "Seldom used",
    off: "Not to be used yet",
    type: "Type",
    sample: "Hồ sơ trực tuyến Ậ Ễ Ữ Ỵ, 1.234.567,89 %",
    sum: "Arithmetic",
    late: "late",
    all: "settled",
    made: "worked out",
    stated: "the report says",
    notices: "Notices",
    broken: "This file could not be opened",
    brokenHow: "The Word file lacks its main document. Open it in Word, save it as .docx and drop it again.",
    reading: "Reading report.docx",
    offline: "Offline, and checking goes on",
    offlineHow: "This page is kept on the machine. Nothing waits for a network.",
    writing: "Fields",
    reason: "Reason",
    large: "A form of five thousand cells",
    largeAbout: "Made up, to try a large table; nothing is kept.",
  },
};

type Words = Readonly<
  Record<
    | "title"
    | "about"
    | "colours"
    | "verdicts"
    | "figure"
    | "fit"
    | "suspect"
    | "misfit"
    | "accepted"
    | "unsure"
    | "free"
    | "buttons"
    | "next"
    | "other"
    | "quiet"
    | "off"
    | "type"
    | "sample"
    | "sum"
    | "late"
    | "all"
    | "made"
    | "stated"
    | "notices"
    | "broken"
    | "brokenHow"
    | "reading"
    | "offline"
    | "offlineHow"
    | "writing"
    | "reason"
    | "large"
    | "largeAbout",
    string
  >
>;
