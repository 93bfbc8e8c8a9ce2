import './foyer-seat-map.css';
import { place } from './hall.ts';

/** Ours, as the README gives it a hall that the page knows. */
const map = document.createElement('foyer-seat-map');
place(map);
Object.assign(map, await (await fetch('/hall.json')).json());
