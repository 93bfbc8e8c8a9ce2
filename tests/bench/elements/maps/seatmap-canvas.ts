import '@alisaitteke/seatmap-canvas/dist/esm/seatmap.canvas.css';
import { SeatMapCanvas } from '@alisaitteke/seatmap-canvas';
import { fetchSeats, place } from './hall.ts';

interface Block {
  readonly id: number;
  readonly title: string;
  readonly labels: object[];
  readonly seats: object[];
}

const box = document.createElement('section');
box.id = 'map';
box.style.height = '100%';
place(box);
const blocks: Block[] = [];
for (const { id, x, y, number, section, sold } of await fetchSeats()) {
  blocks[section] ??= { id: section + 1, title: `Vak ${section + 1}`, labels: [], seats: [] };
  blocks[section].seats.push({ id, x, y, title: number, salable: !sold });
}
new SeatMapCanvas('#map', { resizable: false, min_zoom: 0.001, style: { seat: { radius: 20 } } }).data.addBulkBlock(
  blocks,
);
