import { examine } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";

function relationsOf(text: string): string[] {
  const { network, text: source } = readText(text);
  return examine(network).checked.map(({ relation, verdict }) => {
    const figures = relation.seats.map(({ cell }) => (cell.anchor?.in === "document" ? source.slice(cell.anchor.start, cell.anchor.end) : "?"));
    return `${relation.kind.kind} ${figures.join(" ")}${verdict === "violated" ? " ✗" : ""}`;
  });
}

const findingsOf = (text: string) => examine(readText(text).network).findings.filter(({ severity }) => severity !== "info");

/** Made-up tables, one for each way in which they bind figures. */
const promises: readonly (readonly [layout: string, text: string, ...relations: string[]])[] = [
  ["a total with a number of its own over parts that have parts", ["| TT | Chỉ tiêu | Năm 2023 | Năm 2024 |", "|---|---|---|---|", "| 1 | Tổng diện tích gieo trồng | 10.500 | 10.710 |", "| 1.1 | Cây lương thực | 7.000 | 7.110 |", "|  | - Lúa | 6.200 | 6.280 |", "|  | - Ngô | 800 | 830 |", "| 1.2 | Cây công nghiệp | 2.000 | 2.050 |", "| 1.3 | Rau đậu | 1.500 | 1.550 |", "| 2 | Tổng đàn gia súc | 45.000 | 45.900 |", "|  | Đàn trâu | 5.000 | 4.900 |", "|  | Đàn bò | 40.000 | 41.000 |"].join("\n"), "total 10.500 7.000 2.000 1.500", "total 10.710 7.110 2.050 1.550", "total 7.000 6.200 800", "total 45.900 4.900 41.000"],
  ["what is between two rows, in small figures", ["| Chỉ tiêu | Quý I | Quý II | 6 tháng |", "|---|---|---|---|", "| Thu | 100 | 120 | 220 |", "| Chi | 90 | 100 | 190 |", "| Chênh lệch | 10 | 20 | 30 |"].join("\n"), "balance 10 100 90", "balance 20 120 100", "balance 30 220 190"],
  ["two counts in each cell, with a slash between", ["| Huyện | Số vụ/đối tượng | Khởi tố (vụ/bị can) | Xử phạt (vụ/đối tượng) |", "|---|---|---|---|", "| Hòa An | 12/15 | 5/7 | 7/8 |", "| Bình Lộc | 20/31 | 8/12 | 12/19 |", "| Tân Phú | 9/9 | 2/2 | 7/7 |", "| Tổng | 41/55 | 15/21 | 26/34 |"].join("\n"), "total 41 12 20 9", "total 55 15 31 9", "total 12 5 7", "total 15 7 8", "total 55 21 34"],
  ["rows that say behind their names how they are made", ["| STT | Nội dung | Dự toán | Thực hiện |", "|---|---|---|---|", "| A | TỔNG THU (I+II) | 1.500 | 1.620 |", "| I | Thu nội địa | 1.200 | 1.310 |", "| II | Thu hải quan | 300 | 310 |", "| B | TỔNG CHI | 1.400 | 1.433 |", "| C | BỘI THU (A-B) | 100 | 187 |"].join("\n"), "total 1.500 1.200 300", "difference 100 1.500 1.400", "difference 187 1.620 1.433"],
  ["an account in rows, with its formula", ["| Nội dung | Quý I | Quý II |", "|---|---|---|", "| 1. Tồn đầu kỳ | 25 | 31 |", "| 2. Tiếp nhận mới | 120 | 140 |", "| 3. Đã giải quyết | 114 | 150 |", "| 4. Tồn cuối kỳ (4=1+2-3) | 31 | 21 |"].join("\n"), "linear 31 25 120 114", "linear 21 31 140 150"],
  ["one figure divided in several ways, one below the other", ["| Chỉ tiêu | 2022 | 2023 |", "|---|---|---|", "| TỔNG SỐ | 1.100 | 1.200 |", "| Phân theo giới tính |  |  |", "| Nam | 560 | 610 |", "| Nữ | 540 | 590 |", "| Phân theo khu vực |  |  |", "| Thành thị | 300 | 350 |", "| Nông thôn | 800 | 850 |"].join("\n"), "total 1.100 560 540", "total 1.200 610 590", "total 1.100 300 800", "total 1.200 350 850"],
  ["an account by the names of its rows", ["| TT | Nội dung | Số tiền |", "|---|---|--:|", "| I | Số dư đầu năm | 4.812,6 |", "| II | Thu trong năm | 9.511,3 |", "| 1 | Vận động | 9.327,4 |", "| 2 | Lãi tiền gửi | 183,9 |", "| III | Chi trong năm | 9.326,2 |", "| 1 | Xây nhà | 5.460,0 |", "| 2 | Tặng quà | 3.866,2 |", "| IV | Số dư cuối năm | 4.997,7 |"].join("\n"), "balance 4.997,7 4.812,6 9.511,3 9.326,2"],
  ["the next figure that is divided, below the last part of the one before", ["| Chỉ tiêu | 2022 | 2023 |", "|---|---|---|", "| Số học sinh | 1.100 | 1.200 |", "| Phân theo loại hình |  |  |", "| Công lập | 960 | 1.010 |", "| Ngoài công lập | 140 | 190 |", "| Số giáo viên | 84 | 91 |", "| Phân theo giới tính |  |  |", "| Nam | 24 | 26 |", "| Nữ | 60 | 65 |"].join("\n"), "total 1.100 960 140", "total 1.200 1.010 190", "total 84 24 60", "total 91 26 65"],
  ["the one cell that prose says again, in a unit that only prose tells", ["Văn phòng thu 1.984,0 tỷ đồng; nợ có khả năng thu là 431,8 tỷ đồng.", "", "| Đơn vị | Số thu | Nợ |", "|---|---|---|", "| Văn phòng | 1.984,0 | 431,8 |", "| Chi cục | 1.207,5 | 112,4 |"].join("\n"), "equality 1.984,0 1.984,0", "equality 431,8 431,8"],
  ["rows numbered I, II over rows numbered 1, 2", ["| STT | Đơn vị | Số hồ sơ |", "|---|---|---|", "|  | Tổng số | 1.000 |", "| I | Sở, ngành | 400 |", "| 1 | Sở Một | 150 |", "| 2 | Sở Hai | 250 |", "| II | Huyện | 600 |", "| 1 | Hòa An | 350 |", "| 2 | Bình Lộc | 250 |"].join("\n"), "total 1.000 400 600", "total 400 150 250", "total 600 350 250"],
  ["one column with a total at its foot", ["| Đơn vị | Số hồ sơ |", "|---|---|", "| Hòa An | 350 |", "| Bình Lộc | 250 |", "| Tân Phú | 120 |", "| Tổng cộng | 720 |"].join("\n"), "total 720 350 250 120"],
  ["a row opens its parts with trong đó", ["| Chỉ tiêu | Kỳ này | Kỳ trước |", "|---|---|---|", "| Tổng số lao động | 1.200 | 1.100 |", "| Trong đó: |  |  |", "| - Nam | 700 | 640 |", "| - Nữ | 500 | 460 |"].join("\n"), "total 1.200 700 500", "total 1.100 640 460"],
  ["changes with their sign, in figures and per cent", ["| Đơn vị | Tháng 9 | Tháng 10 | Tăng/giảm | Tỷ lệ tăng/giảm (%) |", "|---|---|---|---|---|", "| Hòa An | 200 | 220 | 20 | 10 |", "| Bình Lộc | 300 | 285 | -15 | -5 |", "| Tân Phú | 160 | 200 | 40 | 25 |"].join("\n"), "difference 20 220 200", "difference -15 285 300", "difference 40 200 160", "growth 10 220 200", "growth -5 285 300", "growth 25 200 160"],
  ["opening, in, out and closing side by side", ["| Đơn vị | Tồn đầu kỳ | Tiếp nhận | Giải quyết | Tồn cuối kỳ |", "|---|---|---|---|---|", "| Hòa An | 20 | 200 | 190 | 30 |", "| Bình Lộc | 35 | 300 | 310 | 25 |", "| Tân Phú | 12 | 160 | 150 | 22 |"].join("\n"), "balance 30 20 200 190", "balance 25 35 300 310", "balance 22 12 160 150"],
  ["columns that say how they are made", ["| Đơn vị | Đúng hạn | Trễ hạn | Tổng | Tỷ lệ đúng hạn |", "|---|---|---|---|---|", "| A | 1 | 2 | 3=1+2 | 4=1/3 |", "| Hòa An | 190 | 10 | 200 | 95% |", "| Bình Lộc | 291 | 9 | 300 | 97% |"].join("\n"), "total 200 190 10", "total 300 291 9", "share 95% 190 200", "share 97% 291 300"],
  ["each row with a unit of its own", ["| Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Tỷ lệ đạt (%) |", "|---|---|---|---|---|", "| Diện tích lúa | ha | 4.400 | 4.180 | 95,0 |", "| Sản lượng | tấn | 28.000 | 26.600 | 95,0 |", "| Đàn bò | con | 12.000 | 12.600 | 105,0 |"].join("\n"), "share 95,0 4.180 4.400", "share 95,0 26.600 28.000", "share 105,0 12.600 12.000"],
  ["shares of the total row", ["| Nguồn vốn | Số tiền (triệu đồng) | Cơ cấu (%) |", "|---|---|---|", "| Ngân sách trung ương | 1.200 | 48,0 |", "| Ngân sách tỉnh | 800 | 32,0 |", "| Vốn khác | 500 | 20,0 |", "| Tổng số | 2.500 | 100,0 |"].join("\n"), "total 2.500 1.200 800 500", "share 48,0 1.200 2.500", "share 20,0 500 2.500", "composition 48,0 32,0 20,0"],
  ["groups that each end in a sum", ["Đơn vị tính: triệu đồng", "", "| Nội dung | Dự toán | Thực hiện |", "|---|---|---|", "| Khối tỉnh |  |  |", "| Sở Một | 120 | 110 |", "| Sở Hai | 180 | 175 |", "| Cộng | 300 | 285 |", "| Khối huyện |  |  |", "| Hòa An | 90 | 95 |", "| Bình Lộc | 110 | 100 |", "| Cộng | 200 | 195 |", "| Tổng cộng | 500 | 480 |"].join("\n"), "total 300 120 180", "total 285 110 175", "total 200 90 110", "total 500 300 200", "total 480 285 195"],
  ["so much per hectare", ["| Đơn vị | Diện tích (ha) | Sản lượng (tấn) | Năng suất (tấn/ha) |", "|---|---|---|---|", "| Hòa An | 200 | 1.300 | 6,50 |", "| Bình Lộc | 300 | 1.890 | 6,30 |", "| Tân Phú | 160 | 992 | 6,20 |"].join("\n"), "ratio 6,50 1.300 200", "ratio 6,30 1.890 300"],
  ["the period, before, and to date", ["| Đơn vị | Tháng 10 | Lũy kế 9 tháng | Lũy kế 10 tháng |", "|---|---|---|---|", "| Hòa An | 20 | 180 | 200 |", "| Bình Lộc | 31 | 270 | 301 |", "| Tân Phú | 16 | 144 | 160 |"].join("\n"), "total 200 20 180", "total 301 31 270"],
  ["two totals, each with its columns", ["| Đơn vị | Tổng tiếp nhận | Trực tuyến | Trực tiếp | Tổng giải quyết | Đúng hạn | Trễ hạn |", "|---|---|---|---|---|---|---|", "| Hòa An | 200 | 150 | 50 | 190 | 185 | 5 |", "| Bình Lộc | 300 | 190 | 110 | 280 | 270 | 10 |"].join("\n"), "total 200 150 50", "total 190 185 5", "total 300 190 110", "total 280 270 10"],
  ["this year as per cent of last", ["| Chỉ tiêu | Năm trước | Năm nay | So với năm trước (%) |", "|---|---|---|---|", "| Lượt khách | 40.000 | 46.000 | 115,0 |", "| Doanh thu | 250 | 300 | 120,0 |", "| Cơ sở | 80 | 84 | 105,0 |"].join("\n"), "share 115,0 46.000 40.000", "share 120,0 300 250"],
  ["numbers without separators", ["| Unit | Total | A | B |", "|---|---|---|---|", "| Hòa An | 1200 | 700 | 500 |", "| Bình Lộc | 900 | 450 | 450 |", "| Tổng | 2100 | 1150 | 950 |"].join("\n"), "total 1200 700 500", "total 2100 1200 900"],
  ["bullets under rows that have none", ["| Chỉ tiêu | Tháng 9 | Tháng 10 |", "|---|---|---|", "| Đơn tiếp nhận | 1.350 | 1.420 |", "| - Trực tiếp | 510 | 498 |", "| - Trực tuyến | 840 | 922 |", "| Đơn đã giải quyết | 1.198 | 1.287 |"].join("\n"), "total 1.350 510 840", "total 1.420 498 922"],
  ["a dash where there is none", ["| Đơn vị | Tổng | Nam | Nữ |", "|---|---|---|---|", "| Hòa An | 20 | 12 | 8 |", "| Bình Lộc | 5 | 5 | - |", "| Tân Phú | 9 | 4 | 5 |", "| Tổng | 34 | 21 | 13 |"].join("\n"), "total 20 12 8", "total 34 20 5 9", "total 21 12 5 4"],
  ["so many to a hundred thousand", ["| Địa bàn | Dân số | Số mắc | Mắc/100.000 dân |", "|---|---|---|---|", "| Hòa An | 214.380 | 846 | 394,6 |", "| Bình Lộc | 138.912 | 402 | 289,4 |", "| Tân Phú | 96.400 | 260 | 269,7 |", "| Toàn tỉnh | 449.692 | 1.508 | 335,3 |"].join("\n"), "ratio 394,6 846 214.380", "ratio 289,4 402 138.912", "total 1.508 846 402 260"],
  ["scores and incomes under what is counted", ["| Xã | Số hộ | Thu nhập (tr.đ) | Điểm |", "|---|---|---|---|", "| Hòa An | 2.146 | 61,8 | 94,5 |", "| Bình Lộc | 1.873 | 58,4 | 92,0 |", "| Tân Phú | 962 | 41,2 | 76,5 |", "| Toàn huyện | 4.981 | 56,5 | 90,1 |"].join("\n"), "total 4.981 2.146 1.873 962"],
  ["names that begin with where they stand", ["| Loại đất | Năm nay | Năm trước |", "|---|---|---|", "| **1. Đất nông nghiệp** | 18.403,35 | 18.463,32 |", "| 1.1. Đất sản xuất | 9.056,36 | 9.116,14 |", "| 1.2. Đất lâm nghiệp | 8.608,05 | 8.621,50 |", "| 1.3. Đất nuôi trồng thủy sản | 738,94 | 725,68 |"].join("\n"), "total 18.403,35 9.056,36 8.608,05 738,94", "total 18.463,32 9.116,14 8.621,50 725,68"],
  ["this year as per cent of last, and the rise in words", ["Tổng thu 7.781,4 triệu đồng, tăng 19,5% so cùng kỳ.", "", "| Nội dung | Năm nay | Năm trước | So CK (%) |", "|---|---|---|---|", "| Thu tại xã | 3.781,4 | 3.013,4 | 125,5 |", "| Trợ cấp | 4.000,0 | 3.500,0 | 114,3 |", "| Tổng thu | 7.781,4 | 6.513,4 | 119,5 |"].join("\n"), "total 7.781,4 3.781,4 4.000,0", "share 119,5 7.781,4 6.513,4"],
  ["an index below the counts", ["| Năm | Tổng số | Nam | Nữ |", "|---|---|---|---|", "| 2021 | 1.014.825 | 501.190 | 513.635 |", "| 2022 | 1.106.141 | 543.959 | 562.182 |", "| 2023 | 1.123.140 | 555.393 | 567.747 |", "| Chỉ số phát triển (năm trước = 100) - % |", "| 2021 | 101,45 | 101,42 | 101,48 |", "| 2022 | 101,54 | 102,10 | 100,99 |", "| 2023 | 101,36 | 101,50 | 101,22 |"].join("\n"), "total 1.014.825 501.190 513.635", "total 1.123.140 555.393 567.747"],
  ["one total divided twice, and its index and structure below", ["| Năm | Tổng số | Nam | Nữ | Thành thị | Nông thôn |", "|---|---|---|---|---|---|", "| Người | | | | | |", "| 2021 | 1.014.825 | 501.190 | 513.635 | 232.869 | 781.956 |", "| 2022 | 1.106.141 | 543.959 | 562.182 | 257.890 | 848.251 |", "| 2023 | 1.123.140 | 555.393 | 567.747 | 261.692 | 861.448 |", "| Chỉ số phát triển (năm trước = 100) - % | | | | | |", "| 2021 | 101,45 | 101,42 | 101,48 | 103,70 | 100,79 |", "| 2022 | 101,54 | 102,10 | 100,99 | 101,47 | 101,56 |"].join("\n"), "total 1.014.825 501.190 513.635", "total 1.014.825 232.869 781.956", "total 1.123.140 261.692 861.448"],
  ["what a row leaves, told below the table", ["| Chủ đầu tư | Kế hoạch (triệu đồng) | Giải ngân (triệu đồng) |", "|---|---|---|", "| Ban quản lý dự án | 128.450 | 86.310 |", "| Phòng kinh tế | 112.300 | 84.898 |", "| Tổng số | 240.750 | 171.208 |", "", "Số vốn chưa giải ngân còn 69.542 triệu đồng, bằng 28,9% kế hoạch; riêng Ban quản lý dự án còn 42.140 triệu đồng."].join("\n"), "total 240.750 128.450 112.300", "difference 69.542 240.750 171.208", "share 28,9% 69.542 240.750", "difference 42.140 128.450 86.310"],
  ["a word that counts, over a group of rows", ["| Đơn vị | Hồ sơ |", "|---|---|", "| Sở Một | 150 |", "| Sở Hai | 250 |", "| Xã |  |", "| Hòa An | 350 |", "| Bình Lộc | 290 |", "| Tổng cộng | 1.040 |"].join("\n"), "total 1.040 150 250 350 290"],
  ["rates of growth below the figures", "| | Tổng số | Nam | Nữ |\n|---|---|---|---|\n| 2021 | 1.487.903 | 732.807 | 755.096 |\n| 2022 | 1.508.322 | 742.865 | 765.457 |\n| 2023 | 1.504.285 | 747.877 | 756.408 |\n| Tỷ lệ tăng (%) | | | |\n| 2022 | 1,37 | 1,37 | 1,37 |\n| 2023 | -0,27 | 0,67 | -1,18 |", "growth -0,27 1.504.285 1.508.322", "growth 1,37 742.865 732.807"],
  ["an index below, periods in columns", "| Năm học | 2021 | 2022 | 2023 |\n|---|---|---|---|\n| Lớp | | | |\n| Tiểu học | 3.687 | 3.767 | 3.802 |\n| Trung học | 2.032 | 2.102 | 2.179 |\n| Chỉ số phát triển (năm trước = 100) - % | | | |\n| Tiểu học | | 102,17 | 100,93 |\n| Trung học | | 103,44 | 103,66 |", "share 102,17 3.767 3.687", "share 103,66 2.179 2.102"],
  ["two rows of opposite names below one", "| | 2021 | 2022 | 2023 |\n|---|---|---|---|\n| Số trường | 207 | 208 | 208 |\n| Công lập | 191 | 192 | 192 |\n| Ngoài công lập | 16 | 16 | 16 |\n| Số lớp | 2.091 | 1.810 | 1.819 |\n| Công lập | 1.867 | 1.691 | 1.651 |\n| Ngoài công lập | 224 | 119 | 168 |", "total 207 191 16", "total 1.819 1.651 168"],
  ["spaces between thousands in cells", "| Huyện | Số hộ |\n|---|---|\n| Hòa An | 1 234 |\n| Bình Lộc | 2 345 |\n| Tổng số | 3 579 |", "total 3 579 1 234 2 345"],
  ["averages of bare numbers, and a heading of one name or the other", ["| Cấp học | Lớp/nhóm | Học sinh | Bình quân HS/lớp |", "|---|---|---|---|", "| Mầm non | 2.314 | 48.617 | 21,0 |", "| Tiểu học | 4.102 | 96.345 | 23,5 |", "| Trung học | 2.890 | 100.180 | 34,7 |", "| Toàn tỉnh | 9.306 | 245.142 | 26,3 |"].join("\n"), "ratio 21,0 48.617 2.314", "ratio 26,3 245.142 9.306", "total 9.306 2.314 4.102 2.890"],
  ["an average a day, the days not told", ["| Nhà máy | Sản lượng (nghìn m³) | Bình quân ngày (m³) |", "|---|---|---|", "| Sông Trong | 10.284,6 | 56.821 |", "| Hồ Đá | 5.967,2 | 32.968 |", "| Cửa Bắc | 3.148,9 | 17.397 |", "| Ngoại ô | 1.986,3 | 10.974 |"].join("\n"), "ratio 56.821 10.284,6 ?", "ratio 10.974 1.986,3 ?"],
  ["cells apart by tabs, the first of them empty", "\tTháng 2\t2 tháng\tCùng kỳ\nHành khách (nghìn lượt)\t1.846,2\t3.702,5\t3.514,8\nĐường bộ\t1.702,4\t3.410,6\t3.246,1\nĐường sông\t143,8\t291,9\t268,7\nHàng hóa (nghìn tấn)\t1.204,6\t2.418,3\t2.306,4\nĐường bộ\t918,2\t1.841,5\t1.762,7\nĐường sông\t286,4\t576,8\t543,7", "total 1.846,2 1.702,4 143,8", "total 3.514,8 3.246,1 268,7", "total 1.204,6 918,2 286,4"],
  ["a change of a row, and one against what prose tells, below the table", "| Vận tải | Tháng 2 | 2 tháng | Cùng kỳ |\n|---|---|---|---|\n| Hành khách | 1.846,2 | 3.702,5 | 3.514,8 |\n| Hàng hóa | 1.204,6 | 2.418,3 | 2.306,4 |\n\nLượng hành khách 2 tháng tăng 5,3% so với cùng kỳ; riêng hành khách tháng 2 giảm 0,5% so với tháng 1 (1.856,3).", "growth 5,3% 3.702,5 3.514,8", "growth 0,5% 1.846,2 1.856,3"],
  ["an index of all, weighted by a column of weights", "| Nhóm | So tháng trước | So cùng kỳ | Quyền số |\n|---|---|---|---|\n| Ăn uống | -0,36 | 4,02 | 35,80 |\n| Nhà ở | 0,41 | 5,16 | 18,20 |\n| Giao thông | 1,12 | 2,48 | 10,60 |\n| Khác | 0,14 | 2,07 | 35,40 |\n| Chung | 0,11 | 3,37 | 100,00 |", "mean 0,11 -0,36 0,41 1,12 0,14 35,80 18,20 10,60 35,40", "mean 3,37 4,02 5,16 2,48 2,07 35,80 18,20 10,60 35,40"],
  ["shares of a table, told below it", "| Đối tượng | Diện tích nhiễm | Đã phun |\n|---|---|---|\n| Rầy nâu | 1.284 | 1.190 |\n| Sâu cuốn lá | 2.916 | 2.916 |\n| Bạc lá | 412 | 377 |\n| Cộng | 4.612 | 4.483 |\n\nDiện tích phun trừ đạt 97,2% diện tích nhiễm; sâu cuốn lá chiếm 63,2%.", "share 97,2% 4.483 4.612", "share 63,2% 2.916 4.612"],
  ["by how much each rose or fell, with signs", "| Khu bến | Tháng 8 | Tháng 7 | Tăng/giảm |\n|---|---|---|---|\n| Vạn Lộc | 1.846,2 | 1.724,9 | +121,3 |\n| Hòn Yến | 1.203,7 | 1.231,5 | -27,8 |\n| Cửa Sót | 546,1 | 510,4 | +35,7 |\n| Cộng | 3.596,0 | 3.466,8 | +129,2 |", "total 129,2 121,3 -27,8 35,7"],
];

