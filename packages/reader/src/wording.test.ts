import { examine } from "@khop/core";
import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";

/** Every relation of a text, as its kind and its figures in the order of the law. */
function relationsOf(text: string): string[] {
  const { network, text: source } = readText(text, "text");
  return examine(network).checked.map(({ relation, verdict }) => {
    const figures = relation.seats.map(({ cell }) => (cell.anchor?.in === "document" ? source.slice(cell.anchor.start, cell.anchor.end) : (cell.quantity?.value.toString() ?? "?")));
    return `${relation.kind.kind} ${figures.join(" ")}${verdict === "violated" ? " ✗" : ""}`;
  });
}

const findingsOf = (text: string): string[] => examine(readText(text, "text").network).findings.map(({ severity, code }) => `${severity} ${code}`);

/** Made-up sentences, one for each way in which reports bind figures: how it is worded, the sentence, the relations it promises. */
const promises: readonly (readonly [wording: string, text: string, ...relations: string[]])[] = [
  // parts of a total
  ["trong đó", "Sở tiếp nhận 412 hồ sơ, trong đó 300 hồ sơ nộp trực tuyến và 112 hồ sơ nộp trực tiếp.", "total 412 300 112"],
  ["trong đó, with a colon and semicolons", "Toàn huyện có 1.250 hộ vay vốn, trong đó: hộ nghèo 420 hộ; hộ cận nghèo 530 hộ; hộ khác 300 hộ.", "total 1.250 420 530 300"],
  ["gồm, total inferred from the sentence", "Đoàn kiểm tra 45 cơ sở gồm 20 cơ sở sản xuất, 15 cơ sở kinh doanh, 10 cơ sở dịch vụ.", "total 45 20 15 10"],
  ["parentheses, names before figures", "Có 227 nhà bị sập (Hòa An: 13; Bình Lộc: 165, Tân Phú: 45; Mỹ Sơn: 04).", "total 227 13 165 45 04"],
  ["parentheses, figures before names", "Trong ngày ghi nhận 36 ca (20 ca ở Hòa An, 10 ca ở Bình Lộc, 6 ca ở Tân Phú).", "total 36 20 10 6"],
  ["each name with its figure in parentheses", "Có 147 ca trong nước tại Hòa An (118), Bình Lộc (15), Tân Phú (14).", "total 147 118 15 14"],
  ["two levels, one inside the other", "Cả tỉnh có 950 trường, trong đó có 600 trường công lập (cấp tỉnh 100, cấp huyện 200, cấp xã 300) và 350 trường ngoài công lập.", "total 950 600 350", "total 600 100 200 300"],
  ["a nested trong đó", "Thụ lý 500 vụ, trong đó 320 vụ dân sự, 180 vụ hình sự; trong đó 45 vụ nghiêm trọng.", "total 500 320 180"],
  ["Trong đó opens the next sentence", "Năm nay tuyển 1.600 chỉ tiêu. Trong đó, bậc đại học có 1.300 chỉ tiêu và 300 chỉ tiêu bậc trung cấp.", "total 1.600 1.300 300"],
  ["items below a line", "Số người bị nạn: 15 người\n+ Hòa An: 09 người;\n+ Bình Lộc: 06 người.", "total 15 09 06"],
  ["items below a colon", "Huyện có 5 trạm đo, chi tiết như sau:\n\n- Nước mặt: có 03 trạm chạy tốt.\n\n- Không khí: có 01 trạm chạy tốt và 01 trạm đang sửa.", "total 5 03 01 01"],
  ["total last, nâng tổng số", "Trong tháng cấp mới 1.200 giấy phép, gia hạn 350 giấy phép, nâng tổng số giấy phép cấp trong tháng lên 1.550 giấy phép.", "total 1.550 1.200 350"],
  ["total last, như vậy", "Đợt một giải ngân 12,5 tỷ đồng, đợt hai giải ngân 7,25 tỷ đồng. Như vậy tổng vốn giải ngân đạt 19,75 tỷ đồng.", "total 19,75 12,5 7,25"],
  ["old and new make the total", "Tổng số thụ lý 631.587 việc, trong đó: việc cũ chuyển sang 290.524 việc; thụ lý mới 341.063 việc.", "total 631.587 290.524 341.063"],
  ["different multipliers", "Tổng vốn đạt 1,42 tỷ USD, gồm vốn cấp mới 1,24 tỷ USD và vốn tăng thêm 180 triệu USD.", "total 1,42 1,24 180"],
  ["two breakdowns of one total", "Bắt giữ 90 vụ (Hòa An 50 vụ, Bình Lộc 40 vụ), trong đó phát hiện qua tuần tra 55 vụ, qua tin báo 35 vụ.", "total 90 50 40", "total 90 55 35"],
  ["số còn lại", "Trong tổng số 820 đơn có 515 đơn khiếu nại, 205 đơn tố cáo, còn lại 100 đơn kiến nghị.", "total 820 515 205 100"],
  ["trong tổng số, farther back", "Toàn tỉnh có 96.208 người lao động tại sáu khu công nghiệp. Khu lớn nhất có 22.543 người. Xét theo nơi ở, trong tổng số nói trên thì 33.059 người ở thành thị và 63.149 người ở nông thôn.", "total 96.208 33.059 63.149"],
  ["mỗi, counted once a name", "Có 9 ca mắc mới, trong đó Hòa An 5 ca, Bình Lộc và Tân Phú mỗi huyện có 2 ca.", "linear 9 5 2"],
  ["number words", "Đoàn phát hiện 12 vụ vi phạm, gồm bốn vụ ở Hòa An và 8 vụ ở Bình Lộc.", "total 12 bốn 8"],
  ["enumerated with (1) and (2)", "Xử lý 64 trường hợp: (1) cảnh cáo 40 trường hợp; (2) phạt tiền 24 trường hợp.", "total 64 40 24"],
  ["không có reads as zero", "Trong 22 hồ chứa, không có hồ vượt mức báo động; có 01 hồ ở mức cảnh báo; 21 hồ ở mức bình thường.", "total 22 0 01 21"],
  ["across sentences by level", "Toàn tỉnh nhận 1.000 hồ sơ, giải quyết 900 hồ sơ. Cấp tỉnh nhận 500 hồ sơ, giải quyết 450 hồ sơ. Cấp huyện nhận 300 hồ sơ, giải quyết 280 hồ sơ. Cấp xã nhận 200 hồ sơ, giải quyết 170 hồ sơ.", "total 1.000 500 300 200", "total 900 450 280 170"],
  ["pairs behind a slash add up side by side", "Thụ lý 7.761 vụ/13.147 bị cáo. Cấp huyện thụ lý 7.164 vụ/11.644 bị cáo. Cấp tỉnh thụ lý 597 vụ/1.503 bị cáo.", "total 7.761 7.164 597", "total 13.147 11.644 1.503"],
  ["pairs behind a slash, each with its own parts", "Thụ lý 1.245 vụ/2.310 bị can (án cũ 245 vụ/410 bị can; án mới 1.000 vụ/1.900 bị can), giải quyết 1.150 vụ/2.100 bị can; còn lại 95 vụ/210 bị can.", "total 1.245 245 1.000", "total 2.310 410 1.900", "balance 95 1.245 1.150", "balance 210 2.310 2.100"],
  ["what is left was printed before", "Có điều kiện 482.175 việc; chưa có điều kiện 143.250 việc. Số chuyển kỳ sau 358.260 việc, trong đó có điều kiện là 215.010 việc.", "total 358.260 215.010 143.250"],
  ["rows of cases: wholes, parts, what is left, and their changes", "Hai cấp thụ lý 7.003 vụ án, giải quyết xong 6.002 vụ, đạt 85,71%.\nSo cùng kỳ, số thụ lý tăng 500 vụ, số giải quyết tăng 20 vụ. Số án tồn 1.001 vụ.\nHình sự: thụ lý 1.302 vụ, giải quyết xong 1.201 vụ, đạt 92,24%. So cùng kỳ, số thụ lý giảm 60 vụ, số giải quyết giảm 70 vụ, còn tồn 101 vụ.\nDân sự: thụ lý 5.601 vụ, giải quyết xong 4.751 vụ, đạt 84,82%. So cùng kỳ, số thụ lý tăng 590 vụ; số giải quyết tăng 110 vụ. Còn tồn 850 vụ.\nHành chính: thụ lý 100 vụ, giải quyết xong 50 vụ, đạt 50%. So cùng kỳ, số thụ lý giảm 30 vụ, số giải quyết giảm 20 vụ. Còn tồn 50 vụ.", "total 7.003 1.302 5.601 100", "total 6.002 1.201 4.751 50", "total 1.001 101 850 50", "linear 500 60 590 30", "linear 20 70 110 20"],
  ["contributions in points", "Trong 7,63 điểm phần trăm tăng trưởng, công nghiệp đóng góp 3,68 điểm phần trăm, dịch vụ 3,07 điểm phần trăm và nông nghiệp 0,88 điểm phần trăm.", "total 7,63 3,68 3,07 0,88"],
  ["rises and falls of the parts", "Thụ lý 7.662 vụ, tăng 502 vụ, gồm: dân sự 6.218 vụ, tăng 594 vụ; hình sự 1.367 vụ, giảm 66 vụ; hành chính 77 vụ, giảm 26 vụ.", "linear 502 594 66 26"],
  // shares
  ["chiếm", "Có 100 hồ sơ, trong đó 25 hồ sơ trễ hạn, chiếm 25%.", "share 25% 25 100"],
  ["chiếm tỷ lệ, after the unit", "Giải quyết 8.644 hồ sơ; đúng hạn 8.580 hồ sơ chiếm tỷ lệ 99,26%.", "share 99,26% 8.580 8.644"],
  ["in parentheses", "Trong 1.346 công chức có 1.070 người trình độ đại học (79,5%).", "share 79,5% 1.070 1.346"],
  ["a/b đạt", "Đến nay 992/1.126 dịch vụ đã tích hợp, đạt 88,10%.", "share 88,10% 992 1.126"],
  ["a/b with the unit behind, in parentheses", "Có 82/82 (100%) hệ thống được phê duyệt.", "share 100% 82 82"],
  ["a trong tổng số b", "Đã có 662 trong tổng số 686 tổ chức xếp loại, đạt 96,5%.", "share 96,5% 662 686"],
  ["share before its figure", "Tỷ lệ chậm chiếm 15,9% trong 26.553 chuyến bay, tương đương 4.222 chuyến.", "share 15,9% 4.222 26.553"],
  ["two rows with their own bases", "Tòa tỉnh thụ lý 200 vụ, giải quyết 180 vụ, đạt 90%. Tòa huyện thụ lý 350 vụ, giải quyết 301 vụ, đạt 86%.", "share 90% 180 200", "share 86% 301 350"],
  ["the sibling's base", "Có 1.802 doanh nghiệp giải thể: bán lẻ 732 doanh nghiệp (chiếm 40,6%), chế biến 184 doanh nghiệp (chiếm 10,2%), xây dựng 178 doanh nghiệp (chiếm 9,9%)…", "share 40,6% 732 1.802", "share 10,2% 184 1.802", "share 9,9% 178 1.802"],
  ["paid of what was ordered", "Kiến nghị thu hồi 119.452,43 triệu đồng (đã nộp 118.790,25 triệu đồng, đạt tỷ lệ 99%).", "share 99% 118.790,25 119.452,43"],
  ["shares make a hundred", "Có 91,2% xếp loại tốt, 8,8% xếp loại khá.", "composition 91,2% 8,8%"],
  ["shares of one unprinted base", "Có 487 phiếu tán thành (98,58%), 484 phiếu đồng ý (97,98%), 475 phiếu thuận (96,15%).", "commonBase 487 484 475 98,58% 97,98% 96,15% ?"],
  ["two figures together", "Tổng vốn 2.935,6 tỷ đồng; vay ngân hàng 1.107,5 tỷ đồng và vốn dân góp 830,2 tỷ đồng, chiếm 66,0%.", "share 66,0% 1.107,5 830,2 2.935,6"],
  ["the plan printed behind it, past a list in parentheses", "Doanh thu đạt 276,4 tỷ đồng (tháng 01: 93,1 tỷ đồng; tháng 02: 88,5 tỷ đồng; tháng 3: 94,8 tỷ đồng), bằng 24,7% kế hoạch năm (1.120 tỷ đồng).", "total 276,4 93,1 88,5 94,8", "share 24,7% 276,4 1.120"],
  ["the plan as base", "Thu ngân sách đạt 6.551 tỷ đồng, bằng 65,51% dự toán năm (10.000 tỷ đồng).", "share 65,51% 6.551 10.000"],
  // changes
  ["tăng N (p%)", "Thụ lý 30.777 vụ, tăng 2.029 vụ (7,06%) so với năm trước.", "growth 7,06% 30.777 2.029"],
  ["tăng N (tăng p%)", "Có 318.011 người tham gia, tăng 40.640 người (tăng 14,65%) so với cùng kỳ.", "growth 14,65% 318.011 40.640"],
  ["giảm N, tương ứng p%", "Phát hiện 4.226 vụ, giảm 1.938 vụ, tương ứng giảm 31% so với cùng kỳ.", "growth 31% 4.226 1.938"],
  ["= p%", "Thụ lý 7.761 vụ, giảm 1.308 vụ = 14,4% so với năm 2018.", "growth 14,4% 7.761 1.308"],
  ["(-p%)", "Diện tích rừng thiệt hại 252 ha, giảm 225 ha (-47%).", "growth 47% 252 225"],
  ["rate first", "Xuất nhập khẩu đạt 151,98 tỷ USD, tăng 23,1%, tương ứng tăng 28,55 tỷ USD.", "growth 23,1% 151,98 28,55"],
  ["the base in the text", "Chuyển kỳ sau 215.010 việc, so với 144.857 việc của năm trước tăng 70.153 việc (tăng 48,43%).", "growth 48,43% 215.010 70.153", "difference 70.153 215.010 144.857"],
  ["thiếu so với", "Bầu được 496 đại biểu (thiếu 4 đại biểu so với 500 đại biểu cần bầu).", "difference 4 496 500"],
  ["a change and the changes that make it", "So với đầu năm, danh mục tăng 215 dịch vụ, trong đó tăng 148 dịch vụ toàn trình và tăng 67 dịch vụ một phần.", "total 215 148 67"],
  ["points between two percentages", "Tỷ lệ hồ sơ trực tuyến tăng từ 18,9% lên 21,5%, tăng 2,6 điểm phần trăm.", "difference 2,6 21,5% 18,9%"],
  ["percent or points, with the base in another report", "Tỷ lệ đúng hạn đạt 97,2% (tăng 2,2% so với tháng trước).", "difference 2,2% 97,2% ?"],
  ["gấp n lần", "Năm nay tiếp nhận 281.189 lượt, gấp 4,83 lần so với 58.177 lượt của năm trước.", "ratio 4,83 281.189 58.177"],
  ["hidden bases add up", "Kho lưu 97.633 tờ trình (giảm 12,35% so với quý trước), gồm 22.108 tờ trình gửi (giảm 12,55%) và 75.525 tờ trình nhận (giảm 12,29%).", "total ? ? ?", "mean 12,35% 12,55% 12,29%"],
  // stocks and flows
  ["còn tồn", "Thụ lý 1.367 vụ, giải quyết 1.206 vụ, còn tồn 161 vụ chuyển kỳ sau.", "balance 161 1.367 1.206"],
  ["opening, in, out and closing", "Đầu tháng còn 37 phản ánh; trong tháng nhận thêm 128 phản ánh, xử lý xong 139 phản ánh; cuối tháng còn 26 phản ánh.", "balance 26 37 128 139"],
  ["tồn đầu kỳ, mới, lũy kế", "Tiếp nhận mới 5.409 hồ sơ, kỳ trước chuyển sang 2.110 hồ sơ, lũy kế phải xử lý 7.519 hồ sơ.", "total 7.519 5.409 2.110"],
  ["nâng tổng số, with the earlier figure hidden", "Kỳ này cấp mới 83 thẻ, nâng tổng số thẻ đã cấp lên 2.707 thẻ.", "cumulative 2.707 ? 83"],
  // ratios and means
  ["bình quân", "Có 8.038 doanh nghiệp thành lập mới, vốn đăng ký 179.700 tỷ đồng; vốn bình quân một doanh nghiệp đạt 22,4 tỷ đồng.", "ratio 22,4 179.700 8.038"],
  ["bình quân, behind a slash", "Có 1.420 doanh nghiệp đăng ký mới với tổng vốn 12.780 tỷ đồng, bình quân 9,0 tỷ đồng/doanh nghiệp.", "ratio 9,0 12.780 1.420"],
  ["rates of the levels about the whole", "Tỷ lệ ký số đạt 98,44%, trong đó cấp tỉnh là 99,63%; cấp huyện là 96,93%; cấp xã là 98,28%.", "mean 98,44% 99,63% 96,93% 98,28%"],
  ["lần lượt", "Tỷ lệ tiêm mũi 1 là 99,4% và mũi 2 là 89,9%; hai tỷ lệ này lần lượt ở miền Bắc là 96,1% và 86,8%; miền Nam là 100% và 92,6%.", "mean 99,4% 96,1% 100%", "mean 89,9% 86,8% 92,6%"],
  ["a product printed with its factors", "Tổ chức 468 buổi (39 x 12) tuyên truyền.", "product 468 39 12"],
  ["an id range against its count", "Ghi nhận 151 ca mắc mới (BN17577-17727).", "count 151 17577 17727"],
  ["people per point, and density, on one hidden population", "Có 118 điểm phục vụ, bình quân 7.889 người/điểm phục vụ. Toàn tỉnh có 1.046.310 thuê bao, đạt mật độ 112,4 thuê bao/100 dân.", "ratio 7.889 ? 118", "ratio 112,4 1.046.310 ?", "agreement ? ?"],
  ["a table with a total row and shares", "| Đơn vị | Tiếp nhận (hồ sơ) | Đúng hạn (hồ sơ) | Tỷ lệ (%) |\n|---|---|---|---|\n| Hòa An | 200 | 190 | 95 |\n| Bình Lộc | 300 | 291 | 97 |\n| Tổng cộng | 500 | 481 | 96,2 |", "total 500 200 300", "total 481 190 291", "share 95 190 200", "share 96,2 481 500"],
  ["a table with numbered rows and a total column", "| STT | Đơn vị | Tổng | Trực tiếp | Trực tuyến |\n|---|---|---|---|---|\n| 1 | Hòa An | 200 | 50 | 150 |\n| 2 | Bình Lộc | 300 | 110 | 190 |", "total 200 50 150", "total 300 110 190"],
  ["without, by exclusion", "Tổng thu đạt 900 tỷ đồng; nếu trừ 150 tỷ đồng tiền đất thì thu đạt 750 tỷ đồng.", "total 900 150 750"],
  // further ways, as other authors word them
  ["respectively-chain of rates, three figures", "Cả tỉnh có 1.240 doanh nghiệp mới, vốn đăng ký 8.560 tỷ đồng, 9.300 lao động; giảm 310 doanh nghiệp (20%), tăng 1.070 tỷ đồng (14,29%) và giảm 700 lao động (7%).", "growth 20% 1.240 310", "growth 14,29% 8.560 1.070", "growth 7% 9.300 700"],
  ["lần lượt, parts", "Ba huyện Hòa An, Bình Lộc, Tân Phú có lần lượt 12, 15 và 23 xã, tổng cộng 50 xã.", "total 50 12 15 23"],
  ["tổng cộng last", "Hòa An có 12 xã, Bình Lộc 15 xã, Tân Phú 23 xã, tổng cộng 50 xã.", "total 50 12 15 23"],
  ["money compound", "Thu ngân sách 3 tháng đạt 104 tỷ 399 triệu đồng, gồm thu nội địa 80 tỷ 150 triệu đồng và thu hải quan 24 tỷ 249 triệu đồng.", "total 104 tỷ 399 triệu 80 tỷ 150 triệu 24 tỷ 249 triệu"],
  ["stray space in decimals", "Tổng chi là 37, 38 tỷ đồng, gồm 20, 13 tỷ đồng chi thường xuyên và 17,25 tỷ đồng chi đầu tư.", "total 37, 38 20, 13 17,25"],
  ["dot decimals in percents", "Kiểm tra 200 cơ sở, có 171 cơ sở đạt (85.5%), 29 cơ sở không đạt (14.5%).", "share 85.5% 171 200", "share 14.5% 29 200"],
  ["total before, dash list with colon", "Kết quả xử lý 128 đơn, cụ thể:\n- Đơn khiếu nại: 45 đơn;\n- Đơn tố cáo: 13 đơn;\n- Đơn kiến nghị, phản ánh: 70 đơn.", "total 128 45 13 70"],
  ["a) b) c) items", "Tổng số lao động được tạo việc làm: 3.450 người, trong đó:\na) Trong tỉnh: 2.150 người;\nb) Ngoài tỉnh: 1.020 người;\nc) Xuất khẩu lao động: 280 người.", "total 3.450 2.150 1.020 280"],
  ["two-level dashes", "- Tổng đàn gia súc: 5.300 con\n+ Trâu: 1.200 con\n+ Bò: 2.600 con\n+ Lợn: 1.500 con\n- Gia cầm: 40.200 con", "total 5.300 1.200 2.600 1.500"],
  ["trong đó with shares in parens", "Giải quyết 1.200 việc, trong đó dân sự 720 việc (chiếm 60%), hình sự 480 việc (chiếm 40%).", "total 1.200 720 480", "share 60% 720 1.200", "share 40% 480 1.200", "composition 60% 40%"],
  ["bằng of same period", "Tháng này giải ngân 180 tỷ đồng, bằng 120% so với cùng kỳ năm trước (150 tỷ đồng).", "share 120% 180 150"],
  ["tăng p% so với N", "Lượng khách đạt 46.000 lượt, tăng 15% so với cùng kỳ năm trước (40.000 lượt).", "growth 15% 46.000 40.000"],
  ["tăng from A to B", "Số xã đạt chuẩn tăng từ 45 xã lên 52 xã, tăng 7 xã.", "difference 7 52 45"],
  ["gấp lần", "Doanh thu đạt 360 tỷ đồng, gấp 1,5 lần cùng kỳ năm trước (240 tỷ đồng).", "ratio 1,5 360 240"],
  ["hoàn thành kế hoạch", "Gieo trồng được 4.180 ha, đạt 95% kế hoạch (4.400 ha).", "share 95% 4.180 4.400"],
  ["thực hiện a/b", "Đã cấp 1.860/2.000 giấy chứng nhận, đạt 93%.", "share 93% 1.860 2.000"],
  ["a/b unit before slash", "Có 45 xã/60 xã đạt chuẩn nông thôn mới, chiếm 75%.", "share 75% 45 60"],
  ["a trên b", "Đến nay có 48 trên tổng số 64 trường đạt chuẩn (75%).", "share 75% 48 64"],
  ["còn lại share", "Trong 400 hộ được khảo sát, 260 hộ hài lòng (65%), còn lại 140 hộ chưa hài lòng (35%).", "total 400 260 140", "share 65% 260 400", "share 35% 140 400"],
  ["luỹ kế", "Trong tháng tiếp nhận 340 hồ sơ; lũy kế từ đầu năm 2.940 hồ sơ, tháng trước lũy kế 2.600 hồ sơ.", "cumulative 2.940 2.600 340"],
  ["stock flow with words", "Tồn đầu kỳ 25 đơn, tiếp nhận trong kỳ 110 đơn, đã giải quyết 105 đơn, còn tồn cuối kỳ 30 đơn.", "balance 30 25 110 105"],
  ["exclusion", "Tổng số công chức là 1.340 người, không tính 40 người biệt phái thì còn 1.300 người.", "total 1.340 40 1.300"],
  ["xuất siêu", "Xuất khẩu đạt 95,66 tỷ USD, nhập khẩu đạt 81,38 tỷ USD, xuất siêu 14,28 tỷ USD.", "difference 14,28 95,66 81,38"],
  ["cán cân across sentences", "Kim ngạch xuất khẩu 8 tháng ước đạt 95,66 tỷ USD, tăng 15,5% so cùng kỳ. Kim ngạch nhập khẩu ước đạt 81,38 tỷ USD, tăng 14,8%. Tính chung 8 tháng, cả nước xuất siêu 14,28 tỷ USD.", "difference 14,28 95,66 81,38"],
  ["export + import total", "Tổng kim ngạch xuất nhập khẩu đạt 35,07 tỷ USD. Trong đó, xuất khẩu đạt 17,67 tỷ USD, giảm 0,7%; nhập khẩu đạt 17,4 tỷ USD, giảm 3,8%.", "total 35,07 17,67 17,4"],
  ["mean bound", "Chỉ số chung tăng 3,2%, trong đó khu vực công tăng 2,1%, khu vực tư nhân tăng 4,0%.", "mean 3,2% 2,1% 4,0%"],
  ["product in parens", "Phát 1.560 tờ rơi (26 thôn x 60 tờ).", "product 1.560 26 60"],
  ["per unit", "Có 250 hộ được hỗ trợ với tổng số tiền 5 tỷ đồng, mỗi hộ 20 triệu đồng.", "ratio 20 5 250"],
  ["binh quan lead", "Bình quân mỗi xã có 2,5 trạm, toàn huyện có 50 trạm trên 20 xã.", "ratio 2,5 50 20"],
  ["repeat in body", "Toàn tỉnh có 1.255 cơ sở. Trong số 1.255 cơ sở này, 1.004 cơ sở (80%) đạt.", "share 80% 1.004 1.255"],
  ["share before number", "Tỷ lệ giải ngân đạt 62,5% (tương ứng 500/800 tỷ đồng).", "share 62,5% 500 800"],
  ["share with its base behind", "Có 36 trường hợp (chiếm 24% trong tổng số 150 trường hợp) vi phạm.", "share 24% 36 150"],
  ["delta of percentages, thấp hơn", "Tỷ lệ hộ nghèo của tỉnh là 4,2%, thấp hơn 1,3 điểm phần trăm so với bình quân vùng (5,5%).", "difference 1,3 4,2% 5,5%"],
  ["percent points vượt", "Tỷ lệ bao phủ đạt 92,4%, vượt 0,4% so với chỉ tiêu 92%.", "difference 0,4% 92,4% 92%"],
  ["vượt N so với KH", "Trồng được 1.250 ha rừng, vượt 50 ha so với kế hoạch (1.200 ha).", "difference 50 1.250 1.200"],
  ["giảm còn", "Số vụ cháy giảm từ 40 vụ xuống còn 31 vụ, giảm 9 vụ (22,5%).", "difference 9 31 40", "growth 22,5% 31 40"],
  ["increase both abs and relative with and", "Tiếp nhận 5.250 hồ sơ, tăng 250 hồ sơ và tăng 5% so với tháng trước.", "growth 5% 5.250 250"],
  ["of which by gender", "Có 1.000 học viên, nam 640, nữ 360.", "total 1.000 640 360"],
  ["two sums in different units", "Thiệt hại 120 nhà và 45 ha lúa, trong đó Hòa An 80 nhà, 30 ha; Bình Lộc 40 nhà, 15 ha.", "total 120 80 40", "total 45 30 15"],
  ["hundred idiom", "Có 100% đơn vị (35/35) gửi báo cáo.", "share 100% 35 35"],
  ["gồm có chapters with nested và", "Ban hành 86 văn bản, gồm 12 quyết định, 30 kế hoạch, 44 công văn.", "total 86 12 30 44"],
  ["votes unprinted base", "Kết quả biểu quyết: tán thành 441 đại biểu (89,27%), không tán thành 12 đại biểu (2,43%), không biểu quyết 20 đại biểu (4,05%).", "commonBase 441 12 20 89,27% 2,43% 4,05% ?"],
  ["hơn in share", "Số chậm là 1.963 chuyến, chiếm hơn 17,5% trong 11.200 chuyến.", "share 17,5% 1.963 11.200"],
  ["growth on quarter with base before", "Quý I thu 400 tỷ đồng; quý II thu 460 tỷ đồng, tăng 15% so với quý I.", "growth 15% 460 400"],
  ["months sum up", "Doanh thu tháng 7 đạt 30 tỷ đồng, tháng 8 đạt 32 tỷ đồng, tháng 9 đạt 35 tỷ đồng; cả quý III đạt 97 tỷ đồng.", "total 97 30 32 35"],
  ["id range", "Công bố 24 ca mắc (BN1201-BN1224).", "count 24 1201 1224"],
  ["three level sum total in the first sentence", "Tổng số văn bản đến: 52.000 văn bản (cấp tỉnh: 30.000 văn bản, cấp huyện: 12.000 văn bản, cấp xã: 10.000 văn bản).", "total 52.000 30.000 12.000 10.000"],
  ["province including", "Toàn tỉnh cấp 3.000 chứng thư số; riêng cấp xã 1.800 chứng thư số, cấp huyện 700 chứng thư số, cấp tỉnh 500 chứng thư số.", "total 3.000 1.800 700 500"],
  ["online full and partial", "Có 1.900 dịch vụ công; 1.100 dịch vụ toàn trình và 800 dịch vụ một phần.", "total 1.900 1.100 800"],
  ["both parts, total after", "Số hồ sơ nộp trực tuyến là 5.200 hồ sơ, nộp trực tiếp 1.800 hồ sơ. Tổng số hồ sơ tiếp nhận là 7.000 hồ sơ.", "total 7.000 5.200 1.800"],
  ["total of three sources after", "Ngân sách trung ương 120 tỷ đồng, ngân sách tỉnh 60 tỷ đồng, vốn huy động 20 tỷ đồng; tổng vốn thực hiện 200 tỷ đồng.", "total 200 120 60 20"],
  ["tỷ trọng", "Cơ cấu kinh tế: nông nghiệp chiếm 18,5%; công nghiệp - xây dựng 42,3%; dịch vụ 39,2%.", "composition 18,5% 42,3% 39,2%"],
  ["tỷ lệ per rate /1000", "Ghi nhận 84 ca mắc trên 120.000 dân, tỷ lệ 0,7 ca/1.000 dân.", "ratio 0,7 84 120.000"],
  ["số dư", "Số dư đầu năm 200 triệu đồng, thu trong năm 900 triệu đồng, chi 850 triệu đồng, số dư cuối năm 250 triệu đồng.", "balance 250 200 900 850"],
  ["area density", "Diện tích 1.250 km2, dân số 625.000 người, mật độ dân số 500 người/km2.", "ratio 500 625.000 1.250"],
  ["per household members", "Dân số 84.000 người với 21.000 hộ, bình quân 4 người/hộ.", "ratio 4 84.000 21.000"],
  ["delta in parens bare", "Cấp mới 520 giấy phép (tăng 20 giấy phép so với tháng trước: 500).", "difference 20 520 500"],
  ["semi list of changes", "Tai nạn giao thông làm chết 12 người (giảm 3 người, tương ứng giảm 20%), bị thương 28 người (tăng 4 người, tương ứng tăng 16,67%).", "growth 20% 12 3", "growth 16,67% 28 4"],
  ["two changes in one bracket", "Tổng thu đạt 1.250 tỷ đồng (tăng 250 tỷ đồng, tương đương 25% so với cùng kỳ).", "growth 25% 1.250 250"],
  ["tăng trưởng from base listed earlier", "Năm 2023, toàn tỉnh có 2.400 hợp tác xã; năm 2024 có 2.520 hợp tác xã, tăng 120 hợp tác xã (5%).", "growth 5% 2.520 120", "difference 120 2.520 2.400"],
  ["so với X của năm trước", "Tiếp nhận 1.540 đơn, giảm 60 đơn so với 1.600 đơn của cùng kỳ năm trước.", "difference 60 1.540 1.600"],
  ["tỷ lệ then count in the next clause", "Tỷ lệ hộ nghèo còn 3,5%, tương ứng 735 hộ trong tổng số 21.000 hộ.", "share 3,5% 735 21.000"],
  ["percent before noun of total", "Có 85% trong tổng số 1.200 giáo viên đạt chuẩn, tương đương 1.020 giáo viên.", "share 85% 1.020 1.200"],
  ["còn thiếu so với", "Đã tuyển 185 chỉ tiêu, còn thiếu 15 chỉ tiêu so với kế hoạch 200 chỉ tiêu.", "difference 15 185 200"],
  ["vượt p% kế hoạch", "Thu nội địa đạt 5.250 tỷ đồng, vượt 5% so với dự toán (5.000 tỷ đồng).", "growth 5% 5.250 5.000"],
  ["đạt p% dự toán and tăng", "Thu nội địa 4.500 tỷ đồng, đạt 90% dự toán (5.000 tỷ đồng), tăng 12,5% so với cùng kỳ (4.000 tỷ đồng).", "share 90% 4.500 5.000", "growth 12,5% 4.500 4.000"],
  ["fraction of three values", "Đã tổ chức 36/40 cuộc thanh tra theo kế hoạch, đạt 90%.", "share 90% 36 40"],
  ["percent with fraction in brackets", "Tỷ lệ xã đạt chuẩn là 72% (108/150 xã).", "share 72% 108 150"],
  ["bracket with fraction after count", "Có 108 xã đạt chuẩn (108/150 xã, đạt 72%).", "share 72% 108 150"],
  ["list with colon and shares", "Cơ cấu vốn: ngân sách 120 tỷ đồng (60%); doanh nghiệp 50 tỷ đồng (25%); dân góp 30 tỷ đồng (15%). Tổng cộng 200 tỷ đồng.", "total 200 120 50 30", "share 60% 120 200", "composition 60% 25% 15%"],
  ["rows per district with the total first", "Toàn tỉnh xảy ra 120 vụ cháy, làm 15 người chết. Trong đó, Hòa An 60 vụ, 8 người chết; Bình Lộc 40 vụ, 5 người chết; Tân Phú 20 vụ, 2 người chết.", "total 120 60 40 20", "total 15 8 5 2"],
  ["rows per district with parens", "Thiệt hại 310 ha lúa (Hòa An 150 ha, Bình Lộc 100 ha, Tân Phú 60 ha) và 55 ha màu (Hòa An 30 ha, Bình Lộc 25 ha).", "total 310 150 100 60", "total 55 30 25"],
  ["nested totals deep", "Tiếp nhận 800 hồ sơ: trực tuyến 500 hồ sơ (toàn trình 300, một phần 200), trực tiếp 300 hồ sơ.", "total 800 500 300", "total 500 300 200"],
  ["late part", "Đã giải quyết 760 hồ sơ (trước hạn 400, đúng hạn 340, quá hạn 20), đang giải quyết 40 hồ sơ.", "total 760 400 340 20"],
  ["received minus solved is pending", "Tiếp nhận 800 hồ sơ, đã giải quyết 760 hồ sơ, đang giải quyết 40 hồ sơ.", "balance 40 800 760"],
  ["kỳ trước chuyển sang", "Tổng số hồ sơ tiếp nhận 950 hồ sơ (kỳ trước chuyển sang 150 hồ sơ, tiếp nhận mới 800 hồ sơ); đã giải quyết 900 hồ sơ; còn 50 hồ sơ đang giải quyết.", "total 950 150 800", "balance 50 950 900"],
  ["budget in and out", "Tổng thu 1.000 triệu đồng, tổng chi 940 triệu đồng, còn dư 60 triệu đồng.", "balance 60 1.000 940"],
  ["population by sex with shares", "Dân số 512.400 người; nam 254.100 người (49,59%), nữ 258.300 người (50,41%).", "total 512.400 254.100 258.300", "share 49,59% 254.100 512.400", "share 50,41% 258.300 512.400"],
  ["urban rural", "Dân số 512.400 người, trong đó thành thị 112.728 người, chiếm 22%; nông thôn 399.672 người, chiếm 78%.", "total 512.400 112.728 399.672", "share 22% 112.728 512.400", "share 78% 399.672 512.400"],
  ["levels with rates", "Tỷ lệ hồ sơ đúng hạn: cấp tỉnh 99,2%, cấp huyện 97,1%, cấp xã 98,5%; bình quân toàn tỉnh 98,3%.", "mean 98,3% 99,2% 97,1% 98,5%"],
  ["growth contributions", "GRDP tăng 7,25%, trong đó nông nghiệp đóng góp 0,85 điểm phần trăm; công nghiệp 3,40 điểm phần trăm; dịch vụ 3,00 điểm phần trăm.", "total 7,25% 0,85 3,40 3,00"],
  ["contribution percent", "Trong mức tăng chung, nông nghiệp đóng góp 11,7%, công nghiệp 46,9%, dịch vụ 41,4%.", "composition 11,7% 46,9% 41,4%"],
  ["tons per ha yield", "Diện tích lúa 12.000 ha, năng suất 65 tạ/ha, sản lượng 78.000 tấn.", "ratio 65 78.000 12.000"],
  ["per capita income", "Tổng thu nhập 3.000 tỷ đồng, dân số 60.000 người, bình quân 50 triệu đồng/người/năm.", "ratio 50 3.000 60.000"],
  ["same twice diff unit", "Vốn đầu tư 1,25 nghìn tỷ đồng, trong đó ngân sách 800 tỷ đồng, vốn khác 450 tỷ đồng.", "total 1,25 800 450"],
  ["billions vs USD", "Kim ngạch 1.250 triệu USD, gồm dệt may 700 triệu USD, gỗ 350 triệu USD và hàng khác 200 triệu USD.", "total 1.250 700 350 200"],
  ["kg tons", "Thu gom 12,5 tấn rác, trong đó rác nhựa 4.500 kg và rác hữu cơ 8.000 kg.", "total 12,5 4.500 8.000"],
  ["sum over and with each", "Hỗ trợ 5 xã, mỗi xã 200 triệu đồng, tổng kinh phí 1 tỷ đồng.", "ratio 200 1 5"],
  ["range of two months", "Tháng 9 có 1.200 hồ sơ, tháng 10 có 1.350 hồ sơ, tăng 150 hồ sơ (12,5%).", "difference 150 1.350 1.200", "growth 12,5% 1.350 150"],
  ["last month's in brackets before change", "Trong tháng 10 tiếp nhận 1.350 hồ sơ (tháng 9: 1.200 hồ sơ), tăng 12,5%.", "growth 12,5% 1.350 1.200"],
  ["decrease from to", "Tỷ lệ hộ nghèo giảm từ 5,2% năm 2023 xuống còn 3,9% năm 2024 (giảm 1,3%).", "difference 1,3% 3,9% 5,2%"],
  ["year to date vs year plan", "Lũy kế 10 tháng giải ngân 850 tỷ đồng, đạt 85% kế hoạch vốn (1.000 tỷ đồng).", "share 85% 850 1.000"],
  ["per commune list", "Số điểm cầu là 60 điểm, gồm 1 điểm cấp tỉnh, 9 điểm cấp huyện và 50 điểm cấp xã.", "total 60 1 9 50"],
  ["gấp đôi", "Số lượt tra cứu đạt 24.000 lượt, gấp 2 lần so với tháng trước (12.000 lượt).", "ratio 2 24.000 12.000"],
  ["bằng lần", "Kinh phí năm nay 300 triệu đồng, bằng 1,2 lần năm trước (250 triệu đồng).", "ratio 1,2 300 250"],
  ["partial with còn lại", "Trong 45 dự án, có 20 dự án đã hoàn thành, 15 dự án đang thi công, số còn lại 10 dự án đang chuẩn bị đầu tư.", "total 45 20 15 10"],
  ["chia theo", "Có 640 vụ vi phạm. Chia theo lĩnh vực: đất đai 250 vụ; xây dựng 180 vụ; môi trường 210 vụ.", "total 640 250 180 210"],
  ["phân theo with shares", "Phân theo nguồn vốn, 640 dự án gồm: ngân sách 400 dự án (62,5%), ngoài ngân sách 240 dự án (37,5%).", "total 640 400 240", "share 62,5% 400 640"],
  ["deadline compare", "Trong tháng cấp 500 thẻ, nâng tổng số thẻ từ 2.200 lên 2.700 thẻ.", "cumulative 2.700 2.200 500"],
  ["three numbers sum with 'và' only", "Khu vực I có 12 xã và khu vực II có 8 xã, tổng số 20 xã.", "total 20 12 8"],
  ["percent of parts in bracket with base", "Số hộ dùng nước sạch là 19.950/21.000 hộ (95%), tăng 2% so với năm 2023.", "share 95% 19.950 21.000"],
  ["spend of allocated", "Kinh phí được giao 2.500 triệu đồng; đã giải ngân 2.000 triệu đồng (80%); còn lại 500 triệu đồng.", "share 80% 2.000 2.500", "total 2.500 2.000 500"],
  ["a pair with what is left behind it", "Đã giải quyết 19/33 vụ việc thuộc thẩm quyền, 14 vụ còn lại đang xem xét.", "balance 14 33 19"],
  ["parentheses before the slash", "Đã xử lý 176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn, đạt tỷ lệ 79,64%.", "total 176 160 16", "share 79,64% 176 221"],
  ["one verb for two changes", "Đã tiếp 866 lượt/964 người. So với cùng kỳ giảm 146 lượt, 127 người (cùng kỳ tiếp 1.012 lượt/1.091 người).", "difference 146 866 1.012", "difference 127 964 1.091"],
  ["shares of a plan between those of the parts", "Thu nội địa đạt 2.400 tỷ đồng, bằng 28,4% dự toán, gồm: thuế, phí 1.290 tỷ đồng, bằng 21,7% dự toán; tiền đất 1.110 tỷ đồng, bằng 43,5% dự toán.", "total 2.400 1.290 1.110", "mean 28,4% 21,7% 43,5%"],
  ["contributions beside rates", "Tăng trưởng 6 tháng đạt 6,5%. Trong đó, nông nghiệp tăng 4,29%, đóng góp 0,49 điểm phần trăm; công nghiệp tăng 6,78%, đóng góp 3,93 điểm phần trăm; dịch vụ tăng 6,81%, đóng góp 2,08 điểm phần trăm.", "total 6,5% 0,49 3,93 2,08"],
  ["the rate of the whole in words", "Trong mức tăng 5,73% của toàn nền kinh tế, nông nghiệp tăng 2,65%; công nghiệp tăng 5,81%; dịch vụ tăng 6,85%.", "mean 5,73% 2,65% 5,81% 6,85%"],
  ["so many out of so many, three times", "Cả tỉnh có 466 trường đạt chuẩn. Trong đó, tiểu học có 206 trường trong tổng số 412 trường (50%); trung học cơ sở có 160 trường trong tổng số 320 trường (50%); mầm non có 100 trong tổng số 400 trường (25%).", "total 466 206 160 100", "share 25% 100 400"],
  ["parts in the next sentence", "Toàn huyện gieo trồng 16.470 ha. Các xã trồng nhiều loại cây như: khoai 2.400 ha; bí 1.850 ha; ngô 4.100 ha; rau, đậu 8.120 ha.", "total 16.470 2.400 1.850 4.100 8.120"],
  ["names and figures on the next line", "Trong ngày có 4.583 ca mắc mới.\nCác huyện ghi nhận như sau: Hòa An (2.575), Bình Lộc (1.787), Tân Phú (221).", "total 4.583 2.575 1.787 221"],
  ["the growth of an average", "Có 8.038 doanh nghiệp mới với vốn đăng ký 179.700 tỷ đồng, giảm 20,3% về số doanh nghiệp, tăng 16,0% về vốn. Vốn bình quân một doanh nghiệp đạt 22,4 tỷ đồng, tăng 45,5% so với tháng trước.", "ratio 22,4 179.700 8.038", "quotientGrowth 45,5% 16,0% 20,3%"],
  ["two figures at the head of two items", "Khối ngoài nhà nước xuất nhập khẩu tháng này 22,39 tỷ USD, 8 tháng đạt 151,98 tỷ USD:\n- Xuất khẩu tháng này 12,15 tỷ USD, 8 tháng đạt 81,09 tỷ USD;\n- Nhập khẩu tháng này 10,24 tỷ USD, 8 tháng đạt 70,89 tỷ USD.", "total 151,98 81,09 70,89"],
  ["a share of the parts that it names", "Đã xử lý 1.987 đơn, trong đó trước hạn 1.140 đơn, đúng hạn 801 đơn, quá hạn 46 đơn. Tỷ lệ xử lý đúng hạn và trước hạn đạt 97,68%.", "share 97,68% 1.140 801 1.987"],
  ["points between two shares of one sentence", "Đầu năm có 3.314 hộ nghèo (5,22%), cuối năm còn 2.711 hộ (4,21%), giảm 603 hộ, tương ứng giảm 1,01 điểm phần trăm.", "difference 1,01 4,21% 5,22%"],
  ["bodies with numbers for names", "Đã công chứng 8.314 hợp đồng (phòng công chứng số 1: 2.136; phòng công chứng số 2: 3.115; văn phòng Minh Tâm: 3.063).", "total 8.314 2.136 3.115 3.063"],
  ["a rise between rises and a fall", "Chỉ số sản xuất 9 tháng tăng 6,6%, trong đó khai khoáng giảm 3,1%; chế biến tăng 7,4%; điện tăng 4,9%.", "mean 6,6% 3,1% 7,4% 4,9%"],
  ["an average of whole people", "Tổ chức 46 lớp cho 2.318 lượt người tham dự, bình quân 50 người/lớp.", "ratio 50 2.318 46"],
  ["each growth with its own base behind", "Có 1.345 hợp tác xã với số vốn 9.770 tỷ đồng, tăng 3,9% về số hợp tác xã (năm trước: 1.295 hợp tác xã) và giảm 8,1% về vốn (10.631 tỷ đồng).", "growth 3,9% 1.345 1.295", "growth 8,1% 9.770 10.631"],
  ["one singled out among the others", "Giá trị sản xuất đạt 25.892 tỷ đồng.\n\nCông nghiệp, xây dựng đạt 16.443,9 tỷ đồng, riêng công nghiệp đạt 14.490,2 tỷ đồng; dịch vụ đạt 5.694,6 tỷ đồng; nông nghiệp đạt 2.131,3 tỷ đồng; thuế đạt 1.622,2 tỷ đồng.", "total 25.892 16.443,9 5.694,6 2.131,3 1.622,2"],
  ["what became of them, two paragraphs on", "Phát hiện 1.754 vụ vi phạm, bắt 3.906 đối tượng.\n\nThu giữ 706 kg pháo nổ.\n\nĐã khởi tố 1.466 vụ với 2.367 bị can; xử lý hành chính 255 vụ với 1.489 người; xử lý khác 33 vụ với 50 đối tượng.", "total 1.754 1.466 255 33", "total 3.906 2.367 1.489 50"],
  ["paragraphs behind the same words", "Toàn tỉnh xảy ra 1.210 vụ cháy, bị thương 315 người.\n\nKhu dân cư xảy ra 874 vụ cháy, bị thương 201 người.\n\nCơ sở sản xuất xảy ra 336 vụ cháy, bị thương 114 người.", "total 1.210 874 336", "total 315 201 114"],
  ["an average over one", "Có 4.900 hợp tác xã với tổng vốn 88.210 tỷ đồng; vốn bình quân trên một hợp tác xã đạt 18,0 tỷ đồng.", "ratio 18,0 88.210 4.900"],
  ["an item that sums up the items below", "- Tổng số việc phải làm 3.537 việc, trong đó:\n+ Chưa có điều kiện: 2.712 việc;\n+ Có điều kiện: 825 việc;\n+ Đã xong 561 việc;\n+ Làm dở 262 việc;\n+ Tạm dừng 2 việc", "total 825 561 262 2"],
];

