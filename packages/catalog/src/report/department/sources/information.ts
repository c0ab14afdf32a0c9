import { chapter, enter } from "../../build/chapter.ts";

/** Quản lý bưu chính, viễn thông. */
export const stateManagement = chapter(
  {
    id: "stateManagement",
    vi: "Hồ sơ quản lý bưu chính, viễn thông của Sở",
    en: "Files of the department",
    responsible: "postAndTelecoms",
    legal: "Luật Đấu thầu 2023",
  },
  ({ stock, flow }) => {
    const package2023 = stock(
      "decisions.package",
      "Quyết định triển khai gói thầu truyền thanh năm trước",
      "Decisions on last year's procurement",
      "quyết định",
    );
    const project2024 = stock(
      "decisions.project",
      "Quyết định triển khai dự án truyền thanh trong năm",
      "Decisions on this year's project",
      "quyết định",
    );
    const boats = flow("licences.boats", "Giấy phép tần số cấp cho tàu cá", "Radio licences for fishing boats", "giấy phép", {
      legal: "Luật Tần số vô tuyến điện 2009",
    });
    return {
      indicators: [package2023, project2024, boats],
      rows: [package2023, project2024, boats].map((one) => enter(one, { typical: "4" })),
    };
  },
);

const head = { responsible: "informationAndPress" };

/** Quản lý báo chí. */
export const press = chapter(
  { ...head, id: "press", vi: "Theo dõi, điểm tin báo chí", en: "Press monitoring", legal: "Luật Báo chí 2016" },
  ({ flow }) => {
    const bulletins = flow("press.bulletins", "Bản tin điểm báo tuần", "Weekly press reviews", "bản tin");
    const articles = flow("press.articles", "Tin, bài về tỉnh trên báo chí", "Articles about the province", "tin, bài");
    return { indicators: [bulletins, articles], rows: [enter(bulletins, { typical: "4" }), enter(articles, { typical: "380" })] };
  },
);

/** Mạng xã hội. */
export const socialNetworks = chapter(
  {
    ...head,
    id: "socialNetworks",
    vi: "Hồ sơ thẩm định thông tin trên mạng xã hội",
    en: "Social networks",
    legal: "Nghị định 72/2013/NĐ-CP",
  },
  ({ flow }) => {
    const reviewed = flow("social.reviewed", "Tài khoản mạng xã hội được thẩm định", "Accounts reviewed", "tài khoản");
    const breaches = flow("social.breaches", "Tài khoản mạng xã hội vi phạm", "Accounts in breach", "tài khoản");
    const opinions = flow("social.opinions", "Vụ giám định tư pháp", "Expert opinions for courts", "vụ", {
      legal: "Luật Giám định tư pháp 2012",
    });
    return {
      indicators: [reviewed, breaches, opinions],
      rules: [
        { id: "social.breaches.within", kind: "part", places: { part: { indicator: breaches.id }, whole: { indicator: reviewed.id } } },
      ],
      rows: [enter(reviewed, { typical: "3" }), enter(breaches, { typical: "0" }), enter(opinions, { typical: "2" })],
    };
  },
);

/** Thông tin cơ sở. */
export const grassroots = chapter(
  { ...head, id: "grassroots", vi: "Hệ thống truyền thanh cơ sở", en: "Grassroots information", legal: "Nghị định 49/2024/NĐ-CP" },
  ({ flow }) => {
    const guidance = flow("grassroots.guidance", "Lượt văn bản hướng dẫn truyền thanh cơ sở", "Letters of guidance", "lượt");
    return { indicators: [guidance], rows: [enter(guidance, { typical: "30" })] };
  },
);
