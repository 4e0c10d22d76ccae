// Says politely that figures have changed since the page was made, and waits to be asked: nothing moves under a reader's eyes.
export function followFigures() {
  const line = document.querySelector('[data-hub-figures]');
  if (!line) return;
  const stream = new EventSource(line.dataset.hubFigures);
  addEventListener('pagehide', () => stream.close());
  stream.addEventListener('figures', ({ data }) => {
    const { version, at } = JSON.parse(data);
    if (version === line.dataset.hubFiguresNow) line.replaceChildren();
    else if (line.dataset.hubFiguresTold !== version) line.replaceChildren(`New figures at ${at}. `, again());
    line.dataset.hubFiguresTold = version;
  });
}

function again() {
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = location.pathname + location.search;
  link.textContent = 'Show them';
  return link;
}
