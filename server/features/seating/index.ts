export { type AnswerLive, createLiveAnswers, statusOf } from './answers.ts';
export type { WireEvent, WireFollower } from './event-stream.ts';
export { createLiveHub, type LiveHub } from './hub.ts';
export { registerSeating } from './routes.ts';
export { woken } from './woken.ts';
