import type { Lineage, OrgUnit } from "@khop/core";

const unit = (id: string, level: OrgUnit["level"], name: string, parent: string | null, more: Partial<OrgUnit> = {}): OrgUnit => ({
  id,
  name,
  level,
  parent,
  validFrom: null,
  validTo: null,
  ...more,
});

const until2025 = { validTo: "2025-06-30" };
const since2025 = { validFrom: "2025-07-01" };

/** Tỉnh An Phú, which is nowhere: three levels to 30/6/2025, two since. */
export const anPhuOrgUnits: readonly OrgUnit[] = [
  unit("an-phu", "province", "tỉnh An Phú", null),

  unit("an-phu.hoa-lac", "district", "huyện Hòa Lạc", "an-phu", until2025),
  unit("an-phu.hoa-lac.binh-minh", "commune", "xã Bình Minh", "an-phu.hoa-lac", until2025),
  unit("an-phu.hoa-lac.tan-lap", "commune", "xã Tân Lập", "an-phu.hoa-lac", until2025),
  unit("an-phu.dong-con", "district", "thị xã Đông Cồn", "an-phu", until2025),
  unit("an-phu.dong-con.cua-lach", "commune", "phường Cửa Lạch", "an-phu.dong-con", until2025),
  unit("an-phu.dong-con.cat-vang", "commune", "phường Cát Vàng", "an-phu.dong-con", until2025),
  unit("an-phu.dong-con.gio-lanh", "commune", "xã Gió Lành", "an-phu.dong-con", until2025),

  unit("an-phu.binh-lap", "commune", "xã Bình Lập", "an-phu", since2025),
  unit("an-phu.dong-con-2025", "commune", "phường Đông Cồn", "an-phu", since2025),
  unit("an-phu.gio-lanh-2025", "commune", "xã Gió Lành", "an-phu", since2025),
];

const decree = "Nghị quyết sắp xếp đơn vị hành chính cấp xã của tỉnh An Phú (minh họa)";

/** What became of its communes on 1/7/2025. */
export const anPhuLineage: readonly Lineage[] = [
  {
    on: "2025-07-01",
    change: "merge",
    from: ["an-phu.hoa-lac.binh-minh", "an-phu.hoa-lac.tan-lap"],
    into: ["an-phu.binh-lap"],
    source: decree,
  },
  {
    on: "2025-07-01",
    change: "merge",
    from: ["an-phu.dong-con.cua-lach", "an-phu.dong-con.cat-vang"],
    into: ["an-phu.dong-con-2025"],
    source: decree,
  },
  { on: "2025-07-01", change: "rename", from: ["an-phu.dong-con.gio-lanh"], into: ["an-phu.gio-lanh-2025"], source: decree },
];
