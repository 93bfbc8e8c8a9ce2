import { detailFor, type Scene } from '../../../sdk/model/scene/index.ts';
import type { Decor } from '../../../sdk/model/seating-plan/types.ts';
import type { Cut } from './cut.ts';
import type { Frame } from './frame.ts';
import type { Inks } from './inks.ts';
import { createPad, fillPad, type Pad } from './pads.ts';
import { createFill } from './polygon.ts';

/** What the seats stand on and around, by scene: floors of sections, areas, stage, doors, walls and pillars. */
export interface Ground {
  readonly scene: Scene;
  /** Colours it would be drawn with. While they are the same, so is the ground. */
  colours(frame: Frame): string;
  /** Fills a cut with it. `lines`: see {@link FillPolygon}. */
  draw(cut: Cut, frame: Frame, lines: number): void;
}

/** Width of rims and walls, in CSS pixels. */
const RIM = 1.2;
const AREA_RIM = 1.5;
const WALL = 1.5;

export function createGround(scene: Scene, inks: Inks): Ground {
  const { plan, shifts } = scene;
  const fill = createFill();
  const sections = plan.sections.map(({ outline, floor }) => createPad(outline, shifts[floor]));
  const areas = plan.areas.map(({ outline, floor }) => createPad(outline, shifts[floor]));
  const decor = plan.decor.map((piece) => ({ kind: piece.kind, pads: padsOf(piece, scene) }));

  return {
    scene,
    colours: (frame) =>
      [
        ...sections.map((_, index) => sectionColour(frame, index)),
        ...areas.flatMap((_, index) => areaColours(frame, index)),
      ].join(),
    draw(cut, frame, lines) {
      const { palette, ratio } = frame;
      const wide = scene.pitch * cut.scale * 0.25;
      const put = (pad: Pad, wider: number, colour: string) => fillPad(cut, fill, pad, wider, inks(colour), lines);
      const putRimmed = (pad: Pad, rim: string, rimWidth: number, colour: string) => {
        put(pad, wide + rimWidth * ratio, rim);
        put(pad, wide, colour);
      };
      cut.raster.pixels.fill(inks(palette.background));
      for (const [index, pad] of sections.entries()) putRimmed(pad, palette.line, RIM, sectionColour(frame, index));
      areas.forEach((pad, index) => {
        const [rim = '', colour = ''] = areaColours(frame, index);
        putRimmed(pad, rim, AREA_RIM, colour);
      });
      for (const { kind, pads } of decor) {
        for (const pad of pads) {
          if (kind === 'stage') put(pad, wide + RIM * ratio, palette.stage);
          else put(pad, kind === 'wall' ? (WALL * ratio) / 2 : 0, palette.line);
        }
      }
    },
  };
}

/** Seen from afar, sections are washed in the colour of what is for sale there. */
function sectionColour({ scene, camera, palette, summary }: Frame, index: number): string {
  const offer = summary.sections[index];
  const isFar = detailFor(scene.radius * camera.scale) === 'sections';
  return isFar && offer?.free ? (palette.zoneWashes[offer.zone] ?? palette.floor) : palette.floor;
}

function areaColours({ scene, palette, areaFree }: Frame, index: number): readonly string[] {
  const zone = scene.plan.zones.findIndex(({ id }) => id === scene.plan.areas[index]?.zone);
  if (areaFree(index) <= 0) return [palette.taken, palette.floor];
  return [palette.zones[zone] ?? palette.line, palette.zoneWashes[zone] ?? palette.floor];
}

/** A wall is a line around its outline; a label is nothing but words. */
function padsOf({ kind, outline, floor }: Decor, { shifts }: Scene): readonly Pad[] {
  if (kind === 'label') return [];
  if (kind !== 'wall') return [createPad(outline, shifts[floor])];
  return outline.map((from, at) => createPad([from, outline[(at + 1) % outline.length] ?? from], shifts[floor]));
}