/** Sentences that look like a promise and make none: nothing may be reported. */
const traps: readonly (readonly [trap: string, text: string])[] = [
  ["a partial list, the largest first", "Có 20.187 doanh nghiệp, nhiều nhất là thương mại 6.300 doanh nghiệp, tiếp đến là xây dựng 3.100 doanh nghiệp."],
  ["a single part", "Phát hiện 326 vụ, trong đó có 42 vụ rất nghiêm trọng."],
  ["attributes that overlap", "Bầu 60 đại biểu, trong đó 20 đại biểu nữ, 35 đại biểu dân tộc thiểu số, 12 đại biểu dưới 35 tuổi."],
  ["chủ yếu", "Tiếp nhận 500 phản ánh, chủ yếu gồm 180 phản ánh giao thông, 120 phản ánh môi trường."],
  ["an open list", "Có 900 hồ sơ, gồm 300 hồ sơ đất đai, 200 hồ sơ hộ tịch, 150 hồ sơ xây dựng…"],
  ["points called percent", "Tỷ lệ đúng hạn đạt 97,2% (tăng 2,2% so với tháng trước)."],
  ["the base is not in the text", "Có 432 đại biểu tham gia biểu quyết (chiếm 87,45% tổng số đại biểu)."],
  ["different things in one sentence", "Mưa lũ làm hỏng 355 nhà, 924 ha lúa, 12 tuyến đường, 461 con gia súc."],
  ["a plan's share", "Thu nội địa đạt 2.433 tỷ đồng, bằng 28,4% dự toán Trung ương, tăng 75,6% so với cùng kỳ."],
  ["shares of a plan beside parts of a total", "Tổng thu đạt 6.802 tỷ đồng, trong đó: thu nội địa 6.551 tỷ đồng, bằng 60,1% dự toán; thu xuất nhập khẩu 251 tỷ đồng, bằng 20,1% dự toán."],
  ["a base named behind the percentage", "Có 1.100.200 người tham gia bảo hiểm, đạt tỷ lệ bao phủ 92,1% dân số; bắt buộc 120.300 người."],
  ["dates and document numbers", "Ngày 12/8, Sở ban hành Quyết định số 142/QĐ-STC ngày 10/10/2024 và 03 kế hoạch giai đoạn 2021-2025."],
  ["intake less solved is not what is under way", "Tiếp nhận 659.245 hồ sơ, giải quyết 643.272 hồ sơ; đang xử lý 7.172 hồ sơ."],
  ["last year's rate in brackets", "Xuất khẩu đạt 17,67 tỷ USD, tăng 18,8% (cùng kỳ năm trước tăng 19,5%)."],
  ["shares of a plan, told once", "Tổng chi đạt 1.690 tỷ đồng, đạt 22,9% dự toán năm. Trong đó, chi đầu tư 623,7 tỷ đồng, đạt 48,2%; chi thường xuyên 1.066,3 tỷ đồng, đạt 25%."],
  ["shares of wholes that are printed nowhere", "Trường đạt chuẩn: mầm non 141 (51,8%), tiểu học 206 (75,2%), trung học cơ sở 123 (56%)."],
  ["the list is of something narrower", "Các hãng thực hiện 81.000 chuyến bay. Trong đó, số chuyến bay cất cánh đúng giờ của hãng A là 30.000 chuyến, hãng B 27.400 chuyến, hãng C 6.470 chuyến."],
  ["last rate of another field", "Thủy sản có mức tăng cao nhất với 5,08%; lâm nghiệp tăng 4,31%, thấp hơn mức tăng 5,75% của năm trước."],
  ["a plan behind so với", "Thu nội địa 9.877 tỷ đồng trong tổng thu 22.056 tỷ đồng, đạt 23% so với dự toán."],
  ["a share of another thing", "Có 21 người ngoài Đảng, người trẻ tuổi đạt 14,30%, tái cử 160 người."],
  ["a whole of the next sentence", "Vùng ven biển gặt được 412,3 nghìn ha, chiếm 74% diện tích gieo cấy. Diện tích gieo cấy vùng núi là 671,1 nghìn ha, trong đó 87,6 nghìn ha đã gặt, chiếm 13,1% diện tích xuống giống."],
  ["a change without its unit", "Diện tích rừng bị phá 28,37 ha, giảm 1,43 (tương đương 5%) so với cùng kỳ."],
  ["multiples never add up", "Đón hơn 154.000 lượt khách, tăng hơn 2,4 lần. Trong đó, khách nội địa khoảng 146.600 lượt, tăng hơn 2,3 lần; khách quốc tế khoảng 7.400 lượt, tăng gần 12 lần."],
  ["hedges leave room, not sense", "Khách nội địa khoảng 236.600 lượt. Huyện ven biển đón khoảng 7.300 lượt, khoảng 118.000 lượt, khoảng 109.000 lượt, khoảng 8.100 lượt."],
  ["counts beside counts of people", "Cả nước xảy ra 1.640 vụ, bị thương 1.391 người.\n\nTrong đó nghiêm trọng xảy ra 702 vụ, làm chết 655 người, bị thương 354 người."],
];

