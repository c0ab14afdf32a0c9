import { told } from "./told.ts";

/** Quản lý nhà nước, báo chí, mạng xã hội, thông tin cơ sở, thanh tra, đơn thư. */
export const informationAndInspection = told(`
                              | 2024-M09 | 2024-M10
    decisions.package         |        4 |        4
    decisions.project         |        3 |        3
    licences.boats            |        5 |        3

    press.bulletins           |        4 |        4
    press.articles            |  gần 380 |  gần 380

    social.reviewed           |        1 |        2
    social.breaches           |        0 |        0
    social.opinions           |        1 |        2
    grassroots.guidance       |       27 |       30

    inspection.held           |        0 |        1
    inspection.breaches       |        0 |        0
    complaints.received       |        1 |        0
`);
