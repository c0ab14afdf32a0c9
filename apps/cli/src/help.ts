import type { Arguments } from "./arguments.ts";
import { commandNames, unknownCommand } from "./arguments.ts";
import type { Said } from "./language.ts";
import { print } from "./output.ts";

const overview: Said = {
  vi: `khop: kiểm xem các con số trong một báo cáo có khớp nhau không.

Cách dùng:
  khop check TỆP…       tìm các con số không khớp, với giá trị nhiều khả năng đúng
  khop diff TRƯỚC SAU   từng con số thay đổi ra sao giữa hai báo cáo
  khop compose          soạn báo cáo từ số liệu
  khop refresh TỆP      cập nhật các con số trong tệp Word đã soạn
  khop explain TỆP SỐ   một con số trong tệp Word đã soạn từ đâu ra
  khop init [THƯ-MỤC]   tạo thư mục làm việc
  khop facts            nhập, xuất số liệu
  khop regimes          các chế độ báo cáo có sẵn
  khop figures TỆP      liệt kê mọi con số đọc được
  khop waive TỆP MÃ     chấp nhận một phát hiện, kèm lý do
  khop owed             đơn vị còn phải gửi gì cho máy chủ
  khop send TỆP         nhập tệp số liệu vào máy chủ; --submit để gửi lên
  khop fetch            tải số liệu hoặc báo cáo từ máy chủ
  khop serve            chạy máy chủ thu thập số liệu
  khop backup TỆP       sao lưu kho số liệu; khop restore TỆP để khôi phục
  khop audit verify     kiểm tra niêm phong của nhật ký
  khop demo             kiểm báo cáo mẫu đi kèm
  khop help LỆNH        các cờ của một lệnh
  khop --version        phiên bản

Ví dụ:
  khop check bao-cao.md
  khop check "bao-cao/**/*.md" --severity error
  khop check bieu-mau.xlsx
  khop check thu-muc-bao-cao --output ket-qua.txt
  khop check bao-cao.docx --annotate bao-cao-ghi-chu.docx
  khop check bao-cao.docx --report ket-qua.html
  khop check --layout bao-cao.docx
  khop check thang-10.docx --previous thang-9.docx

In English: khop --help --lang en
`,
  en: `khop: checks whether the figures of a report fit together.

Usage:
  khop check FILE…      find figures that do not fit, with their likely values
  khop diff A B         how each figure moved from one report to the next
  khop compose          compose a report from facts
  khop refresh FILE     update the figures of a Word file that was composed
  khop explain FILE FIG where a figure of it comes from
  khop init [FOLDER]    make a working folder
  khop facts            import and export figures
  khop regimes          the report regimes that there are
  khop figures FILE     list every figure that was read
  khop waive FILE ID    accept a finding, with the reason
  khop owed             what one's units still owe a server
  khop send FILE        enter a file of figures on a server; --submit sends them up
  khop fetch            fetch figures or a report from a server
  khop serve            run the server that figures are collected on
  khop backup FILE      back up the figures; khop restore FILE brings them back
  khop audit verify     work the seals of the audit trail out again
  khop demo             check the bundled example report
  khop help COMMAND     the flags of a command
  khop --version        the version

Examples:
  khop check report.md
  khop check "reports/**/*.md" --severity error
  khop check tables.xlsx
  khop check folder-of-reports --output result.txt
  khop check report.docx --annotate report-comments.docx
  khop check report.docx --report result.html
  khop check --layout report.docx
  khop check october.docx --previous september.docx

Tiếng Việt: khop --help
`,
};

