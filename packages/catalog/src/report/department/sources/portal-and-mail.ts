import { chapter, enter } from "../../build/chapter.ts";
import { of, within } from "../../build/rules.ts";

const head = { responsible: "informationTechnology" };

/** Cổng thông tin điện tử. */
export const webPortal = chapter(
  { ...head, id: "webPortal", vi: "Cổng thông tin điện tử của tỉnh", en: "Web portal", legal: "Nghị định 42/2022/NĐ-CP" },
  ({ flow }) => {
    const articles = flow("web.articles", "Tin, bài đăng trên Cổng thông tin điện tử", "Articles published", "tin, bài");
    const drafts = flow("web.drafts", "Văn bản dự thảo đăng lấy ý kiến", "Drafts published for comment", "văn bản");
    return { indicators: [articles, drafts], rows: [enter(articles), enter(drafts)] };
  },
);

/** Hệ thống thư điện tử công vụ. */
export const mail = chapter(
  { ...head, id: "mail", vi: "Hệ thống thư điện tử công vụ", en: "Official e-mail", legal: "Nghị định 64/2007/NĐ-CP" },
  ({ flow, stock, share }) => {
    const regular = share(
      "mail.regular-share",
      "Tỷ lệ cán bộ, công chức, viên chức thường xuyên sử dụng thư điện tử công vụ",
      "Staff who use it regularly",
      {
        decimals: 0,
      },
    );
    const invitations = share(
      "mail.invitations-share",
      "Tỷ lệ giấy mời, tài liệu họp, lịch công tác gửi qua thư điện tử",
      "Invitations sent by it",
      {
        decimals: 0,
      },
    );
    const created = flow("mail.created", "Tài khoản thư điện tử cấp mới", "Accounts created", "tài khoản");
    const reset = flow("mail.reset", "Tài khoản thư điện tử được khôi phục mật khẩu", "Passwords reset", "tài khoản");
    const accounts = stock("mail.accounts", "Tài khoản thư điện tử hiện có", "Accounts", "tài khoản");
    return {
      indicators: [regular, invitations, created, reset, accounts],
      rules: [within(of(created), of(accounts)), within(of(reset), of(accounts))],
      rows: [
        enter(regular, { typical: "92" }),
        enter(invitations, { typical: "100" }),
        enter(created),
        enter(reset),
        enter(accounts, { typical: "9000" }),
      ],
    };
  },
);

/** Hệ thống lọc thư rác. */
export const spam = chapter(
  { ...head, id: "spam", vi: "Hệ thống lọc thư rác", en: "Spam filter", legal: "Nghị định 91/2020/NĐ-CP" },
  ({ ratio }) => {
    const daily = ratio("spam.daily", "Thư rác lọc được bình quân một ngày", "Spam filtered a day", "thư/ngày");
    return { indicators: [daily], rows: [enter(daily, { typical: "200" })] };
  },
);
