import type { Line } from '../../sdk/contract/index.ts';
import type { Choosing, SubscriptionStore } from '../../sdk/stores/subscription/types.ts';
import type { Result } from '../../sdk/stores/types.ts';
import type { Urgency } from '../internal/announcer.ts';
import { placeNames } from '../internal/place-name.ts';
import { type Acts, type Around, holderName } from './around.ts';
import { progressInWords } from './progress.ts';

/** What a visitor does with the store; opening seats, filtering and showing more are the element's own. */
export type Deeds = Omit<Acts, 'openSeats' | 'filter' | 'showAll'>;

interface Doing {
  readonly store: () => SubscriptionStore | undefined;
  readonly now: () => Choosing | undefined;
  readonly around: () => Around | undefined;
  readonly announce: (text: string, urgency?: Urgency) => void;
  /** Moves the focus once the page shows what was done. */
  readonly focus: (selector: string) => void;
}

/** Does what the visitor asks, one thing at a time, and says what came of it. */
export function createDeeds({ store, now, around, announce, focus }: Doing): Deeds {
  const isBusy = () => now()?.underWay !== null;

  /** How far everybody is, after what was done. */
  function progress(): string {
    const all = around();
    if (!all) return '';
    const several = all.now.holders.length > 1;
    return all.now.holders
      .map((holder) =>
        [several ? `${holderName(all, holder)}:` : '', progressInWords(all, holder)].filter(Boolean).join(' '),
      )
      .join(' ');
  }

  function tellFailure({ error }: Result<unknown>, title = ''): void {
    const all = around();
    if (!error || !all) return;
    const isFull = error.code === 'seats_taken' && title !== '';
    announce(isFull ? all.words.full(title) : all.localize.failure(error), 'assertive');
  }

  function tellAdded(title: string, lines: readonly Line[], overtaken: boolean): void {
    const all = around();
    if (!all || lines.length === 0) return;
    const places = placeNames(
      all.localize,
      lines.map(({ place }) => place),
    );
    const what = title ? all.words.added(title, places) : all.words.addedMany(lines.length);
    announce([what, overtaken ? all.words.overtaken : '', progress()].filter(Boolean).join(' '));
  }

  const toCard = (reference: string) => focus(`[data-reference="${reference}"] h4`);

  return {
    chooseFormula(formula) {
      store()?.chooseFormula(formula);
      focus('#title');
    },
    addHolder() {
      const id = store()?.addHolder();
      announce(around()?.words.addedHolder ?? '');
      focus(`#name-${id}`);
    },
    async nameHolder(holder, name) {
      const answer = await store()?.nameHolder(holder.id, name.trim());
      if (answer) tellFailure(answer);
    },
    async removeHolder(holder) {
      const all = around();
      const name = all ? holderName(all, holder) : '';
      const answer = await store()?.removeHolder(holder.id);
      if (answer?.error) return tellFailure(answer);
      announce(all?.words.removedHolder(name) ?? '');
      focus('#holders');
    },
    async copy(from, to) {
      if (isBusy()) return;
      const answer = await store()?.copy(from.id, to.id);
      if (answer?.data) tellAdded('', answer.data.lines, answer.data.overtaken);
      else if (answer) tellFailure(answer);
      focus(`#name-${to.id}`);
    },
    async add(offer, holders) {
      const all = around();
      if (isBusy() || !all) return;
      const title = all.localize.text(offer.performance.title);
      const answer = await store()?.add(
        offer.reference,
        holders?.map(({ id }) => id),
      );
      if (answer?.data) tellAdded(title, answer.data.lines, answer.data.overtaken);
      else if (answer) tellFailure(answer, title);
      // The button that was pressed is mostly gone.
      toCard(offer.reference);
    },
    async remove({ reference }, title, holder) {
      if (isBusy()) return;
      const answer = await store()?.remove(reference, holder?.id);
      if (answer?.error) return tellFailure(answer);
      announce([around()?.words.removed(title), progress()].filter(Boolean).join(' '));
      toCard(reference);
    },
    async addSeries() {
      if (isBusy()) return;
      const answer = await store()?.addSeries();
      const failed = now()?.trouble?.performance;
      const offer = now()?.offers.find(({ reference }) => reference === failed);
      if (answer?.data) tellAdded('', answer.data.lines, answer.data.overtaken);
      else if (answer) tellFailure(answer, offer && around()?.localize.text(offer.performance.title));
      focus('#shows');
    },
    async takeIn(reference) {
      const answer = await store()?.takeIn(reference);
      if (answer?.error) return tellFailure(answer);
      announce(progress());
      toCard(reference);
    },
    async takeAgain() {
      if (isBusy()) return;
      const answer = await store()?.takeAgain();
      if (answer?.data) tellAdded('', answer.data.lines, answer.data.overtaken);
      else if (answer) tellFailure(answer);
      focus('#chosen');
    },
    prefer: (wanted) => store()?.preferPlaces(wanted),
  };
}
