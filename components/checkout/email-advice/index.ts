import type { PartSource } from '../../internal/foyer-element.ts';
import type { LateModule } from '../../internal/late-part.ts';
import { emailAdviceWords } from '../../translations/email-advice/index.ts';
import { emailAdviceStyles } from './email-advice.styles.ts';
import { EmailAdvice } from './email-advice.ts';

/** The part of a checkout that comes once an e-mail address is typed. */
export const emailAdvice: LateModule<EmailAdvice, PartSource> = {
  styles: [emailAdviceStyles],
  words: emailAdviceWords,
  make: (host, source) => new EmailAdvice(host, source),
};
