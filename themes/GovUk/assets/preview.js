// Shows, while somebody types, what the server would make of it. The document parser of the request itself builds the nodes: no string becomes markup here.
const pause = 600;

for (const place of document.querySelectorAll('[data-hub-preview]')) {
  const typed = document.getElementById(place.dataset.hubPreviewOf);
  const here = place.querySelector('[data-hub-preview-here]');
  let waiting;
  let latest = 0;

  const show = () => {
    place.hidden = typed.value.trim() === '';
    if (place.hidden) return;
    const asked = ++latest;
    const request = new XMLHttpRequest();
    request.open('POST', place.dataset.hubPreview);
    request.responseType = 'document';
    request.onload = () => {
      if (asked === latest && request.status === 200) here.replaceChildren(...[...request.response.body.childNodes].map((node) => document.adoptNode(node)));
    };
    request.send(new URLSearchParams({ Text: typed.value }));
  };

  typed?.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, pause);
  });
}
