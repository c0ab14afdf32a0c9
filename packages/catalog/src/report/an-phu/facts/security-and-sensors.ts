import { told } from "./told.ts";

/** Cấp độ an toàn, giám sát, camera, phản ánh, quan trắc, hồ chứa. */
export const securityAndSensors = told(`
                              | 2024-M09 | 2024-M10
    systems                   |       82 |       82
    systems.approved 3        |        3 |        3
    systems.approved 2        |       29 |       29
    systems.approved 1        |       49 |       50

    servers.monitored         |  trên 50 |  trên 50
    servers.alerts medium     |      702 |      664
    servers.alerts high       |      590 |      628
    servers.alerts critical   |      201 |      194
    endpoints.alerts low      |       31 |       24
    endpoints.alerts medium   |       58 |       41
    endpoints.alerts high     |       77 |       65

    cameras.working           |       37 |       37
    cameras.disorder          |        0 |        0

    feedback.received traffic     |   31 |       38
    feedback.received environment |    7 |        5
    feedback.received services    |    3 |        2
    feedback.received land        |    4 |        6
    feedback.received urban       |   18 |       20
    feedback.received telecoms    |    2 |        3
    feedback.received other       |   11 |        9
    feedback.to-date              | 2.624 |

    stations emissions        |        2 |        1
    stations emissionsPaused  |        0 |        1
    stations.exceeded.wastewater textiles | 12 |  20
    stations.exceeded.wastewater park     | 22 |  19
    stations.exceeded.wastewater brewery  |  0 |   0
    stations.exceeded emissions           |  0 |   0
    stations.offline.wastewater textiles  |  5 |   9
    stations.offline.wastewater park      |  2 |   1
    stations.offline.wastewater brewery   |  1 |   0
    stations.offline emissions            |  1 |   2

    reservoirs over           |        0 |        0
    reservoirs high           |        0 |        1
    reservoirs normal         |       22 |       21
`);
