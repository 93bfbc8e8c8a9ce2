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
  const query = new URLSearchParams({ bij: sellerId });
  // Nothing else of the address: a buyer who comes back from paying brings a code that is for this page only.
  if (link.hasAttribute('data-stays') && address.has('id')) query.set('id', address.get('id'));
  link.href = `${link.pathname}?${query}`;
}

for (const shop of document.querySelectorAll('foyer-shop')) shop.setAttribute('centre', api);
for (const element of document.querySelectorAll('[data-link]')) {
  element.setAttribute('link', `${element.dataset.link}&bij=${sellerId}`);
}

const id = address.get('id');
if (id) {
  for (const element of document.querySelectorAll('foyer-performance, foyer-seat-map, foyer-order')) {
    element.setAttribute('performance', id);
  }
  nameTab(id);
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

/** Gives the tab the name of the performance; the elements say the rest. */
async function nameTab(reference) {
  try {
    const answer = await fetch(`${api}/performances/${encodeURIComponent(reference)}`, { credentials: 'omit' });
    if (!answer.ok) return;
    const { title } = await answer.json();
    document.title = title[document.documentElement.lang] ?? title.nl;
  } catch {
    // No answer: the elements are told the same and have the words for it.
  }
}
