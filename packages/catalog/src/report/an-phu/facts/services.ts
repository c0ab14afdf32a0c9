import { told } from "./told.ts";

/** Cổng dịch vụ công: dịch vụ, hồ sơ tiếp nhận, hồ sơ giải quyết. */
export const services = told(`
                               | 2024-M09 | 2024-M10
    services.online full province |   488 |      490
    services.online full district |    58 |       58
    services.online full commune  |    34 |       34
    services.online partial province | 359 |     363
    services.online partial district | 138 |     138
    services.online partial commune  |  43 |      43
    services.linked            |       69 |       69
    services.integrated        |      981 |      992

    dossiers.received direct province |  4.417 |  4.328
    dossiers.received direct district |     14 |     10
    dossiers.received direct commune  |    302 |    265
    dossiers.received online province |  4.986 |  5.076
    dossiers.received online district |    702 |    677
    dossiers.received online commune  |  8.275 |  8.452
    dossiers.received post province   |     87 |    100

    dossiers.land direct       |    4.205 |    4.111
    dossiers.land online       |        0 |        0
    dossiers.land post         |        0 |        0

    dossiers.resolved onTime province |  8.402 |  8.580
    dossiers.resolved onTime district |    671 |    648
    dossiers.resolved onTime commune  |  8.377 |  8.618
    dossiers.resolved late province   |     71 |     64
    dossiers.resolved late district   |     16 |     19
    dossiers.resolved late commune    |     31 |     23
`);
