import type { PartSource } from '../../internal/foyer-element.ts';
import type { LateModule } from '../../internal/late-part.ts';
import { fieldStyles } from '../../styles/field.ts';
import { orderEmailWords } from '../../translations/order-email/index.ts';
import { emailStyles } from './email.styles.ts';
import { EmailForm } from './email-form.ts';

/** The part of an order that comes for who has to correct the address it is mailed to. */
export const emailForm: LateModule<EmailForm, PartSource> = {
  styles: [fieldStyles, emailStyles],
  words: orderEmailWords,
  make: (host, source) => new EmailForm(host, source),
};
