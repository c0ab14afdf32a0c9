import { told } from "./told.ts";

/** Chứng thư số, văn bản, cổng thông tin, thư điện tử, lọc thư rác. */
export const digital = told(`
                              | 2024-M09 | 2024-M10
    certificates.issued       |       21 |       16

    documents sent province   |   10.204 |    9.014
    documents sent district   |    7.311 |    6.355
    documents sent commune    |    7.766 |    6.739
    documents received province | 34.012 |   29.884
    documents received district | 15.903 |   13.923
    documents received commune  | 36.192 |   31.718
    documents.signed province |   10.160 |    8.981
    documents.signed district |    7.050 |    6.160
    documents.signed commune  |    7.467 |    6.623

    web.articles              |      104 |      110
    web.drafts                |        7 |       10

    mail.regular-share        |  90 - 95 |  90 - 95
    mail.invitations-share    |      100 |      100
    mail.created              |       28 |       33
    mail.reset                |       19 |       15
    mail.accounts             |    9.106 |    9.139

    spam.daily                | khoảng 200 | khoảng 200
`);
