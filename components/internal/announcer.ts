export type Urgency = 'polite' | 'assertive';

/**
 * Says things to people who use a screen reader, from inside one shadow root. The regions stand there empty before
 * anything is said, because a region that arrives together with its text is not read out.
 */
export class Announcer {
  private readonly regions = { polite: region('status'), assertive: region('alert') };

  /** Puts the regions at the end of `root`; what the element shows goes before the node that is given back. */
  mount(root: ParentNode): ChildNode {
    root.append(this.regions.polite, this.regions.assertive);
    return this.regions.polite;
  }

  /** A new node each time, so that the same words are read out again. */
  say(text: string, urgency: Urgency = 'polite'): void {
    const words = document.createElement('p');
    words.textContent = text;
    this.regions[urgency].replaceChildren(words);
  }
}

function region(role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div');
  element.className = 'spoken';
  element.setAttribute('role', role);
  return element;
}
