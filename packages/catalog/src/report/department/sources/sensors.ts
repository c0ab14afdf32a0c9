import { chapter, enter } from "../../build/chapter.ts";
import { addsUp, of, rule, within } from "../../build/rules.ts";
import { field, medium, stationState, storage, wastewaterStation } from "../breakdowns.ts";

const head = { responsible: "operationsCentre" };

/** Hệ thống camera giao thông. */
export const cameras = chapter(
  { ...head, id: "cameras", vi: "Hệ thống camera giao thông", en: "Traffic cameras", legal: "Luật Giao thông đường bộ 2008" },
  ({ stock, flow }) => {
    const working = stock("cameras.working", "Camera giao thông hoạt động ổn định", "Cameras working", "camera");
    const disorder = flow("cameras.disorder", "Vụ gây rối trật tự phát hiện qua camera", "Disorders seen", "vụ");
    return { indicators: [working, disorder], rows: [enter(working), enter(disorder, { typical: "0" })] };
  },
);

/** Ứng dụng phản ánh hiện trường. */
export const feedback = chapter(
  {
    ...head,
    id: "feedback",
    vi: "Ứng dụng phản ánh hiện trường",
    en: "Field feedback of citizens",
    legal: "Luật Tiếp công dân 2013",
  },
  ({ stock, flow }) => {
    const received = flow("feedback.received", "Phản ánh hiện trường tiếp nhận", "Feedback received", "phản ánh", { breakdowns: [field] });
    const toDate = stock("feedback.to-date", "Phản ánh hiện trường lũy kế", "Feedback to date", "phản ánh");
    return {
      indicators: [received, toDate],
      rules: [
        addsUp(received),
        rule("feedback.to-date.cumulative", "cumulative", {
          toDate: of(toDate),
          previous: of(toDate, {}, { period: "previous" }),
          currents: [of(received)],
        }),
        within(of(received), of(toDate)),
      ],
      rows: [enter(received, { over: ["field"], typical: "12" }), enter(toDate, { opening: true, typical: "2600" })],
    };
  },
);

/** Phần mềm quan trắc tự động. */
export const environment = chapter(
  {
    ...head,
    id: "environment",
    vi: "Phần mềm quan trắc môi trường tự động",
    en: "Environmental stations",
    legal: "Luật Bảo vệ môi trường 2020",
  },
  ({ stock, flow }) => {
    const stations = stock("stations", "Trạm quan trắc tự động", "Automatic stations", "trạm", { breakdowns: [stationState] });
    const told = (id: string, vi: string, en: string) => ({
      whole: flow(id, vi, en, "trường hợp", { breakdowns: [medium] }),
      byStation: flow(`${id}.wastewater`, `${vi}, nước thải`, `${en}, wastewater`, "trường hợp", { breakdowns: [wastewaterStation] }),
    });
    const exceeded = told("stations.exceeded", "Trường hợp vượt quy chuẩn", "Limits exceeded");
    const offline = told("stations.offline", "Trường hợp mất kết nối", "Connections lost");
    return {
      indicators: [stations, ...[exceeded, offline].flatMap(({ whole, byStation }) => [whole, byStation])],
      rules: [
        addsUp(stations),
        rule("stations.wastewater.count", "count", {
          count: of(stations, { stationState: "wastewater" }),
          listed: wastewaterStation.members.length,
        }),
        [exceeded, offline].flatMap(({ whole, byStation }) => [
          ...addsUp(whole),
          ...addsUp(byStation),
          rule(`${byStation.id}.same`, "equality", { values: [of(whole, { medium: "wastewater" }), of(byStation)] }),
        ]),
      ],
      rows: [
        enter(stations, { members: { stationState: "emissions" }, typical: "2" }),
        enter(stations, { members: { stationState: "emissionsPaused" }, typical: "1" }),
        ...[exceeded, offline].flatMap(({ whole, byStation }) => [
          enter(byStation, { over: ["station"], typical: "9" }),
          enter(whole, { members: { medium: "emissions" }, typical: "2" }),
        ]),
      ],
    };
  },
);

/** Cơ sở dữ liệu ngành thủy lợi. */
export const reservoirs = chapter(
  { ...head, id: "reservoirs", vi: "Cơ sở dữ liệu ngành thủy lợi", en: "Reservoirs", legal: "Nghị định 114/2018/NĐ-CP" },
  ({ stock }) => {
    const all = stock("reservoirs", "Hồ chứa cập nhật số liệu", "Reservoirs that report", "hồ", { breakdowns: [storage] });
    return { indicators: [all], rules: [addsUp(all)], rows: [enter(all, { over: ["storage"], typical: "7" })] };
  },
);
