// Shows, while somebody types, what the server would make of it. The document parser of the request itself builds the nodes: no string
// becomes markup here, which the content security policy would refuse (require-trusted-types-for).

const PAUSE = 500;

/** Shows in `place` what `url` answers to what is typed in `source`, and says so to `shown`; gives back how to ask at once. */
export function showWhileTyping({ source, url, typed, place, shown = () => {} }) {
  let waiting = 0;
  let latest = 0;

  const show = () => {
    const asked = ++latest;
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'document';
    request.onload = () => {
      if (asked !== latest || request.status !== 200 || !request.response) return;
      place.replaceChildren(...[...request.response.body.childNodes].map((node) => document.adoptNode(node)));
      shown();
    };
    request.send(typed());
  };

  source.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  return show;
}

for (const preview of document.querySelectorAll('[data-hub-preview-of]')) {
  const area = document.getElementById(preview.dataset.hubPreviewOf);
  const place = preview.querySelector('[data-hub-preview-here]');
  const shown = () => { preview.hidden = area.value.trim() === ''; };
  if (area) {
    area.addEventListener('input', () => { if (area.value.trim() === '') preview.hidden = true; });
    showWhileTyping({ source: area, url: preview.dataset.hubPreview, typed: () => new URLSearchParams({ Text: area.value }), place, shown });
  }
}
