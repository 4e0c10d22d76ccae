// Quickens the writing page, which works without any of this: buttons that write Markdown, a preview while one types, and what is
// typed kept on the server every few seconds.

import { showWhileTyping } from './preview.js';

const KEEP_EVERY = 5000;

const MARKS = [
  { name: 'Bold', key: 'b', around: ['**', '**'], sample: 'bold words' },
  { name: 'Italic', key: 'i', around: ['*', '*'], sample: 'words' },
  { name: 'Heading', before: () => '## ' },
  { name: 'List', before: () => '- ' },
  { name: 'Numbered list', before: (line) => `${line + 1}. ` },
  { name: 'Quotation', before: () => '> ' },
  { name: 'Link', key: 'k', around: ['[', '](https://)'], sample: 'what it is' },
  { name: 'Table', block: '| Service | Promise |\n|---------|--------:|\n| Desktop | 80% |' },
];

// The browser's own command keeps undo; where it is missing the text is set and undo is lost.
function write(area, text) {
  area.focus();
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function surround(area, [before, after], sample) {
  const start = area.selectionStart;
  const words = area.value.slice(start, area.selectionEnd) || sample;
  write(area, before + words + after);
  if (after.includes('(')) {
    area.setSelectionRange(start + before.length + words.length + 2, start + before.length + words.length + after.length - 1);
  } else {
    area.setSelectionRange(start + before.length, start + before.length + words.length);
  }
}

function lead(area, before) {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', area.selectionEnd);
  area.setSelectionRange(from, end < 0 ? area.value.length : end);
  const lines = area.value.slice(area.selectionStart, area.selectionEnd).split('\n');
  write(area, lines.map((line, i) => before(i) + line.replace(/^(#{1,6} |- |\d+\. |> )/, '')).join('\n'));
}

function place(area, block) {
  const before = area.value.slice(0, area.selectionStart);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  area.setSelectionRange(area.selectionStart, area.selectionStart);
  write(area, `${gap}${block}\n\n`);
}

function apply(mark, area) {
  if (mark.around) surround(area, mark.around, mark.sample);
  else if (mark.before) lead(area, mark.before);
  else place(area, mark.block);
}

// One stop for the Tab key; the arrows walk along the buttons (the ARIA pattern of a toolbar).
function walk(toolbar, event) {
  const buttons = [...toolbar.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

function toolbarFor(area, addImage) {
  const toolbar = document.createElement('div');
  toolbar.className = 'hub-toolbar';
  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-label', 'Format the text');
  toolbar.setAttribute('aria-controls', area.id);
  const marks = addImage ? [...MARKS, { name: 'Image', open: addImage }] : MARKS;
  for (const [i, mark] of marks.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'hub-toolbar__button';
    button.textContent = mark.name;
    button.tabIndex = i === 0 ? 0 : -1;
    if (mark.key) button.title = `Ctrl+${mark.key.toUpperCase()}`;
    button.addEventListener('click', () => (mark.open ? mark.open(area) : apply(mark, area)));
    toolbar.append(button);
  }
  toolbar.addEventListener('keydown', (event) => walk(toolbar, event));
  toolbar.addEventListener('focusin', (event) => {
    for (const button of toolbar.querySelectorAll('button')) button.tabIndex = button === event.target ? 0 : -1;
  });
  area.addEventListener('keydown', (event) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && MARKS.find((m) => m.key === event.key.toLowerCase());
    if (mark) {
      event.preventDefault();
      apply(mark, area);
    }
  });
  area.before(toolbar);
}

const address = (handler) => `${window.location.pathname}?handler=${handler}`;

function typedIn(form) {
  const typed = new FormData(form);
  typed.delete('Image');
  return typed;
}

const asText = (typed) => JSON.stringify([...typed.entries()]);

function keep(form) {
  const said = form.querySelector('[data-hub-kept]');
  const problem = form.querySelector('[data-hub-not-kept]');
  let last = asText(typedIn(form));
  let leaving = null;

  async function keepNow() {
    const typed = typedIn(form);
    const text = asText(typed);
    if (text === last || leaving) return;
    leaving = new AbortController();
    try {
      const answer = await fetch(address('Keep'), { method: 'POST', body: typed, signal: leaving.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(`${answer.status}`);
      last = text;
      said.textContent = `What you type is kept, last at ${(await answer.json()).at}. Only you see it until you save.`;
      problem.textContent = '';
    } catch (error) {
      if (error.name !== 'AbortError') {
        problem.textContent = error.message === '401'
          ? 'You have been signed out. Your text is still here: sign in again in another tab, then save.'
          : 'What you type cannot be kept at the moment. Your text is still here; save it before you leave.';
      }
    } finally {
      leaving = null;
    }
  }

  const timer = setInterval(keepNow, KEEP_EVERY);
  form.addEventListener('submit', () => {
    clearInterval(timer);
    leaving?.abort();
    last = null;
  });
  window.addEventListener('pagehide', () => {
    const typed = typedIn(form);
    if (last !== null && asText(typed) !== last) navigator.sendBeacon(address('Keep'), typed);
  });
}

function show(form, preview) {
  const place = preview.querySelector('[data-hub-preview-text]');
  const shown = () => {
    for (const [part, name] of [['title', 'Title'], ['standfirst', 'Standfirst']]) {
      preview.querySelector(`[data-hub-preview-${part}]`).textContent = form.elements[name]?.value ?? '';
    }
    preview.hidden = place.textContent.trim() === '' && !place.querySelector('img') && !form.elements.Title?.value;
  };
  showWhileTyping({ source: form, url: address('Show'), typed: () => typedIn(form), place, shown })();
}

function images(form) {
  const details = form.querySelector('[data-hub-add-image]');
  if (!details) return null;
  const [file, alt, decorative] = ['Image', 'ImageAlt', 'ImageIsDecorative'].map((name) => details.querySelector(`[name="${name}"]`));
  const button = details.querySelector('button');
  const said = document.createElement('p');
  said.className = 'govuk-error-message';
  said.setAttribute('role', 'alert');
  button.before(said);
  button.textContent = 'Add the image where the cursor is';
  let into = null;

  form.addEventListener('focusin', (event) => {
    if (event.target.matches('[data-hub-editor] textarea')) into = event.target;
  });
  button.addEventListener('click', async (event) => {
    const area = into ?? form.querySelector('[data-hub-editor] textarea');
    if (!area) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    said.textContent = '';
    const most = Number(details.dataset.hubAddImage);
    if (file.files[0]?.size > most) {
      said.textContent = `The image file is ${(file.files[0].size / 1048576).toFixed(1)} MB and may be ${most / 1048576} MB at most. Save it smaller, or cut out the part that matters.`;
      return;
    }
    const answer = await fetch(address('Image'), { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } }).catch(() => null);
    const told = answer?.headers.get('Content-Type')?.includes('json') ? await answer.json() : null;
    if (told?.markdown) {
      place(area, told.markdown);
      [file.value, alt.value, decorative.checked, details.open] = ['', '', false, false];
      return;
    }
    said.textContent = told?.problem ?? 'The image could not be added. Your text is still here; try again.';
  });
  return (area) => {
    into = area;
    details.open = true;
    file.focus();
  };
}

for (const writing of document.querySelectorAll('[data-hub-writing]')) {
  const form = writing.querySelector('form');
  const addImage = images(form);
  for (const area of form.querySelectorAll('[data-hub-editor] textarea')) toolbarFor(area, addImage);
  keep(form);
  show(form, writing.querySelector('[data-hub-preview]'));
}
