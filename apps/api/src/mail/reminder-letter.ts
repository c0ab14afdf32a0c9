import { periodName, period as periodNamed } from "@khop/core";
import type { Reminder } from "@khop/store";
import type { Letter } from "./mailer.ts";

/** What a reminder is told with. */
export interface ReminderWords {
  /** The regime, in Vietnamese. */
  readonly regime: string;
  /** The unit that has not sent. */
  readonly orgUnit: string;
  /** Where figures are entered. */
  readonly address: string;
}

/** A reminder as a letter, in Vietnamese. */
export function reminderLetter({ kind, dueOn, period, recipient }: Reminder, { regime, orgUnit, address }: ReminderWords): Letter {
  const [year, month, day] = dueOn.split("-");
  const due = `${day}/${month}/${year}`;
  const when = periodName(periodNamed(period));
  const isLate = kind === "missing";
  const about = `số liệu ${when} của ${orgUnit}`;
  return {
    to: recipient,
    subject: isLate ? `Quá hạn gửi ${about}` : `Nhắc gửi ${about} trước hết ngày ${due}`,
    text: [
      `Kính gửi ${orgUnit},`,
      "",
      isLate
        ? `Đã hết hạn ngày ${due} mà chưa nhận được ${about} theo chế độ "${regime}".`
        : `Hạn gửi ${about} theo chế độ "${regime}" là hết ngày ${due}.`,
      isLate ? "Đề nghị đơn vị gửi ngay, và nêu lý do chậm ở phần trao đổi." : "Nếu đã nhập xong, đề nghị đơn vị kiểm tra và bấm gửi.",
      "",
      `Nhập và gửi số liệu tại: ${address}`,
      "",
      "Thư này do hệ thống tự gửi, mỗi thời hạn một lần; không cần trả lời.",
      "",
    ].join("\n"),
  };
}
