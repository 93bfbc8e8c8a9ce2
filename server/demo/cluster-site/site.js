/**
 * What the cluster's site does itself: it reads from the address which centre sells (`bij`) and which performance is
 * meant (`id`), and tells the elements. It stores nothing; the address carries both from page to page.
 */
const address = new URLSearchParams(location.search);
const centres = [...document.querySelectorAll('[data-api]')];
const seller = centres.find(({ dataset }) => dataset.centre === address.get('bij')) ?? centres[0];
const { centre: sellerId, api } = seller.dataset;
const put = (name, text) => {
  for (const place of document.querySelectorAll(`[data-${name}]`)) place.textContent = text;
};

put('seller', seller.textContent);
for (const link of centres) {
  link.toggleAttribute('hidden', link === seller);
  const query = new URLSearchParams({ bij: link.dataset.centre });
  const reference = referenceFor(link.dataset.centre);
  if (reference) query.set('id', reference);
  link.href = `?${query}`;
}
for (const link of document.querySelectorAll('[data-keeps], .kicker a')) {
  const query = new URLSearchParams(link.hasAttribute('data-stays') ? location.search : '');
  query.set('bij', sellerId);
  link.href = `${link.pathname}?${query}`;
}

for (const shop of document.querySelectorAll('foyer-shop')) shop.setAttribute('centre', api);
for (const programme of document.querySelectorAll('foyer-programme')) {
  programme.setAttribute('link', `${programme.dataset.link}&bij=${sellerId}`);
}

const id = address.get('id');
if (id) {
  for (const map of document.querySelectorAll('foyer-seat-map')) map.setAttribute('performance', id);
  showPerformance(id);
}

/** The performance of this page as a selling centre names it: its own by their names, others' with the owner's before. */
function referenceFor(selling) {
  const known = address.get('id');
  if (!known) return '';
  const [first, rest] = known.split('.');
  const owner = rest === undefined ? sellerId : first;
  const slug = rest ?? first;
  return owner === selling ? slug : `${owner}.${slug}`;
}

/** Says what the page is about. When the centre does not answer, the seat map says so; the page needs no more. */
async function showPerformance(reference) {
  try {
    const answer = await fetch(`${api}/performances/${encodeURIComponent(reference)}`, { credentials: 'omit' });
    if (!answer.ok) return;
    const performance = await answer.json();
    const language = document.documentElement.lang;
    const say = (text) => (text ? (text[language] ?? text.nl) : '');
    const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: 'Europe/Brussels',
    }).format(new Date(performance.startsAt));
    put('title', say(performance.title));
    put('subtitle', say(performance.subtitle));
    put('when', `${when} · ${say(performance.hall.name)}`);
    put('owner', performance.owner?.name ?? seller.textContent);
    put('story', say(performance.description));
    document.title = say(performance.title);
    const picture = document.querySelector('[data-picture]');
    if (performance.image) {
      picture.src = performance.image;
      picture.hidden = false;
    }
    document.querySelector('[data-performance]').hidden = false;
  } catch {
    // No answer: the seat map is told the same and has the words for it.
  }
}
