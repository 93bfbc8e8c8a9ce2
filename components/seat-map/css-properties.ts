import { noChange } from 'lit';
import {
  Directive,
  type DirectiveResult,
  directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';

/**
 * Sets CSS custom properties on an element through the object model. A `style` attribute, which Lit's own `styleMap`
 * writes at first, is refused by pages that forbid inline styles.
 */
class CssProperties extends Directive {
  private set: Record<string, string | number> = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssProperties: expected to stand on an element itself');
  }

  render(_properties: Record<`--${string}`, string | number>): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [Record<string, string | number>]): typeof noChange {
    const { style } = element as HTMLElement;
    for (const name in properties) {
      if (this.set[name] !== properties[name]) style.setProperty(name, String(properties[name]));
    }
    this.set = properties;
    return noChange;
  }
}

export const cssProperties: (properties: Record<`--${string}`, string | number>) => DirectiveResult =
  directive(CssProperties);
