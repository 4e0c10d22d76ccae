// From the theme board to a comment in its place under the post, and back to the same card. Without script the browser's own way back leads there, and the post names its board.
const KEY = 'hub-from';

export function offerWayBack() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-hub-from]');
    if (link) sessionStorage.setItem(KEY, JSON.stringify([link.href, link.dataset.hubFrom]));
  });
  const [there, from] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  const comment = there === location.href && document.getElementById(location.hash.slice(1));
  if (!comment || !from.startsWith('/')) return;
  const back = Object.assign(document.createElement('a'), { href: from, className: 'govuk-link', textContent: 'Back to its card on the theme board' });
  const line = Object.assign(document.createElement('p'), { className: 'govuk-body-s' });
  line.append(back);
  comment.append(line);
}
