import { chapter, enter } from "../../build/chapter.ts";
import { addsUp, of, rule, within } from "../../build/rules.ts";
import { mailFlow, outlet, calendarMonth as window } from "../breakdowns.ts";

/** Báo cáo của doanh nghiệp bưu chính; the month is estimated. */
export const post = chapter(
  {
    id: "post",
    vi: "Báo cáo của doanh nghiệp bưu chính",
    en: "Reports of postal companies",
    responsible: "postAndTelecoms",
    legal: "Luật Bưu chính 2010",
  },
  ({ stock, flow, ratio }) => {
    const legal = "Quyết định số 45 năm 2016 của Thủ tướng Chính phủ";
    const companies = stock("post.companies", "Doanh nghiệp bưu chính", "Postal companies", "doanh nghiệp");
    const branches = stock("post.branches", "Văn phòng đại diện bưu chính", "Their branch offices", "văn phòng");
    const outlets = stock("post.outlets", "Điểm phục vụ bưu chính", "Postal outlets", "điểm", { breakdowns: [outlet] });
    const radius = ratio("post.radius", "Bán kính phục vụ bình quân một điểm", "Mean radius served by an outlet", "km/điểm", {
      decimals: 2,
    });
    const population = stock("population.census", "Dân số theo tổng điều tra", "Population by the census", "người", {
      frequency: "year",
      legal: "Luật Thống kê 2015",
    });
    const served = ratio("post.people-served", "Số người bình quân một điểm phục vụ", "People to an outlet", "người/điểm");
    const items = flow("post.items", "Sản lượng bưu chính", "Items of mail", "bưu gửi", { window, breakdowns: [mailFlow] });
    const revenue = flow("post.revenue", "Doanh thu bưu chính", "Revenue of post", "đồng", { window, exponent: 9, decimals: 2 });
    const publicRevenue = flow("post.public-revenue", "Doanh thu bưu chính công ích", "Revenue of the public post", "đồng", {
      window,
      exponent: 6,
      legal,
    });
    const filesTaken = flow(
      "post.files-taken",
      "Hồ sơ thủ tục hành chính tiếp nhận qua bưu chính công ích",
      "Files taken in by post",
      "hồ sơ",
      { window, legal },
    );
    const filesReturned = flow(
      "post.files-returned",
      "Kết quả thủ tục hành chính chuyển trả qua bưu chính công ích",
      "Results brought by post",
      "hồ sơ",
      {
        window,
        legal,
      },
    );
    return {
      indicators: [companies, branches, outlets, radius, population, served, items, revenue, publicRevenue, filesTaken, filesReturned],
      rules: [
        addsUp(outlets),
        rule("post.people-served.ratio", "ratio", {
          ratio: of(served),
          numerators: [of(population, {}, { period: "latest" })],
          denominator: of(outlets),
        }),
        within(of(filesTaken), of(items, { mailFlow: "posted" })),
        within(of(filesReturned), of(items, { mailFlow: "delivered" })),
        within(of(publicRevenue), of(revenue)),
      ],
      rows: [
        enter(companies, { typical: "3" }),
        enter(branches, { typical: "10" }),
        enter(outlets, { over: ["outlet"], typical: "30" }),
        enter(radius, { typical: "3.00" }),
        enter(population, { typical: "600000" }),
        enter(items, { over: ["mailFlow"], typical: "400000" }),
        enter(revenue, { typical: "20.00" }),
        enter(publicRevenue, { typical: "200" }),
        enter(filesTaken, { typical: "800" }),
        enter(filesReturned, { typical: "9000" }),
      ],
    };
  },
);
