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
  ["a share of another thing", "Có 21 người ngoài Đảng, người trẻ tuổi đạt 14,30%, tái cử 160 người."],
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