describe("what a table promises", () => {
  it.each(promises.map(([layout, text, ...expected]) => ({ layout, text, expected })))("$layout", ({ text, expected }) => {
    expect(relationsOf(text)).toEqual(expect.arrayContaining(expected));
    expect(findingsOf(text)).toEqual([]);
  });
});

it("says that a total is off by one in a table of one column", () => {
  const text = ["| Cấp | Số hồ sơ |", "|---|---|", "| Tỉnh | 10 |", "| Xã | 20 |", "| Tổng số | 31 |"].join("\n");
  expect(relationsOf(text)).toEqual(["total 31 10 20 ✗"]);
  expect(findingsOf(text)).toHaveLength(1);
});

const table = (...rows: readonly string[]): string => {
  const [head = "", ...body] = rows;
  return [head, `|${"---|".repeat(head.split("|").length - 2)}`, ...body].join("\n");
};

it("reads running text in cells as prose", () => {
  const text = table(
    "| Nội dung | Kết quả |",
    "| Giải quyết đơn thư | Trong tháng tiếp nhận 412 đơn, trong đó 300 đơn khiếu nại và 112 đơn tố cáo; đã giải quyết 206 đơn, đạt 50%. |",
    "| Tiếp công dân | Đã tiếp 80 lượt công dân, gồm 50 lượt tại trụ sở và 30 lượt tại xã, tăng so với tháng trước. |",
    "| Họp | 12 |",
  );
  expect(relationsOf(text)).toEqual(["total 412 300 112", "total 80 50 30", "share 50% 206 412"]);
});

