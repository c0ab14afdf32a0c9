import type { OrgUnit } from "@khop/core";
import { Chance } from "./chance.ts";

const first = ["Hoa", "Trúc", "Lam", "Cát", "Vân", "Tùng", "Mai", "Sao", "Thạch", "Ngọc", "Bích", "Liên", "Hương", "Lúa", "Sen", "Ánh"];
const second = [
  "Hải",
  "Sơn",
  "Lâm",
  "Phong",
  "Khê",
  "Nguyên",
  "Xuyên",
  "Trì",
  "Đài",
  "Cương",
  "Lĩnh",
  "Tuyền",
  "Hòa",
  "Thịnh",
  "Yên",
  "Lạc",
];

/** Provinces that are nowhere, each with a name of its own; a number behind the name, where there are more than names. */
export function madeUpProvinces(count: number, seed: string | number): readonly OrgUnit[] {
  const names = first.flatMap((one) => second.map((other) => `${one} ${other}`));
  const start = Number(new Chance(seed, "provinces").between(0n, BigInt(names.length - 1)));
  return Array.from({ length: count }, (_, i): OrgUnit => {
    const name = names[(start + i * 37) % names.length] as string;
    const round = Math.floor(i / names.length);
    return {
      id: `province-${i + 1}`,
      name: `tỉnh ${name}${round === 0 ? "" : ` ${round + 1}`}`,
      level: "province",
      parent: null,
      validFrom: null,
      validTo: null,
    };
  });
}
