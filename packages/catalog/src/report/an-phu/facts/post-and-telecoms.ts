import { told } from "./told.ts";

/** Hạ tầng, thuê bao: counted. */
const counted = told(`
                               | 2024-M09 | 2024-M10
    post.companies             |        2 |        2
    post.branches              |       11 |       11
    post.outlets office        |       65 |       65
    post.outlets agent         |        8 |        8
    post.outlets culture       |       39 |       39
    post.outlets other         |       12 |       12
    post.radius                |     2,93 |     2,93

    telecoms.companies         |        7 |        7
    telecoms.switches          |      187 |      187
    telecoms.microwave         |      267 |      267
    telecoms.controllers       |        9 |        9
    telecoms.cable-routes copper |     68 |       68
    telecoms.cable-routes fibre  |    821 |      825
    telecoms.cable-length copper |    956 |      956
    telecoms.cable-length fibre  |  7.298 |    7.312
    telecoms.stations 2g       |      659 |      659
    telecoms.stations 3g       |      808 |      808
    telecoms.stations 4g       |      873 |      876
    telecoms.stations 5g       |       71 |       75
    telecoms.sites             |      672 |      674
    telecoms.shared-sites      |      219 |      220
    telecoms.villages-share    |      100 |      100

    telecoms.phones-new postpaid |    812 |      874
    telecoms.phones-new prepaid  |    934 |      896
    telecoms.phones fixed      |   44.500 |   44.500
    telecoms.phones postpaid   |   61.047 |   61.921
    telecoms.phones prepaid    |  610.495 |  611.391
    telecoms.internet-new fixed  |  1.190 |    1.248
    telecoms.internet-new mobile |    903 |      826
    telecoms.internet fixed    |   99.006 |  100.254
    telecoms.internet mobile   |  264.091 |  264.917
`);

/** Sản lượng, doanh thu: estimated by the companies before the month ends. */
const estimated = told(
  `
                               | 2024-M09 | 2024-M10
    post.items posted          |  395.120 |  401.614
    post.items delivered       |  388.246 |  399.091
    post.revenue               |    19,84 |    20,25
    post.public-revenue        |      208 |      215
    post.files-taken           |      790 |      824
    post.files-returned        |    9.115 |    9.332
    telecoms.revenue           |       96 |       97
`,
  { status: "estimated" },
);

export const postAndTelecoms = [...counted, ...estimated];
