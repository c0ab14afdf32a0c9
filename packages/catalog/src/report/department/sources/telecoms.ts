import { chapter, enter } from "../../build/chapter.ts";
import { addsUp, cuts, of, rule, within } from "../../build/rules.ts";
import type { RegimeIndicator } from "../../regime.ts";
import { cable, calendarMonth, internet, phone, technology } from "../breakdowns.ts";

/** Báo cáo của doanh nghiệp viễn thông. */
export const telecoms = chapter(
  {
    id: "telecoms",
    vi: "Báo cáo của doanh nghiệp viễn thông",
    en: "Reports of telecoms companies",
    responsible: "postAndTelecoms",
    legal: "Luật Viễn thông 2023",
  },
  ({ stock, flow, share, ratio }) => {
    const companies = stock("telecoms.companies", "Doanh nghiệp cung cấp dịch vụ viễn thông", "Telecoms companies", "doanh nghiệp");
    const switches = stock("telecoms.switches", "Điểm chuyển mạch", "Switches", "điểm");
    const links = stock("telecoms.microwave", "Tuyến viba", "Microwave links", "tuyến");
    const controllers = stock("telecoms.controllers", "Trạm điều khiển trạm gốc (BSC)", "Base station controllers", "trạm");
    const routes = stock("telecoms.cable-routes", "Tuyến cáp", "Cable routes", "tuyến", { breakdowns: [cable] });
    // No total: lengths are rounded to whole kilometres, so theirs would not be told by their sum.
    const length = stock("telecoms.cable-length", "Chiều dài cáp", "Length of cable", "km", { breakdowns: [cable] });
    const stations = stock("telecoms.stations", "Trạm BTS", "Base stations", "trạm", { breakdowns: [technology] });
    const sites = stock("telecoms.sites", "Vị trí trạm BTS", "Sites of base stations", "vị trí");
    const shared = stock("telecoms.shared-sites", "Vị trí cột ăng-ten dùng chung", "Sites that are shared", "vị trí");
    const villages = share("telecoms.villages-share", "Tỷ lệ thôn có cáp quang, 3G, 4G", "Villages with fibre, 3G and 4G", { decimals: 0 });
    const revenue = flow("telecoms.revenue", "Doanh thu viễn thông", "Revenue of telecoms", "đồng", { window: calendarMonth, exponent: 9 });
    const newPhones = flow("telecoms.phones-new", "Thuê bao điện thoại phát triển mới", "New phone subscribers", "thuê bao", {
      breakdowns: [phone],
    });
    const phones = stock("telecoms.phones", "Thuê bao điện thoại hiện có", "Phone subscribers", "thuê bao", { breakdowns: [phone] });
    const newInternet = flow(
      "telecoms.internet-new",
      "Thuê bao internet băng rộng phát triển mới",
      "New broadband subscribers",
      "thuê bao",
      {
        breakdowns: [internet],
      },
    );
    const broadband = stock("telecoms.internet", "Thuê bao internet băng rộng hiện có", "Broadband subscribers", "thuê bao", {
      breakdowns: [internet],
    });
    const population = stock("population.mean", "Dân số trung bình", "Mean population", "người", {
      frequency: "year",
      legal: "Luật Thống kê 2015",
    });
    const density = (id: string, vi: string, en: string, decimals: number) => ratio(id, vi, en, "thuê bao/100 dân", { decimals });
    const phoneDensity = density("telecoms.phone-density", "Mật độ thuê bao điện thoại", "Phones per 100 people", 0);
    const paidDensity = density(
      "telecoms.paid-density",
      "Mật độ thuê bao cố định và trả sau",
      "Fixed and postpaid phones per 100 people",
      1,
    );
    const internetDensity = density("telecoms.internet-density", "Mật độ internet băng rộng", "Broadband per 100 people", 1);
    const perHundred = (of100: RegimeIndicator, numerators: ReturnType<typeof of>[]) =>
      rule(`${of100.id}.ratio`, "ratio", {
        ratio: of(of100),
        numerators,
        denominator: of(population, {}, { period: "latest" }),
        per: "100",
      });
    return {
      indicators: [
        [companies, switches, links, controllers, routes, length, stations, sites, shared, villages, revenue],
        [newPhones, phones, phoneDensity, paidDensity, newInternet, broadband, internetDensity, population],
      ].flat(),
      rules: [
        ...[routes, stations, newPhones, phones, newInternet, broadband].map(addsUp),
        within(of(shared), of(sites)),
        within(of(sites), of(stations)),
        cuts(newPhones, ["phone"]).map((members) => within(of(newPhones, members), of(phones, members))),
        cuts(newInternet, ["internet"]).map((members) => within(of(newInternet, members), of(broadband, members))),
        perHundred(phoneDensity, [of(phones)]),
        perHundred(paidDensity, [of(phones, { phone: "fixed" }), of(phones, { phone: "postpaid" })]),
        perHundred(internetDensity, [of(broadband)]),
      ],
      rows: [
        enter(companies, { typical: "7" }),
        enter(switches, { typical: "190" }),
        enter(links, { typical: "270" }),
        enter(controllers, { typical: "9" }),
        enter(routes, { over: ["cable"], typical: "400" }),
        enter(length, { over: ["cable"], typical: "4000" }),
        enter(stations, { over: ["technology"], typical: "600" }),
        enter(sites, { typical: "670" }),
        enter(shared, { typical: "220" }),
        enter(villages, { typical: "100" }),
        enter(revenue, { typical: "97" }),
        enter(newPhones, { over: ["phone"], typical: "880" }),
        enter(phones, { over: ["phone"], typical: "240000" }),
        enter(newInternet, { over: ["internet"], typical: "1000" }),
        enter(broadband, { over: ["internet"], typical: "180000" }),
        enter(population, { typical: "610000" }),
      ],
      structuralZeros: [{ indicator: newPhones.id, members: { phone: "fixed" } }],
    };
  },
);
