import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { webTimers } from '../../sdk/platform.ts';
import type { Urgency } from '../internal/announcer.ts';

/** What is spoken of, in the order in which it makes sense: what one did, and then what is to be said of that. */
const SUBJECTS = ['choice', 'help', 'zones', 'hall'] as const;
type Subject = (typeof SUBJECTS)[number];

/** Nobody can listen to more than one thing a second. */
const PAUSE = 1000;

/**
 * Says what happens calmly: at once when it was quiet, and otherwise in one go when a second is over, of every subject
 * only the latest. What is urgent does not wait.
 */
export class Voice implements ReactiveController {
  private readonly speak: (text: string, urgency: Urgency) => void;
  private readonly waiting = new Map<Subject, string>();
  private stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, speak: (text: string, urgency: Urgency) => void) {
    this.speak = speak;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
    this.waiting.clear();
  }

  /** Something about a subject: the visitor's choice, advice, the connection. */
  say(subject: Subject, text: string, urgency: Urgency = 'polite'): void {
    if (urgency === 'assertive') {
      this.speak(text, urgency);
      return;
    }
    this.waiting.set(subject, text);
    if (!this.stop) this.flush();
  }

  private readonly flush = (): void => {
    this.stop = undefined;
    if (this.waiting.size === 0) return;
    this.speak(SUBJECTS.flatMap((subject) => this.waiting.get(subject) ?? []).join(' '), 'polite');
    this.waiting.clear();
    this.stop = webTimers.after(PAUSE, this.flush);
  };
}