describe("what a wording promises", () => {
  it.each(promises.map(([wording, text, ...expected]) => ({ wording, text, expected })))("$wording", ({ text, expected }) => {
    expect(relationsOf(text)).toEqual(expect.arrayContaining(expected));
    expect(findingsOf(text).filter((finding) => !finding.startsWith("info"))).toEqual([]);
  });
});

/** Sentences with one wrong figure: what is reported, and the value named. */
const slips: readonly (readonly [slip: string, text: string, finding: string, mend: string])[] = [
  [
    "a share whose siblings hold",
    "Cấp tỉnh xử lý 8.644 đơn, gồm 8.580 đơn đúng hạn chiếm 99,26% và 64 đơn trễ hạn chiếm 0,74%; cấp huyện xử lý 667 đơn, gồm 648 đơn đúng hạn chiếm 97,15% và 19 đơn trễ hạn chiếm 2,95%; cấp xã xử lý 8.641 đơn, gồm 8.618 đơn đúng hạn chiếm 99,73% và 23 đơn trễ hạn chiếm 0,27%.",
    "error share-mismatch",
    "2,85 %",
  ],
  ["a table row whose neighbours hold", "| Đơn vị | Nhận (hồ sơ) | Đúng hạn (hồ sơ) | Tỷ lệ (%) |\n|---|---|---|---|\n| Hòa An | 2.011 | 1.901 | 94,53 |\n| Bình Lộc | 3.004 | 2.914 | 97,20 |\n| Tân Phú | 1.507 | 1.466 | 97,28 |\n| Tổng cộng | 6.522 | 6.281 | 96,30 |", "error share-mismatch", "97,00 %"],
  ["a share beside siblings, far off", "Có 1.346 công chức, trong đó 1.070 người trình độ đại học (79,5%), 53 người cao đẳng (6,9%), 223 người trung cấp (16,6%).", "error share-mismatch", "3,9 %"],
  ["a concluding total", "Đợt một giải ngân 12.450 triệu đồng, đợt hai giải ngân 7.250 triệu đồng, tổng cộng 19.070 triệu đồng.", "review total-mismatch", "19.700"],
  ["one of many votes", "Tán thành 487 đại biểu (98,58%), không tán thành 5 đại biểu (1,01%), không biểu quyết 2 đại biểu (0,40%), vắng 12 đại biểu (2,34%).", "review common-base-mismatch", "2,43 %"],
  ["a change against a named base", "Tiếp nhận 1.543 đơn, giảm 90 đơn so với 1.603 đơn của cùng kỳ năm trước.", "review difference-mismatch", "60"],
  ["a transposed total", "Diện tích rừng là 41.415.381 ha, bao gồm 10.236.415 ha rừng tự nhiên và 4.178.966 ha rừng trồng.", "review total-mismatch", "14.415.381"],
];

describe("what is wrong, and what it should be", () => {
  it.each(slips.map(([slip, text, finding, mend]) => ({ slip, text, finding, mend })))("$slip", ({ text, finding, mend }) => {
    const { findings } = examine(readText(text, "text").network);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([finding]);
    expect(findings[0]?.message.vi).toContain(mend);
  });
});

describe("what promises nothing", () => {
  it.each(traps.map(([trap, text]) => ({ trap, text })))("$trap", ({ text }) => {
    expect(findingsOf(text).filter((finding) => !finding.startsWith("info"))).toEqual([]);
  });
});

it("ends in time on a number that nobody types", () => {
  const digits = "73".repeat(5000);
  const text = `Có 1.204 hồ sơ, trong đó ${digits} hồ sơ đúng hạn (98,36%), 38 hồ sơ trễ hạn (1,94%); ${digits.slice(2)} hồ sơ khác, tăng ${digits}%.`;
  expect(() => findingsOf(text)).not.toThrow();
}, 10_000);
