import type { Language } from "../../language.tsx";

const vi = {
  owed: "Số liệu phải gửi",
  owedAbout: "Những kỳ đang mở của đơn vị bạn nhập. Số liệu được gửi về máy chủ ngay khi nhập; mất mạng vẫn nhập tiếp được.",
  nothingOwed: "Hiện không có kỳ nào đang mở cho đơn vị bạn nhập.",
  enter: "Nhập",
  look: "Xem",
  due: (day: string, left: string) => `hạn ${day}, ${left}`,
  back: "Các kỳ khác",
  phases: {
    loading: "Đang lấy số liệu…",
    sending: "Đang gửi…",
    sent: (time: string) => `Đã gửi về máy chủ lúc ${time}`,
    offline: "Đã lưu trên máy này, sẽ gửi khi có mạng",
    signedOut: "Đã lưu trên máy này. Phiên đăng nhập đã hết: hãy đăng nhập lại để gửi",
    failed: "Đã lưu trên máy này, máy chủ chưa nhận",
  },
  waiting: (count: number) => `${count} ô chờ gửi`,
  signIn: "Đăng nhập lại",
  again: "Thử lại",
  conflict: (mine: string, theirs: string, by: string, at: string) =>
    `Hai người cùng sửa ô này: bạn nhập ${mine || "(để trống)"}; ${by} nhập ${theirs || "(để trống)"} lúc ${at}.`,
  keepMine: (value: string) => `Giữ ${value || "ô trống"}`,
  takeTheirs: (value: string) => `Lấy ${value || "ô trống"}`,
  conflicts: (count: number) => `${count} ô hai người cùng sửa`,
  submit: "Gửi lên cấp trên",
  submitSure: (unit: string, period: string, above: string) =>
    `Số liệu ${period} của ${unit} được gửi tới ${above} duyệt. Sau đó không sửa được nữa, trừ khi bị trả lại.`,
  submitRules: "Trước khi gửi, hệ thống kiểm mọi điều; còn ô chưa nhập, hoặc phát hiện chặn gửi chưa được chấp nhận, thì chưa gửi được.",
  above: "cấp trên",
  submitted: "Số liệu đã gửi, không sửa ở đây nữa.",
  returned: "Bị trả lại",
  returnedBy: (by: string, at: string) => `${by}, ${at}`,
  askedAt: (reason: string) => `Cấp trên yêu cầu xem lại: ${reason}`,
  serverFindings: "Kiểm tra khi gửi",
  comments: "Trao đổi",
  evidence: "Minh chứng",
  noEvidence: "Chưa có tệp minh chứng.",
  addEvidence: "Kèm tệp",
  noRegime: "Chế độ báo cáo này chưa có trong bản trang đang mở. Hãy tải lại trang.",
};

type Words = typeof vi;

const en: Words = {
  owed: "Figures to send",
  owedAbout: "Periods that are open for your unit. Figures go to the server as they are typed; without a network you type on.",
  nothingOwed: "No period is open for your unit.",
  enter: "Enter",
  look: "Look",
  due: (day, left) => `due ${day}, ${left}`,
  back: "Other periods",
  phases: {
    loading: "Getting the figures…",
    sending: "Sending…",
    sent: (time) => `Sent to the server at ${time}`,
    offline: "Kept on this machine; it will be sent when there is a network",
    signedOut: "Kept on this machine. Your session has ended: sign in again to send it",
    failed: "Kept on this machine; the server has not taken it",
  },
  waiting: (count) => `${count} cells waiting`,
  signIn: "Sign in again",
  again: "Try again",
  conflict: (mine, theirs, by, at) =>
    `Two people changed this cell: you typed ${mine || "(nothing)"}; ${by} typed ${theirs || "(nothing)"} at ${at}.`,
  keepMine: (value) => `Keep ${value || "it empty"}`,
  takeTheirs: (value) => `Take ${value || "the empty one"}`,
  conflicts: (count) => `${count} cells that two people changed`,
  submit: "Send it up",
  submitSure: (unit, period, above) =>
    `The figures of ${unit} for ${period} go to ${above}. They cannot be changed any more, unless they are returned.`,
  submitRules: "Every rule is run first; with cells missing, or findings that block and were not accepted, it is not sent.",
  above: "the unit above",
  submitted: "The figures were sent; they are not changed here any more.",
  returned: "Returned",
  returnedBy: (by, at) => `${by}, ${at}`,
  askedAt: (reason) => `The unit above asks to look again: ${reason}`,
  serverFindings: "Rules at sending",
  comments: "Comments",
  evidence: "Evidence",
  noEvidence: "No file is attached.",
  addEvidence: "Attach a file",
  noRegime: "The page that is open does not know this report regime. Load it again.",
};

export const words: Readonly<Record<Language, Words>> = { vi, en };
