import { escapeXml, type NewPart, type NewRelationship } from "@khop/ooxml";
import type { DrawChart, ShownChart } from "../report/chart.ts";
import { relationshipType } from "./parts.ts";

const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
/** English Metric Units, in which Word measures drawings. */
const emus = (points: number): number => Math.round(points * 12_700);

/** The pictures of a document, each a part of its own. */
export class PictureList {
  readonly parts: NewPart[] = [];
  readonly relationships: NewRelationship[] = [];
  readonly #draw: DrawChart | undefined;

  constructor(draw: DrawChart | undefined) {
    this.#draw = draw;
  }

  /** A paragraph that holds the chart, with what it says as alternative text. */
  add(chart: ShownChart, width: number): string {
    if (this.#draw === undefined) return "";
    const { width: across, height, png } = this.#draw(chart, width);
    const number = this.parts.length + 1;
    const name = `image${number}`;
    this.parts.push({ name: `word/media/${name}.png`, contentType: "image/png", content: png() });
    this.relationships.push([name, relationshipType("image"), `media/${name}.png`]);
    const size = `cx="${emus(across)}" cy="${emus(height)}"`;
    const title = `id="${number}" name="Biểu đồ ${number}"`;
    return `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${title} descr="${escapeXml(chart.alt)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr ${title}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  }
}
