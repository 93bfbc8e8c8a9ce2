import type { Agreement, AgreementList, KeysTold, NewOffer, SeenOffer } from '../../../sdk/contract/network/index.ts';
import { CliError } from '../manage-api.ts';
import { agreementCommand, describeAgreement } from './run.ts';
import { describeTerms, readTerms, TERMS_USAGE } from './terms.ts';

const print = (agreement: Agreement) => console.log(describeAgreement(agreement));

export const offer = agreementCommand(
  'offer',
  `[TERMS]

  Offers another centre to sell for yours. Without terms: the whole programme, at no commission.

${TERMS_USAGE}`,
  0,
  async ({ api, values }) => {
    const made = await api<NewOffer>('POST', '/agreements', { terms: readTerms(values) });
    print(made.agreement);
    console.log(
      `\nGive the other centre this address, and nobody else; it works once, until ${made.expiresAt}:\n\n  ${made.offerUrl}`,
    );
  },
);

export const accept = agreementCommand(
  'accept',
  `OFFER_URL [--look]

  Accepts another centre's offer; from then on you sell for it. With --look it only says what is offered.`,
  1,
  async ({ api, values, words: [offerUrl] }) => {
    if (!values.look) return print(await api<Agreement>('POST', '/agreements/accept', { offerUrl }));
    const { agreement, owner } = await api<SeenOffer>('POST', '/agreements/look', { offerUrl });
    console.log(`${owner.name} (${owner.url}) offers\n  ${describeTerms(agreement.terms)}`);
  },
);

export const list = agreementCommand(
  'list',
  '\n\n  Every agreement and open offer of your centre.',
  0,
  async ({ api }) => {
    const { agreements } = await api<AgreementList>('GET', '/agreements');
    if (agreements.length === 0) console.log('no agreements');
    for (const agreement of agreements) print(agreement);
  },
);

export const change = agreementCommand(
  'change',
  `ID TERMS

  Changes what is given of the terms, at once; only the owning centre can. The rest stays as it is.

${TERMS_USAGE}`,
  1,
  async ({ api, values, words: [id = ''] }) => {
    const path = `/agreements/${encodeURIComponent(id)}`;
    const { terms } = await api<Agreement>('GET', path);
    print(await api<Agreement>('PATCH', path, { terms: readTerms(values, terms) }));
  },
);

export const end = agreementCommand(
  'end',
  'ID\n\n  Ends an agreement at once, from either side. What was sold stays sold.',
  1,
  async ({ api, words: [id = ''] }) => print(await api<Agreement>('POST', `/agreements/${encodeURIComponent(id)}/end`)),
);

export const revokeKey = agreementCommand(
  'revoke-key',
  `ID KEY_ID

  Accepts nothing any more that is signed with this key of the partner; only the owning centre can.`,
  2,
  async ({ api, words: [id = '', keyId] }) =>
    print(await api<Agreement>('POST', `/agreements/${encodeURIComponent(id)}/revoke-key`, { keyId })),
);

export const tellKeys = agreementCommand(
  'tell-keys',
  `

  Tells every centre that you sell for the keys you sign with now. To change them: put a new seed first in networkSeeds,
  start anew, say this until all are told, then take the old seed away.`,
  0,
  async ({ api }) => {
    const { told } = await api<{ told: KeysTold[] }>('POST', '/network/keys/rotate');
    if (told.length === 0) console.log('you sell for nobody: nothing to tell');
    for (const { agreement, outcome, owner } of told) console.log(`${agreement}  ${owner} ${OUTCOMES[outcome]}`);
    const missing = told.filter(({ outcome }) => outcome !== 'told').length;
    if (missing > 0)
      throw new CliError(1, `${missing} of ${told.length} not told; keep the old seed, and say it again`);
  },
);

const OUTCOMES: Readonly<Record<KeysTold['outcome'], string>> = {
  told: 'was told',
  unreachable: 'did not answer',
  refused: 'refused',
};
