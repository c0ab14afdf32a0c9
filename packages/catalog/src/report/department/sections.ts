import type { Chapter } from "../build/chapter.ts";
import type { RegimeSection } from "../regime.ts";
import { certificates } from "./sources/certificates.ts";
import { documents } from "./sources/documents.ts";
import { grassroots, press, socialNetworks, stateManagement } from "./sources/information.ts";
import { antiCorruption, complaints, inspection } from "./sources/inspection.ts";
import { mail, spam, webPortal } from "./sources/portal-and-mail.ts";
import { post } from "./sources/post.ts";
import { endpoints, malware, securityLevels, serverLogs } from "./sources/security.ts";
import { cameras, environment, feedback, reservoirs } from "./sources/sensors.ts";
import { services } from "./sources/services.ts";
import { telecoms } from "./sources/telecoms.ts";
import { templates } from "./templates/index.ts";

/** A section that tells all that one source system gives. */
const told = ({ source, indicators }: Chapter, title: string): RegimeSection => ({
  id: source.id,
  title,
  ...(indicators.length > 0 ? { indicators: indicators.map(({ id }) => id) } : {}),
  ...(Object.hasOwn(templates, source.id) ? { template: templates[source.id] as string } : {}),
});

const written = (id: string, title: string): RegimeSection => ({ id, title });

/** Đề cương báo cáo: sections in their order; those without indicators are written by hand. */
export const sections: readonly RegimeSection[] = [
  {
    id: "results",
    title: "Kết quả thực hiện nhiệm vụ",
    sections: [
      written("direction", "Công tác chỉ đạo, điều hành"),
      {
        id: "digital",
        title: "Công nghệ thông tin và chuyển đổi số",
        sections: [
          told(certificates, "Chứng thư số"),
          told(documents, "Quản lý văn bản và hồ sơ công việc"),
          told(services, "Dịch vụ công trực tuyến"),
          told(webPortal, "Cổng thông tin điện tử"),
          told(mail, "Thư điện tử công vụ"),
          told(spam, "Lọc thư rác"),
          told(malware, "Rà quét mã độc và lỗ hổng bảo mật"),
          told(securityLevels, "Hồ sơ đề xuất cấp độ an toàn"),
          told(serverLogs, "Nhật ký máy chủ"),
          told(endpoints, "Giám sát máy trạm"),
          told(cameras, "Camera giao thông"),
          told(feedback, "Phản ánh hiện trường"),
          told(environment, "Quan trắc môi trường tự động"),
          told(reservoirs, "Theo dõi hồ chứa"),
        ],
      },
      {
        id: "postAndTelecoms",
        title: "Bưu chính, viễn thông",
        sections: [
          told(post, "Hoạt động của doanh nghiệp bưu chính"),
          told(telecoms, "Hoạt động của doanh nghiệp viễn thông"),
          told(stateManagement, "Công tác quản lý bưu chính, viễn thông"),
        ],
      },
      {
        id: "information",
        title: "Thông tin, báo chí, xuất bản",
        sections: [
          written("foreignInformation", "Thông tin đối ngoại"),
          told(press, "Quản lý báo chí"),
          told(socialNetworks, "Thông tin trên mạng xã hội"),
          told(grassroots, "Thông tin cơ sở"),
          written("publishing", "Xuất bản, in và phát hành"),
        ],
      },
      {
        id: "inspectorate",
        title: "Thanh tra",
        sections: [
          told(inspection, "Công tác thanh tra"),
          told(antiCorruption, "Phòng, chống tham nhũng, tiêu cực"),
          told(complaints, "Tiếp công dân, xử lý đơn thư"),
        ],
      },
    ],
  },
];

/** Everything that the department's regimes ask, by source system. */
export const chapters: readonly Chapter[] = [
  [certificates, documents, services, webPortal, mail, spam, malware, securityLevels, serverLogs, endpoints],
  [cameras, feedback, environment, reservoirs, post, telecoms, stateManagement],
  [press, socialNetworks, grassroots, inspection, antiCorruption, complaints],
].flat();
