import { departmentMonthly } from "../report/regimes.ts";

/** A figure of the monthly report of October 2024. */
export interface ListedFigure {
  /** In the list of that month's figures. */
  readonly id: string;
  /** As tables of figures and templates name it: an indicator, and members of its breakdowns. */
  readonly code: string;
  readonly indicator: string;
  readonly members: Readonly<Record<string, string>>;
  /** As it is printed where it is right. */
  readonly right: string;
  /** As a report printed it that had it wrong. */
  readonly wrong: string | undefined;
}

/** Each line: its id, whose figure it is, and how it is printed; behind it, after ≠, how it was printed where that was wrong. */
const list = `
  CA.01 | certificates.issued                        | 16
  TD.01 | documents.signed-share                     | 98,44
  TD.01 | documents.signed-change                    | tăng 0,83
  TD.01 | documents.signed-share province            | 99,63
  TD.01 | documents.signed-share district            | 96,93
  TD.01 | documents.signed-share commune             | 98,28
  TD.02 | documents                                  | 97.633
  TD.02 | documents.growth                           | giảm 12,35
  TD.03 | documents sent                             | 22.108
  TD.03 | documents.growth sent                      | giảm 12,55
  TD.03 | documents sent province                    | 9.014
  TD.03 | documents sent district                    | 6.355
  TD.03 | documents sent commune                     | 6.739
  TD.04 | documents received                         | 75.525
  TD.04 | documents.growth received                  | giảm 12,29
  TD.04 | documents received province                | 29.884
  TD.04 | documents received district                | 13.923
  TD.04 | documents received commune                 | 31.718

  DV.01 | services.online                            | 1.126
  DV.01 | services.change                            | tăng 294
  DV.02 | services.online full                       | 582
  DV.02 | services.change full                       | tăng 246
  DV.02 | services.online full province              | 490
  DV.02 | services.online full district              | 58
  DV.02 | services.online full commune               | 34
  DV.03 | services.online partial                    | 544
  DV.03 | services.change partial                    | tăng 48 ≠ 88
  DV.03 | services.online partial province           | 363
  DV.03 | services.online partial district           | 138
  DV.03 | services.online partial commune            | 43
  DV.04 | services.linked                            | 69
  DV.05 | services.integrated                        | 992
  DV.05 | services.online                            | 1.126
  DV.05 | services.integrated-share                  | 88,10

  DV.06 | dossiers.received                          | 18.908
  DV.06 | dossiers.received province                 | 9.504
  DV.06 | dossiers.received district                 | 687
  DV.06 | dossiers.received commune                  | 8.717
  DV.07 | dossiers.received direct                   | 4.603
  DV.07 | dossiers.received-share direct             | 24,34
  DV.07 | dossiers.received direct province          | 4.328
  DV.07 | dossiers.received-share direct province    | 45,54
  DV.07 | dossiers.received direct district          | 10
  DV.07 | dossiers.received-share direct district    | 1,46
  DV.07 | dossiers.received direct commune           | 265
  DV.07 | dossiers.received-share direct commune     | 3,04
  DV.08 | dossiers.received online                   | 14.205
  DV.08 | dossiers.received-share online             | 75,13
  DV.08 | dossiers.received online province          | 5.076
  DV.08 | dossiers.received-share online province    | 53,41
  DV.08 | dossiers.received online district          | 677
  DV.08 | dossiers.received-share online district    | 98,54
  DV.08 | dossiers.received online commune           | 8.452
  DV.08 | dossiers.received-share online commune     | 96,96
  DV.09 | dossiers.received post                     | 100
  DV.09 | dossiers.received-share post               | 0,53
  DV.09 | dossiers.received post province            | 100
  DV.09 | dossiers.received-share post province      | 1,05
  DV.10 | dossiers.land                              | 4.111
  DV.10 | dossiers.land direct                       | 4.111
  DV.10 | dossiers.land-share direct                 | 100
  DV.11 | dossiers.resolved                          | 17.952
  DV.11 | dossiers.resolved province                 | 8.644
  DV.11 | dossiers.resolved district                 | 667
  DV.11 | dossiers.resolved commune                  | 8.641
  DV.12 | dossiers.resolved onTime                   | 17.846
  DV.12 | dossiers.resolved-share onTime             | 99,41
  DV.12 | dossiers.resolved onTime province          | 8.580
  DV.12 | dossiers.resolved-share onTime province    | 99,26
  DV.12 | dossiers.resolved onTime district          | 648
  DV.12 | dossiers.resolved-share onTime district    | 97,15
  DV.12 | dossiers.resolved onTime commune           | 8.618
  DV.12 | dossiers.resolved-share onTime commune     | 99,73
  DV.13 | dossiers.resolved late                     | 106
  DV.13 | dossiers.resolved-share late               | 0,59
  DV.13 | dossiers.resolved late province            | 64
  DV.13 | dossiers.resolved-share late province      | 0,74
  DV.13 | dossiers.resolved late district            | 19
  DV.13 | dossiers.resolved-share late district      | 2,85 ≠ 2,95
  DV.13 | dossiers.resolved late commune             | 23
  DV.13 | dossiers.resolved-share late commune       | 0,27

  WB.01 | web.articles                               | 110
  WB.02 | web.drafts                                 | 10
  EM.01 | mail.regular-share                         | 90 - 95
  EM.02 | mail.invitations-share                     | 100
  EM.03 | mail.created                               | 33
  EM.03 | mail.reset                                 | 15
  EM.04 | mail.accounts                              | 9.139
  SP.01 | spam.daily                                 | khoảng 200
  CD.01 | systems.approved                           | 82
  CD.01 | systems                                    | 82
  CD.01 | systems.approved-share                     | 100
  CD.01 | systems.approved 3                         | 03
  CD.01 | systems.approved 2                         | 29
  CD.01 | systems.approved 1                         | 50
  CY.01 | servers.monitored                          | trên 50
  CY.02 | servers.alerts medium                      | 664
  CY.02 | servers.alerts high                        | 628
  CY.02 | servers.alerts critical                    | 194
  AJ.01 | endpoints.alerts low                       | 24
  AJ.01 | endpoints.alerts medium                    | 41
  AJ.01 | endpoints.alerts high                      | 65
  CM.01 | cameras.working                            | 37
  CM.01 | cameras.disorder                           | 0
  PA.01 | feedback.received                          | 83
  PA.01 | feedback.to-date                           | 2.707
  PA.02 | feedback.received traffic                  | 38
  PA.02 | feedback.received environment              | 05
  PA.02 | feedback.received services                 | 02
  PA.02 | feedback.received land                     | 06
  PA.02 | feedback.received urban                    | 20
  PA.02 | feedback.received telecoms                 | 03
  PA.02 | feedback.received other                    | 09
  QT.01 | stations                                   | 05 ≠ 5
  QT.01 | stations wastewater                        | 03
  QT.01 | stations emissions                         | 01
  QT.01 | stations emissionsPaused                   | 01
  QT.02 | stations.exceeded wastewater               | 39
  QT.02 | stations.exceeded.wastewater textiles      | 20
  QT.02 | stations.exceeded.wastewater park          | 19
  QT.02 | stations.exceeded.wastewater brewery       | 0
  QT.02 | stations.exceeded emissions                | 0
  QT.03 | stations.offline wastewater                | 10
  QT.03 | stations.offline.wastewater textiles       | 09
  QT.03 | stations.offline.wastewater park           | 01
  QT.03 | stations.offline.wastewater brewery        | 0
  QT.03 | stations.offline emissions                 | 02
  TL.01 | reservoirs                                 | 22
  TL.01 | reservoirs over                            | 0
  TL.01 | reservoirs high                            | 01
  TL.01 | reservoirs normal                          | 21

  BC.01 | post.companies                             | 02
  BC.01 | post.branches                              | 11
  BC.02 | post.outlets                               | 124
  BC.02 | post.outlets office                        | 65
  BC.02 | post.outlets agent                         | 08
  BC.02 | post.outlets culture                       | 39
  BC.02 | post.outlets other                         | 12
  BC.03 | post.radius                                | 2,93
  BC.03 | post.people-served                         | 4.762 ≠ 4,762
  BC.04 | post.items posted                          | 401.614
  BC.04 | post.items delivered                       | 399.091
  BC.05 | post.revenue                               | 20,25
  BC.05 | post.public-revenue                        | 215
  BC.06 | post.files-taken                           | 824
  BC.06 | post.files-returned                        | 9.332
  VT.01 | telecoms.companies                         | 07
  VT.02 | telecoms.switches                          | 187
  VT.02 | telecoms.microwave                         | 267
  VT.02 | telecoms.controllers                       | 09
  VT.03 | telecoms.cable-routes copper               | 68
  VT.03 | telecoms.cable-length copper               | 956
  VT.03 | telecoms.cable-routes fibre                | 825
  VT.03 | telecoms.cable-length fibre                | 7.312
  VT.04 | telecoms.stations                          | 2.418
  VT.04 | telecoms.stations 2g                       | 659
  VT.04 | telecoms.stations 3g                       | 808
  VT.04 | telecoms.stations 4g                       | 876
  VT.04 | telecoms.stations 5g                       | 75
  VT.05 | telecoms.sites                             | 674
  VT.05 | telecoms.shared-sites                      | 220
  VT.06 | telecoms.villages-share                    | 100
  VT.07 | telecoms.revenue                           | 97
  VT.08 | telecoms.phones-new                        | 1.770
  VT.08 | telecoms.phones-new postpaid               | 874
  VT.08 | telecoms.phones-new prepaid                | 896
  VT.09 | telecoms.phones                            | 717.812
  VT.09 | telecoms.phones fixed                      | 44.500
  VT.09 | telecoms.phones postpaid                   | 61.921
  VT.09 | telecoms.phones prepaid                    | 611.391
  VT.10 | telecoms.phone-density                     | 117
  VT.10 | telecoms.paid-density                      | 17,3 ≠ 16,9
  VT.11 | telecoms.internet-new                      | 2.074
  VT.11 | telecoms.internet-new fixed                | 1.248
  VT.11 | telecoms.internet-new mobile               | 826
  VT.12 | telecoms.internet                          | 365.171
  VT.12 | telecoms.internet fixed                    | 100.254
  VT.12 | telecoms.internet mobile                   | 264.917
  VT.13 | telecoms.internet-density                  | 59,3 ≠ 99,3

  QL.01 | decisions.package                          | 04
  QL.01 | decisions.project                          | 03
  QL.02 | licences.boats                             | 03
  BA.01 | press.bulletins                            | 04
  BA.02 | press.articles                             | gần 380
  MX.01 | social.reviewed                            | 02
  MX.01 | social.breaches                            | 0
  MX.02 | social.opinions                            | 02
  TC.01 | grassroots.guidance                        | 30
  TR.01 | inspection.held                            | 01
  TR.01 | inspection.breaches                        | 0
  KN.01 | complaints.received                        | 0`;

/** Every figure of the monthly report of October 2024. */
export const october2024Figures: readonly ListedFigure[] = list
  .split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => {
    const [id = "", code = "", figure = ""] = line.split("|").map((part) => part.trim());
    const [right = "", wrong] = figure.split(" ≠ ");
    return { id, code, ...placeOf(code), right, wrong };
  });

function placeOf(code: string): Pick<ListedFigure, "indicator" | "members"> {
  const [indicator = "", ...words] = code.split(" ");
  const breakdowns = departmentMonthly.indicators.find(({ id }) => id === indicator)?.breakdowns ?? [];
  const breakdownOf = (word: string): string => breakdowns.find(({ members }) => members.some(({ id }) => id === word))?.id ?? "";
  return { indicator, members: Object.fromEntries(words.map((word) => [breakdownOf(word), word])) };
}