/** Tables with one wrong figure: what is reported, and the value named. */
const slips: readonly (readonly [slip: string, text: string, finding: string, mend: string])[] = [
  ["a row that its own formula does not make", ["| STT | Nội dung | Dự toán | Thực hiện |", "|---|---|---|---|", "| A | TỔNG THU | 1.500 | 1.620 |", "| B | TỔNG CHI | 1.400 | 1.433 |", "| C | BỘI THU (A-B) | 100 | 178 |"].join("\n"), "review difference-mismatch", "187"],
  ["a figure divided two ways, one of them with its digits swapped", ["| Chỉ tiêu | 2023 |", "|---|---|", "| TỔNG SỐ | 1.200 |", "| Phân theo giới tính |  |", "| Nam | 610 |", "| Nữ | 590 |", "| Phân theo khu vực |  |", "| Thành thị | 350 |", "| Nông thôn | 580 |"].join("\n"), "review total-mismatch", "850"],
  ["a total at the foot of one column", table("| Đơn vị | Hồ sơ |", "| Hòa An | 3.512 |", "| Bình Lộc | 2.554 |", "| Tân Phú | 1.221 |", "| Tổng cộng | 7.297 |"), "review total-mismatch", "7.287"],
  ["one subtotal of two", table("| STT | Đơn vị | Hồ sơ | Đúng hạn |", "| I | Sở, ngành | 3.410 | 3.300 |", "| 1 | Sở Một | 1.155 | 1.100 |", "| 2 | Sở Hai | 2.255 | 2.200 |", "| II | Huyện | 6.081 | 5.820 |", "| 1 | Hòa An | 3.566 | 3.410 |", "| 2 | Bình Lộc | 2.505 | 2.410 |"), "review total-mismatch", "6.071"],
  ["a column made of two others", table("| Đơn vị | Đúng hạn | Trễ hạn | Tổng |", "| A | 1 | 2 | 3=1+2 |", "| Hòa An | 1.902 | 111 | 2.013 |", "| Bình Lộc | 2.914 | 95 | 3.019 |", "| Tân Phú | 1.466 | 41 | 1.507 |"), "review total-mismatch", "3.009"],
  ["a cell that both margins tell", table("| Đơn vị | Đúng hạn | Trễ hạn | Tổng |", "| Hòa An | 1.902 | 111 | 2.013 |", "| Bình Lộc | 2.914 | 59 | 3.009 |", "| Tân Phú | 1.466 | 41 | 1.507 |", "| Tổng cộng | 6.282 | 247 | 6.529 |"), "error total-mismatch", "95"],
  ["a change with its sign", table("| Đơn vị | Tháng 9 | Tháng 10 | Tăng/giảm |", "| Hòa An | 2.011 | 2.205 | 194 |", "| Bình Lộc | 3.004 | 2.914 | -80 |", "| Tân Phú | 1.507 | 1.466 | -41 |", "| Mỹ Sơn | 1.204 | 1.310 | 106 |"), "review difference-mismatch", "90"],
  ["a rise in a column of changes whose figures fell", "| Bệnh | Năm nay | Năm trước | So cùng kỳ (%) |\n|---|---|---|---|\n| Sởi | 2.717 | 3.127 | -13,11 |\n| Cúm | 1.048 | 1.215 | +13,74 |\n| Quai bị | 294 | 251 | +17,13 |\n| Lỵ | 3.316 | 3.490 | -4,99 |", "error growth-mismatch", "-13,74 %"],
  ["a part with a digit too many", "| Huyện | Hộ | Người |\n|---|---|---|\n| Hòa An | 31.246 | 96.412 |\n| Bình Lộc | 12.874 | 40.118 |\n| Tân Phú | 169.905 | 52.304 |\n| Mỹ Sơn | 21.863 | 64.217 |\n| Tổng số | 82.888 | 253.051 |", "review total-mismatch", "16.905"],
  ["two rows of opposite names below one", "| | 2021 | 2022 | 2023 |\n|---|---|---|---|\n| Số trường | 207 | 208 | 208 |\n| Công lập | 191 | 192 | 192 |\n| Ngoài công lập | 16 | 16 | 16 |\n| Số lớp | 2.091 | 1.810 | 1.819 |\n| Công lập | 1.867 | 1.691 | 1.561 |\n| Ngoài công lập | 224 | 119 | 168 |", "review total-mismatch", "1.651"],
  ["an average with its digits swapped, beside bare numbers", table("| Cấp học | Lớp/nhóm | Học sinh | Bình quân HS/lớp |", "| Mầm non | 2.314 | 48.617 | 21,0 |", "| Tiểu học | 4.102 | 96.345 | 32,5 |", "| Trung học | 2.890 | 100.180 | 34,7 |", "| Toàn tỉnh | 9.306 | 245.142 | 26,3 |"), "error ratio-mismatch", "23,5"],
  ["a total under a heading with a slash", table("| Cấp học | Lớp/nhóm | Học sinh |", "| Mầm non | 2.314 | 48.617 |", "| Tiểu học | 4.102 | 96.345 |", "| Trung học | 2.890 | 100.180 |", "| Toàn tỉnh | 9.280 | 245.142 |"), "review total-mismatch", "9.306"],
  ["an average over other days than all others", table("| Nhà máy | Sản lượng (nghìn m³) | Bình quân ngày (m³) |", "| Sông Trong | 10.284,6 | 56.821 |", "| Hồ Đá | 5.967,2 | 32.968 |", "| Cửa Bắc | 3.148,9 | 20.854 |", "| Ngoại ô | 1.986,3 | 10.974 |"), "review ratio-mismatch", "20.854"],
  ["rows that make the one above them, in all columns but one", "| Vận tải | Tháng 2 | 2 tháng | Cùng kỳ |\n|---|---|---|---|\n| Hành khách | 1.846,2 | 3.720,5 | 3.514,8 |\n| Đường bộ | 1.702,4 | 3.410,6 | 3.246,1 |\n| Đường sông | 143,8 | 291,9 | 268,7 |", "error total-mismatch", "3.702,5"],
  ["shares of what is said above a table without a total", "Tiêu thụ đạt 977,6 triệu kWh trong quý.\n\n| Thành phần | Quý I (triệu kWh) | Tỷ trọng (%) |\n|---|---|---|\n| Công nghiệp | 531,2 | 54,3 |\n| Sinh hoạt | 338,6 | 34,6 |\n| Thương mại | 52,9 | 4,5 |\n| Nông nghiệp | 29,8 | 3,0 |\n| Khác | 25,1 | 2,6 |", "error share-mismatch", "5,4 %"],
];

