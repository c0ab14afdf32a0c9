import { chapter, enter } from "../../build/chapter.ts";
import { addsUp, cuts, of, rule, shareOf, sharesOver, within } from "../../build/rules.ts";
import { channel, extent, level, outcome } from "../breakdowns.ts";

/** Cổng dịch vụ công: the services that there are, and the files that pass through them. */
export const services = chapter(
  {
    id: "services",
    vi: "Cổng dịch vụ công của tỉnh",
    en: "Public-service portal",
    responsible: "informationTechnology",
    legal: "Nghị định 61/2018/NĐ-CP; Nghị định 42/2022/NĐ-CP",
  },
  ({ flow, stock, share }) => {
    const online = stock("services.online", "Dịch vụ công trực tuyến", "Online public services", "dịch vụ", {
      breakdowns: [extent, level],
    });
    const baseline = stock(
      "services.baseline",
      "Dịch vụ công trực tuyến theo quyết định công bố",
      "Online services when last decreed",
      "dịch vụ",
      {
        breakdowns: [extent],
        frequency: "year",
      },
    );
    const change = stock(
      "services.change",
      "Mức tăng, giảm dịch vụ công trực tuyến so với quyết định công bố",
      "Change since the decree",
      "dịch vụ",
      {
        breakdowns: [extent],
        domain: { integer: true },
      },
    );
    const linked = stock("services.linked", "Dịch vụ công trực tuyến liên thông", "Online services that are linked", "dịch vụ");
    const integrated = stock(
      "services.integrated",
      "Dịch vụ công trực tuyến tích hợp lên Cổng quốc gia",
      "Services on the national portal",
      "dịch vụ",
    );
    const integratedShare = share(
      "services.integrated-share",
      "Tỷ lệ dịch vụ công trực tuyến tích hợp lên Cổng quốc gia",
      "Share on the national portal",
    );

    const received = flow("dossiers.received", "Hồ sơ tiếp nhận", "Files received", "hồ sơ", { breakdowns: [channel, level] });
    const receivedShare = share("dossiers.received-share", "Tỷ lệ hồ sơ tiếp nhận theo hình thức", "Share of files by channel", {
      breakdowns: [channel, level],
    });
    const land = flow("dossiers.land", "Hồ sơ Văn phòng Đăng ký đất đai tiếp nhận", "Files received by the land office", "hồ sơ", {
      breakdowns: [channel],
    });
    const landShare = share(
      "dossiers.land-share",
      "Tỷ lệ hồ sơ Văn phòng Đăng ký đất đai theo hình thức",
      "Share by channel, land office",
      {
        breakdowns: [channel],
      },
    );
    const resolved = flow("dossiers.resolved", "Hồ sơ đã giải quyết", "Files resolved", "hồ sơ", { breakdowns: [outcome, level] });
    const resolvedShare = share("dossiers.resolved-share", "Tỷ lệ hồ sơ đã giải quyết theo kết quả", "Share of files by outcome", {
      breakdowns: [outcome, level],
    });
    return {
      indicators: [
        [online, baseline, change, linked, integrated, integratedShare],
        [received, receivedShare, land, landShare, resolved, resolvedShare],
      ].flat(),
      rules: [
        addsUp(online),
        addsUp(baseline),
        addsUp(change),
        cuts(change, ["extent"]).map((members) =>
          rule(["services.change", ...Object.values(members), "difference"].join("."), "difference", {
            difference: of(change, members),
            current: of(online, members),
            base: of(baseline, members, { period: "latest" }),
          }),
        ),
        within(of(linked), of(online)),
        within(of(integrated), of(online)),
        shareOf(integratedShare, integrated, online),
        addsUp(received),
        sharesOver(receivedShare, received, "channel"),
        addsUp(land),
        sharesOver(landShare, land, "channel"),
        cuts(land, ["channel"]).map((members) => within(of(land, members), of(received, { ...members, level: "province" }))),
        addsUp(resolved),
        sharesOver(resolvedShare, resolved, "outcome"),
      ],
      rows: [
        enter(online, { over: ["extent", "level"], typical: "180" }),
        enter(baseline, { over: ["extent"], typical: "400" }),
        enter(linked, { typical: "70" }),
        enter(integrated, { typical: "900" }),
        enter(received, { over: ["channel", "level"], typical: "3000" }),
        enter(land, { over: ["channel"], typical: "200" }),
        enter(resolved, { over: ["outcome", "level"], typical: "3000" }),
      ],
      structuralZeros: ["district", "commune"].map((one) => ({ indicator: received.id, members: { channel: "post", level: one } })),
    };
  },
);