const details: Readonly<Record<string, Said>> = {
  check: {
    vi: `khop check TỆP…: tìm các con số không khớp nhau.

TỆP là Word (.docx), PDF có chữ, Excel (.xlsx), HTML, CSV, Markdown hoặc văn bản (UTF-8, UTF-16 có BOM, hoặc TCVN3, VNI), mẫu tên như
"thang-10/*.md", thư mục (mọi báo cáo trong đó và trong các thư mục con), hoặc - để đọc từ đầu vào chuẩn. Nhiều tệp được kiểm song song,
kết quả theo thứ tự các tệp; tệp hỏng được kể ra và không chặn các tệp khác. Excel: đọc giá trị đang hiện trong ô; trang, hàng, cột ẩn không được kiểm và được kể ra.

  --format pretty|json|sarif             dạng kết quả (mặc định: pretty)
  --lang vi|en                           ngôn ngữ (mặc định: vi)
  --severity error|warning|review|info   mức nhẹ nhất được hiện và làm mã kết thúc bằng 1 (mặc định: review)
  -o, --output TỆP                       ghi kết quả vào tệp
  --report TỆP                           ghi một trang HTML: văn bản với từng con số được tô theo kết luận, phép tính và phát hiện bên cạnh
  --annotate TỆP                         ghi tệp Word, Excel hoặc PDF mới: bản gốc với ghi chú ở từng con số không khớp
  --fix                                  cùng --annotate, với Word: sửa luôn những lỗi chắc chắn, bằng theo dõi thay đổi để bạn chấp nhận hoặc từ chối
  --layout                               kiểm cả thể thức theo Nghị định 30/2020/NĐ-CP: khổ giấy, lề, phông, cỡ chữ, số trang, các phần và thứ tự, số thứ tự đề mục, cách ghi số và ngày; với văn bản thuần chỉ phần không cần trang giấy
  --previous TỆP                         đối chiếu với báo cáo kỳ trước: số gốc của mức tăng giảm, số kỳ trước in lại, lũy kế, tồn đầu kỳ; và những gì còn sót từ kỳ trước
  --regime CHẾ-ĐỘ                        cùng --previous: ghép số liệu của hai báo cáo theo chỉ tiêu của chế độ báo cáo (khop regimes), dù lời văn đã viết lại
  --together                             các tệp là một hồ sơ (báo cáo và phụ lục): một số liệu nêu ở hai tệp phải như nhau
  --libreoffice                          đọc cả .doc, .rtf, .odt, .xls, .ods: LibreOffice trên máy đổi sang .docx, .xlsx trong thư mục tạm;
                                         vị trí và --annotate là của bản đã đổi
  --waivers TỆP                          tệp chấp nhận (mặc định: khop.waivers.json gần nhất, từ thư mục của báo cáo trở lên)
  -j, --jobs SỐ                          kiểm song song bao nhiêu tệp (mặc định: theo số lõi của máy khi có từ 40 tệp)
  -q, --quiet                            chỉ hiện phát hiện, không tổng kết

Mã kết thúc: 0 không có phát hiện ở mức đã chọn; 1 có; 2 không chạy được. Phát hiện đã chấp nhận (khop waive) không tính.
Trong ngoặc vuông là mã của phát hiện. Dưới dòng chữ: ^^^ là con số nhiều khả năng chưa đúng, ~~~ là con số liên quan.
Màu: tắt bằng biến NO_COLOR.
`,
    en: `khop check FILE…: finds figures that do not fit together.

FILE is Word (.docx), PDF with text, Excel (.xlsx), HTML, CSV, Markdown or text (UTF-8, UTF-16 with a BOM, or TCVN3, VNI), a pattern such as
"october/*.md", a folder (every report in it and in the folders below), or - for standard input. Many files are checked side by side, with
results in the order of the files; one that is broken is named and does not stop the others. Excel is read as its cells show it; hidden sheets, rows and columns are not checked, and named.

  --format pretty|json|sarif             form of the result (default: pretty)
  --lang vi|en                           language (default: vi)
  --severity error|warning|review|info   the least severity that is shown and makes the exit code 1 (default: review)
  -o, --output FILE                      write the result to a file
  --report FILE                          write one HTML page: the text with every figure coloured by verdict, the arithmetic and the findings beside it
  --annotate FILE                        write a new Word, Excel or PDF file: the original with a note at each figure that does not fit
  --fix                                  with --annotate, in Word: make the repairs that are certain, as tracked changes to accept or reject
  --layout                               check the layout by Decree 30/2020 too: paper, margins, fonts, sizes, page numbers, parts and their order, heading numbers, how numbers and dates are written; in plain text what needs no pages
  --previous FILE                        hold it against the report of the period before: bases of rises and falls, earlier figures printed again, running totals, opening stocks; and what was left over from it
  --regime REGIME                        with --previous: pair the figures of both by the indicators of a report regime (khop regimes), however each is worded
  --together                             the files are one dossier (a report and its annex): a figure said in two of them must be the same
  --libreoffice                          read .doc, .rtf, .odt, .xls and .ods too: LibreOffice on this machine makes .docx or .xlsx of them
                                         in a temporary folder; places and --annotate are those of that copy
  --waivers FILE                         the file of waivers (default: the nearest khop.waivers.json, from the report's folder upwards)
  -j, --jobs NUMBER                      how many files are checked side by side (default: one per core, from 40 files on)
  -q, --quiet                            findings only, no summary

Exit codes: 0 no finding at the chosen severity; 1 some; 2 could not run. Accepted findings (khop waive) do not count.
In square brackets stands the id of the finding. Below a line of text: ^^^ marks the figure that is most likely wrong, ~~~ figures that it is held against.
Colour: set NO_COLOR to turn it off.
`,
  },
  figures: {
    vi: `khop figures TỆP: liệt kê mọi con số đọc được, với giá trị, đơn vị tính và điều nó nói tới.

  --libreoffice               đọc cả .doc, .rtf, .odt, .xls, .ods nhờ LibreOffice trên máy
  --format pretty|json|text   bảng, JSON, hoặc chính văn bản mà vị trí start/end trỏ vào (mặc định: pretty)
  --lang vi|en                ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 đã chạy; 2 không chạy được.
`,
    en: `khop figures FILE: lists every figure that was read, with its value, unit of measure and what it is of.

  --libreoffice               read .doc, .rtf, .odt, .xls and .ods too, by LibreOffice on this machine
  --format pretty|json|text   a table, JSON, or the very text that start/end point into (default: pretty)
  --lang vi|en                language (default: vi)

Exit codes: 0 done; 2 could not run.
`,
  },
  waive: {
    vi: `khop waive TỆP MÃ --reason "…": chấp nhận một phát hiện; MÃ là mã trong ngoặc vuông mà khop check in ra.

Chấp nhận nằm trong khop.waivers.json và theo hình dạng của phát hiện, không theo giá trị: báo cáo tháng sau cùng cấu trúc vẫn được
chấp nhận, lỗi khác thì không. Phát hiện nặng hơn lúc chấp nhận cũng không.

  --reason "…"     lý do (bắt buộc)
  --by "…"         ai chấp nhận
  --waivers TỆP    tệp chấp nhận (mặc định: khop.waivers.json gần nhất từ thư mục của báo cáo trở lên, hoặc mới, cạnh báo cáo)
  --previous TỆP   báo cáo kỳ trước, khi phát hiện là của khop check --previous (cùng --regime, nếu đã dùng)
  --list [TỆP]     liệt kê; có TỆP thì nói rõ chấp nhận nào không còn ứng với phát hiện nào
  --remove MÃ      bỏ một chấp nhận
  --libreoffice    như của khop check
  --lang vi|en     ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 đã ghi; 2 không chạy được.
`,
    en: `khop waive FILE ID --reason "…": accepts a finding; ID is what khop check prints in square brackets.

Waivers stand in khop.waivers.json and go by the shape of a finding, not by its values: next month's report of the same structure is
still covered, another error is not. Nor is a finding that is graver than when it was accepted.

  --reason "…"     why (required)
  --by "…"         who accepts it
  --waivers FILE   the file of waivers (default: the nearest khop.waivers.json from the report's folder upwards, or a new one beside it)
  --previous FILE  the earlier report, where the finding is one of khop check --previous (with --regime, if that was used)
  --list [FILE]    list them; with FILE, say which match no finding any more
  --remove ID      take one back
  --libreoffice    as of khop check
  --lang vi|en     language (default: vi)

Exit codes: 0 written; 2 could not run.
`,
  },
  diff: {
    vi: `khop diff TRƯỚC SAU: từng con số thay đổi ra sao từ báo cáo trước đến báo cáo sau, theo thứ tự của báo cáo sau.

Con số được ghép theo lời văn quanh nó, dù mục đổi chỗ hay đánh số lại. Tỷ lệ phần trăm thay đổi theo điểm phần trăm; ↑ ↓ là con số nói
mức tăng, giảm. Vị trí trong ngoặc là của con số không còn.

  --format pretty|json|markdown   bảng, JSON (khop.diff/1), hoặc bảng Markdown (mặc định: pretty)
  --changed-only                  bỏ những con số giữ nguyên
  --libreoffice                   như của khop check
  --lang vi|en                    ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 đã chạy, dù có thay đổi hay không; 2 không chạy được.
`,
    en: `khop diff BEFORE NOW: how each figure moved from the earlier report to the later one, in the order of the later one.

Figures are paired by the words about them, wherever sections moved or were renumbered. Percentages move in percentage points; ↑ ↓ mark
figures that say a rise or a fall. A place in brackets is that of a figure that is gone.

  --format pretty|json|markdown   a table, JSON (khop.diff/1), or a Markdown table (default: pretty)
  --changed-only                  leave out figures that stayed the same
  --libreoffice                   as of khop check
  --lang vi|en                    language (default: vi)

Exit codes: 0 done, whether figures moved or not; 2 could not run.
`,
  },
  compose: {
    vi: `khop compose --period 2024-10 --to bao-cao.docx,bao-cao.pdf: soạn báo cáo từ số liệu, theo các đuôi tệp .docx, .pdf, .html, .md; .xlsx là phụ lục số liệu có công thức.

Thư mục làm việc có khop.json (chế độ báo cáo, đơn vị, người ký), so-lieu/ (số liệu .csv, .xlsx, .json) và loi-van/ (lời văn .md).

  --example        soạn báo cáo tháng 10/2024 đi kèm, không cần gì thêm
  --period KỲ      2024-10, 10/2024, quý III/2024, 2024
  --regime MÃ|TỆP  chế độ báo cáo (mặc định: của khop.json)
  --facts TỆP      tệp hay thư mục số liệu (mặc định: so-lieu); so-lieu/{unit}.csv: mỗi đơn vị một tệp
  --passages TỆP   lời văn (mặc định: tệp mới nhất đến kỳ đó trong loi-van)
  --number SỐ      số của văn bản; --date 2024-10-16: ngày ký; thiếu một trong hai là dự thảo
  --to TỆP,…       các tệp cần ghi (mặc định: in Markdown); với {unit} trong tên, thí dụ bao-cao/{unit}.docx: mỗi đơn vị một báo cáo, theo orgUnits
                   của khop.json hoặc các đơn vị có trong số liệu; {unit} trong letter của khop.json là tên đơn vị
  -q, --quiet      không kể những gì còn thiếu
  --lang vi|en     ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 đã soạn; 1 đã soạn nhưng có số liệu không khớp hoặc ô không nhận được; 2 không chạy được.
`,
    en: `khop compose --period 2024-10 --to report.docx,report.pdf: composes a report from facts, by the endings .docx, .pdf, .html, .md; .xlsx is the appendix of figures with formulas.

A working folder has khop.json (regime, unit, signer), so-lieu/ (figures as .csv, .xlsx, .json) and loi-van/ (words as .md).

  --example        compose the bundled report of October 2024
  --period PERIOD  2024-10, 10/2024, 2024-Q3, 2024
  --regime ID|FILE the report regime (default: that of khop.json)
  --facts FILE     file or folder of figures (default: so-lieu); so-lieu/{unit}.csv: a file of each unit
  --passages FILE  the words (default: the latest file up to the period in loi-van)
  --number NUMBER  number of the document; --date 2024-10-16: its day; without either it is a draft
  --to FILE,…      files to be written (default: print Markdown); with {unit} in the name, as in reports/{unit}.docx: a report of each unit, by orgUnits
                   of khop.json or the units that the figures name; {unit} in the letter of khop.json is the name of the unit
  -q, --quiet      do not tell what is missing
  --lang vi|en     language (default: vi)

Exit codes: 0 composed; 1 composed, but figures do not fit or cells could not be taken; 2 could not run.
`,
  },
  facts: {
    vi: `khop facts import TỆP --to so-lieu.json, khop facts export TỆP --to so-lieu.csv: nhập, xuất số liệu (.csv, .xlsx, .json, hoặc cả thư mục).
khop facts import bao-cao.docx --period 2024-10: lấy số liệu từ một báo cáo đã có (Word, PDF, HTML, văn bản); con số chưa chắc được kể ra, không nhận.

  --regime MÃ|TỆP  chế độ báo cáo (mặc định: của khop.json)
  --period KỲ      kỳ của những dòng không ghi kỳ, hoặc của báo cáo
  --org-unit MÃ    đơn vị của những dòng không ghi đơn vị
  --to TỆP         .json, .csv hoặc .xlsx (mặc định: in ra)
  --all            khi xuất: cả những số liệu suy ra được
  --example        số liệu tháng 10/2024 đi kèm
  -q, --quiet      chỉ kể những ô không nhận được
  --lang vi|en     ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 mọi ô, mọi con số đều nhận được; 1 có ô không nhận được hoặc con số chưa chắc; 2 không chạy được.
`,
    en: `khop facts import FILE --to figures.json, khop facts export FILE --to figures.csv: imports and exports figures (.csv, .xlsx, .json, or a folder).
khop facts import report.docx --period 2024-10: takes the figures of a report that exists (Word, PDF, HTML, text); doubtful ones are listed and not taken.

  --regime ID|FILE the report regime (default: that of khop.json)
  --period PERIOD  of rows that name none, or of the report
  --org-unit ID    of rows that name none
  --to FILE        .json, .csv or .xlsx (default: print)
  --all            when exporting: what follows from the figures too
  --example        the bundled figures of October 2024
  -q, --quiet      tell only of cells that could not be taken
  --lang vi|en     language (default: vi)

Exit codes: 0 every cell or figure was taken; 1 some were not, or are doubtful; 2 could not run.
`,
  },
  refresh: {
    vi: `khop refresh bao-cao.docx: đọc lại tệp Word do khop compose soạn và ghi lại những con số có số liệu đã thay đổi. Lời văn, con số đã sửa tay và mọi thứ khác giữ nguyên.

  --facts TỆP      tệp hay thư mục số liệu (mặc định: so-lieu của thư mục làm việc)
  --regime MÃ|TỆP  chế độ báo cáo (mặc định: ghi trong tệp)
  --to TỆP         ghi ra tệp khác (mặc định: chính tệp đó)
  --dry-run        chỉ kể, không ghi
  --example        số liệu tháng 10/2024 đi kèm
  -q, --quiet      không kể gì
  --lang vi|en     ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 mọi con số theo đúng số liệu; 1 có con số đã sửa tay hoặc không còn số liệu; 2 không chạy được.
`,
    en: `khop refresh report.docx: reads a Word file that khop compose wrote again and writes anew the figures whose facts changed. Words, figures edited by hand and all else stay.

  --facts FILE     file or folder of figures (default: so-lieu of the working folder)
  --regime ID|FILE the report regime (default: that of the file)
  --to FILE        write to another file (default: the same)
  --dry-run        only tell
  --example        the bundled figures of October 2024
  -q, --quiet      tell nothing
  --lang vi|en     language (default: vi)

Exit codes: 0 every figure says what its fact says; 1 some were edited by hand or have no fact; 2 could not run.
`,
  },
  explain: {
    vi: `khop explain bao-cao.docx "98,44%": một con số trong tệp Word do khop compose soạn từ đâu ra: chỉ tiêu, phép tính, đến những số liệu đã nhập.

  --facts TỆP      tệp hay thư mục số liệu (mặc định: so-lieu của thư mục làm việc)
  --regime MÃ|TỆP  chế độ báo cáo (mặc định: ghi trong tệp)
  --example        số liệu tháng 10/2024 đi kèm
  --lang vi|en     ngôn ngữ (mặc định: vi)
`,
    en: `khop explain report.docx "98,44%": where a figure of a Word file that khop compose wrote comes from: its indicator, the arithmetic, down to the facts that were entered.

  --facts FILE     file or folder of figures (default: so-lieu of the working folder)
  --regime ID|FILE the report regime (default: that of the file)
  --example        the bundled figures of October 2024
  --lang vi|en     language (default: vi)
`,
  },
  regimes: {
    vi: `khop regimes [MÃ]: các chế độ báo cáo có sẵn; có MÃ thì liệt kê chỉ tiêu với mã dùng trong bảng số liệu và mẫu.

  --format pretty|json   dạng kết quả (mặc định: pretty)
  --lang vi|en           ngôn ngữ (mặc định: vi)
`,
    en: `khop regimes [ID]: the report regimes that there are; with ID the indicators of one, by the codes that tables and templates use.

  --format pretty|json   form of the result (default: pretty)
  --lang vi|en           language (default: vi)
`,
  },
  owed: {
    vi: `khop owed: lần gửi của các đơn vị bạn nhập số liệu: hạn nào, đã gửi chưa; việc còn phải làm đứng trước.

  --server ĐỊA-CHỈ      máy chủ; mã truy cập của bạn đặt trong biến KHOP_TOKEN
  --province MÃ         tỉnh, khi bạn làm việc ở nhiều tỉnh
  --org-unit MÃ         chỉ một đơn vị

Mã kết thúc: 0 không còn gì phải gửi; 1 còn; 2 không hỏi được.
`,
    en: `khop owed: how the submissions of the units stand that you enter figures for: when they are due, whether they were sent; what is owed first.

  --server ADDRESS      the server; your token stands in the variable KHOP_TOKEN
  --province ID         the province, where you work in several
  --org-unit ID         one unit alone

Exit codes: 0 nothing is owed; 1 something is; 2 could not be asked.
`,
  },
  send: {
    vi: `khop send TỆP: nhập số liệu của một tệp (.csv, .xlsx, .json) hay thư mục vào biểu mẫu trên máy chủ, rồi cho biết chỗ không khớp.

  --server ĐỊA-CHỈ      máy chủ; mã truy cập của bạn đặt trong biến KHOP_TOKEN
  --regime MÃ           chế độ báo cáo; của thư mục làm việc nếu không nêu
  --period KỲ           kỳ báo cáo, như 2024-10
  --org-unit MÃ         đơn vị; của thư mục làm việc nếu không nêu
  --submit              gửi lên cấp trên khi mọi ô đã nhận và không có gì chặn
  --overwrite           ghi đè ô đã có giá trị khác; không có cờ này thì ô đó được để nguyên và nêu cả hai giá trị
  --province MÃ         tỉnh, khi bạn làm việc ở nhiều tỉnh

Mã kết thúc: 0 đã xong; 1 còn ô chưa nhận, còn thiếu hoặc bị chặn; 2 không gửi được.
`,
    en: `khop send FILE: enters the figures of a file (.csv, .xlsx, .json) or a folder into the form on a server, and says what does not fit.

  --server ADDRESS      the server; your token stands in the variable KHOP_TOKEN
  --regime ID           the regime; that of the working folder unless it is named
  --period PERIOD       the period, such as 2024-10
  --org-unit ID         the unit; that of the working folder unless it is named
  --submit              send them up once every cell was taken and nothing blocks
  --overwrite           write over cells that hold another value; without it they stay, and both values are named
  --province ID         the province, where you work in several

Exit codes: 0 done; 1 cells were not taken, lack or block; 2 could not.
`,
  },
  fetch: {
    vi: `khop fetch --to TỆP: tải từ máy chủ số liệu của một đơn vị và kỳ (.csv, .xlsx, .json), hoặc báo cáo đã soạn ở đó (.docx, .pdf, .html, .md).

  --server ĐỊA-CHỈ      máy chủ; mã truy cập của bạn đặt trong biến KHOP_TOKEN
  --regime MÃ           chế độ báo cáo; của thư mục làm việc nếu không nêu
  --period KỲ           kỳ báo cáo, như 2024-10
  --org-unit MÃ         đơn vị; của thư mục làm việc nếu không nêu
  --to TỆP              tệp để ghi
  --province MÃ         tỉnh, khi bạn làm việc ở nhiều tỉnh
  -q, --quiet           không báo gì khi xong
`,
    en: `khop fetch --to FILE: fetches the figures of a unit and period from a server (.csv, .xlsx, .json), or the report that was drafted there (.docx, .pdf, .html, .md).

  --server ADDRESS      the server; your token stands in the variable KHOP_TOKEN
  --regime ID           the regime; that of the working folder unless it is named
  --period PERIOD       the period, such as 2024-10
  --org-unit ID         the unit; that of the working folder unless it is named
  --to FILE             the file to write
  --province ID         the province, where you work in several
  -q, --quiet           say nothing when it is done
`,
  },
  serve: {
    vi: `khop serve: chạy máy chủ thu thập số liệu, mặc định chỉ cho máy này.

  --port SỐ             cổng; 8080
  --host ĐỊA-CHỈ        địa chỉ nghe; 127.0.0.1
  --data THƯ-MỤC        nơi giữ số liệu; khop-data. Có DATABASE_URL mà không có --data thì dùng PostgreSQL
  --web THƯ-MỤC         trang web để phục vụ kèm
  --province MÃ --admin THƯ-ĐIỆN-TỬ [--province-name TÊN]
                        lập một tỉnh mới với người quản trị đầu tiên
  --example             kèm tỉnh ví dụ An Phú

Tài liệu API ở /docs, tình trạng ở /healthz và /readyz, số đo ở /metrics.
`,
    en: `khop serve: runs the server that figures are collected on, for this machine only unless told otherwise.

  --port N              the port; 8080
  --host ADDRESS        the address to listen on; 127.0.0.1
  --data FOLDER         where figures are kept; khop-data. With DATABASE_URL and without --data it is PostgreSQL
  --web FOLDER          pages to serve beside
  --province ID --admin E-MAIL [--province-name NAME]
                        found a new province with its first administrator
  --example             with the example province An Phú

The API reference is at /docs, health at /healthz and /readyz, measurements at /metrics.
`,
  },
  backup: {
    vi: `khop backup TỆP: ghi mọi thứ trong kho số liệu vào một tệp, mỗi dòng một bản ghi JSON, có mã kiểm tra ở cuối.

  --data THƯ-MỤC        kho số liệu; khop-data. Có DATABASE_URL mà không có --data thì là PostgreSQL

Kho nhúng phải được dừng trước; với PostgreSQL thì máy chủ cứ chạy. Tệp có cả mật khẩu đã băm: hãy giữ kín.
`,
    en: `khop backup FILE: writes all that the store holds to a file, a record a line as JSON, with a digest at its end.

  --data FOLDER         the store; khop-data. With DATABASE_URL and without --data it is PostgreSQL

An embedded store is stopped first; with PostgreSQL the server goes on. The file holds hashes of passwords: keep it to yourself.
`,
  },
  restore: {
    vi: `khop restore TỆP: khôi phục kho số liệu từ bản sao lưu vào một thư mục hoặc cơ sở dữ liệu trống; kiểm tra mã và nhật ký, ghi tất cả hoặc không ghi gì.

  --data THƯ-MỤC        nơi khôi phục; khop-data. Có DATABASE_URL mà không có --data thì là PostgreSQL
`,
    en: `khop restore FILE: brings a store back from a backup into an empty folder or database; its digest and the audit trail are verified, and all or nothing is written.

  --data FOLDER         where to; khop-data. With DATABASE_URL and without --data it is PostgreSQL
`,
  },
  audit: {
    vi: `khop audit verify: tính lại mọi dấu niêm phong của nhật ký, cả của số liệu, lời văn và tệp minh chứng.

  --data THƯ-MỤC        kho số liệu; khop-data. Có DATABASE_URL mà không có --data thì là PostgreSQL
  --province MÃ         chỉ một tỉnh
  --seal DẤU            dấu đã chép giữ ở nơi khác, để biết cuối nhật ký có bị cắt không

Mã kết thúc: 0 nguyên vẹn; 1 đã bị can thiệp, nêu từng mục; 2 không kiểm tra được. Kho nhúng phải được dừng trước.
`,
    en: `khop audit verify: works out every seal of the audit trail again, those of figures, passages and files too.

  --data FOLDER         the store; khop-data. With DATABASE_URL and without --data it is PostgreSQL
  --province ID         one province alone
  --seal SEAL           a seal that was kept elsewhere, to tell whether the end was cut off

Exit codes: 0 whole; 1 tampered with, entry by entry; 2 could not be told. An embedded store is stopped first.
`,
  },
  init: {
    vi: `khop init [THƯ-MỤC]: tạo thư mục làm việc: khop.json, so-lieu/, loi-van/; có sẵn số liệu ví dụ, hoặc biểu trống với --regime và --period.

  --regime MÃ|TỆP  chế độ báo cáo của bạn: biểu trống thay cho ví dụ
  --period KỲ      kỳ đầu tiên
  --lang vi|en     ngôn ngữ (mặc định: vi)

Mã kết thúc: 0 đã tạo; 2 không tạo được. Không ghi đè tệp nào.
`,
    en: `khop init [FOLDER]: makes a working folder: khop.json, so-lieu/, loi-van/; with the example's figures, or blank forms with --regime and --period.

  --regime ID|FILE your report regime: blank forms in place of the example
  --period PERIOD  the first period
  --lang vi|en     language (default: vi)

Exit codes: 0 made; 2 could not. Nothing is overwritten.
`,
  },
  demo: {
    vi: "khop demo: kiểm báo cáo mẫu đi kèm và gợi ý việc thử tiếp.\n\n  --lang vi|en   ngôn ngữ (mặc định: vi)\n",
    en: "khop demo: checks the bundled example report and says what to try next.\n\n  --lang vi|en   language (default: vi)\n",
  },
};

/** `khop help [COMMAND]`. */
export function help({ operands, language }: Arguments): number {
  const [command] = operands;
  const page = command === undefined || command === "help" ? overview : details[command];
  if (page === undefined || (!commandNames.includes(command as (typeof commandNames)[number]) && command !== undefined))
    throw unknownCommand(command ?? "");
  print(page[language]);
  return 0;
}
