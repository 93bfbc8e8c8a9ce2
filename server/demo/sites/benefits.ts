import { html } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { SiteFace } from './face.ts';
import { type Html, layOutPage } from './page.ts';
import type { Embed } from './performance.ts';
import { SITE_WORDS } from './words.ts';

/** The page of subscriptions, passes and vouchers: what they are is in the centre's price list, and elements sell them. */
export function benefitsPage(face: SiteFace, centre: Centre, language: Language, embed: Embed): Html {
  const words = SITE_WORDS[language];
  return layOutPage({
    ...{ face, language, centre, embed },
    title: `${words.benefits} · ${centre.name}`,
    path: '/abonnementen',
    hasCart: true,
    body: html`<section class="wide intro"><h1>${words.benefits}</h1><p class="lead">${words.benefitsLead}</p></section>
<section class="shop">
<foyer-shop centre="${embed.api}">
<div class="hall benefits"><foyer-subscription></foyer-subscription><foyer-pass></foyer-pass><foyer-voucher></foyer-voucher></div>
<div class="basket">
<foyer-order></foyer-order>
<foyer-cart bar></foyer-cart>
<foyer-ticket-types></foyer-ticket-types>
<foyer-checkout></foyer-checkout>
</div>
</foyer-shop>
<noscript><p class="lead">${words.noScript(centre.email)}</p></noscript>
</section>`,
  });
}