describe("what is wrong in a table, and what it should be", () => {
  it.each(slips.map(([slip, text, finding, mend]) => ({ slip, text, finding, mend })))("$slip", ({ text, finding, mend }) => {
    const findings = findingsOf(text);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([finding]);
    expect(findings[0]?.message.vi).toContain(mend);
  });
});

/** Tables that look as if they promised a sum: nothing may be reported. */
const traps: readonly (readonly [trap: string, text: string])[] = [
  ["a total that stands among other things", table("| Chỉ tiêu | Số |", "| Tổng số hộ | 1.000 |", "| Hộ nghèo | 50 |", "| Hộ cận nghèo | 80 |")],
  ["trong đó names only some", table("| Chỉ tiêu | Số |", "| Tổng số đơn | 412 |", "| Trong đó: | |", "| - Khiếu nại | 40 |", "| - Tố cáo | 12 |")],
  ["years at the head are no figures", table("| Chỉ tiêu | 2023 | 2024 |", "| Hồ sơ | 1.200 | 1.350 |", "| Đơn thư | 31 | 28 |")],
  ["a part that is not said", table("| Đơn vị | Giao | Chi | Còn |", "| Hòa An | 12 | 5 | 1 |", "| Bình Lộc | … | 5 | 2 |", "| Tổng số | 20 | 10 | 3 |")],
  ["a part that a spreadsheet could not work out", table("| Đơn vị | Giao | Chi | Còn |", "| Hòa An | 12 | 5 | 1 |", "| Bình Lộc | 9 | 5 | #DIV/0! |", "| Tổng số | 21 | 10 | 3 |")],
  ["a column beside those of a sum that is not said", table("| Đơn vị | Tổng | Nam | Khác | Nữ |", "| Hòa An | 20 | 12 | … | 8 |", "| Bình Lộc | 9 | 4 | … | 5 |", "| Tân Phú | 9 | 4 | … | 3 |")],
  ["each row of another thing", table("| Chỉ tiêu | ĐVT | Tổng | Quý I | Quý II |", "| Tỷ lệ đúng hạn | % | 97,5 | 97,0 | 98,0 |", "| Số dư cuối kỳ | triệu đồng | 120 | 90 | 120 |")],
  ["a row of rates below rows that add up", "| Chỉ tiêu | Nội địa | Quốc tế | Tổng số |\n|---|---|---|---|\n| Năm nay | 3.507,0 | 211,8 | 3.718,8 |\n| Năm trước | 3.092,6 | 167,4 | 3.260,0 |\n| Kế hoạch | 3.400,0 | 200,0 | 3.600,0 |\n| Tăng/giảm (%) | +13,4 | +26,5 | +14,1 |"],
  ["averages of all under a heading with a slash", table("| Xã | Hộ | Người/hộ |", "| Hòa An | 2.146 | 4 |", "| Bình Lộc | 1.873 | 3 |", "| Toàn huyện | 4.019 | 4 |")],
  ["prices that no number divides", table("| Mặt hàng | Giá tháng này (đồng) | Giá bình quân năm (đồng) |", "| Gạo | 16.200 | 15.900 |", "| Thịt | 132.000 | 128.500 |", "| Cá | 78.500 | 74.200 |", "| Rau | 21.300 | 23.700 |")],
];

describe("what a table does not promise", () => {
  it.each(traps.map(([trap, text]) => ({ trap, text })))("$trap", ({ text }) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

it("is no slower for being a thousand columns wide", () => {
  const line = (cell: (column: number) => string): string => `| ${Array.from({ length: 1000 }, (_, column) => cell(column)).join(" | ")} |`;
  const rows = Array.from({ length: 40 }, (_, row) => line((column) => String(((column * 7919 + row * 104_729) % 9973) + 1)));
  const read = readText([line((column) => `Tổng số ${column}`), line(() => "---"), ...rows].join("\n"), "markdown");
  expect(read.network.relations).toEqual([]);
});

it("is no slower for a thousand columns of averages", () => {
  const line = (cell: (column: number) => string): string => `| ${Array.from({ length: 1000 }, (_, column) => cell(column)).join(" | ")} |`;
  const rows = Array.from({ length: 40 }, (_, row) => line((column) => String(((column * 7919 + row * 104_729) % 9973) + 1)));
  const read = readText([line((column) => `Bình quân người/hộ ${column}`), line(() => "---"), ...rows].join("\n"), "markdown");
  expect(read.network.relations).toEqual([]);
});
