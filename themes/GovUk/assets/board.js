// Quickens the theme board: single keys while the focus is on a comment, and dragging where there is a mouse. Everything here can be done with the form too.
import { focus, isField, items, toggle } from './queue.js';

export function startBoard() {
  const list = document.querySelector('[data-hub-board]');
  if (!list) return;
  const help = document.querySelector('[data-hub-keys-help]');
  help?.removeAttribute('hidden');
  help?.querySelector('[data-hub-board-start]')?.addEventListener('click', (event) => {
    event.preventDefault();
    focus(items(list)[0]);
  });
  goOn(list);
  if (list.dataset.hubBoard === 'keys') list.addEventListener('keydown', (event) => press(list, help, event));
  makeDraggable(list);
}

// The focus goes on behind what was moved; what happened is said beside it, because the banner that says so loses the focus.
function goOn(list) {
  const next = items(list).find((item) => item.autofocus);
  if (!next) return;
  focus(next);
  const banner = document.querySelector('.govuk-notification-banner__heading');
  const said = document.querySelector('[data-hub-board-said]');
  if (banner && said) setTimeout(() => { said.textContent = banner.firstChild.textContent.trim(); }, 100);
}

const boxOf = (item) => item?.querySelector('input[name=Comments]');

function press(list, help, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const all = items(list);
  const here = all.findIndex((item) => item.contains(event.target));
  const item = all[here];
  const keys = {
    j: () => focus(all[here + 1]),
    ArrowDown: () => focus(all[here + 1]),
    k: () => focus(all[here - 1]),
    ArrowUp: () => focus(all[here - 1]),
    x: () => boxOf(item)?.click(),
    s: () => item.querySelector('[data-key=s]')?.click(),
    m: () => choosePlace(list, item),
    n: () => send(list, [item], 'NotAQuestion'),
    o: () => send(list, [item], 'Outstanding'),
    '?': () => toggle(help?.querySelector('details')),
  };
  const themes = document.querySelectorAll('[data-hub-drop]');
  for (let n = 1; n <= 9; n += 1) keys[n] = () => sendToTheme(list, item, themes[n - 1]);
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

const isTheme = (place) => /^[0-9a-f]{8}-/.test(place?.dataset.hubDrop ?? '');

function sendToTheme(list, item, place) {
  if (isTheme(place)) send(list, [item], place.dataset.hubDrop);
}

function choosePlace(list, item) {
  const box = boxOf(item);
  if (!box) return;
  box.checked = true;
  list.closest('form').elements.To.focus();
}

// The same form, filled in: the server decides and says what happened.
function send(list, chosen, place) {
  const boxes = chosen.map(boxOf).filter(Boolean);
  if (boxes.length === 0) return;
  const form = list.closest('form');
  for (const box of form.querySelectorAll('input[name=Comments], input[name=All]')) box.checked = boxes.includes(box);
  form.elements.To.value = place;
  form.requestSubmit();
}

function makeDraggable(list) {
  if (!matchMedia('(pointer: fine)').matches) return;
  for (const item of items(list)) {
    if (boxOf(item)) item.querySelector('.hub-queue-item__facts').prepend(grip(list, item));
  }
  for (const place of document.querySelectorAll('[data-hub-drop]')) {
    if (place.dataset.hubDrop) receive(list, place);
  }
}

function grip(list, item) {
  const handle = document.createElement('span');
  handle.className = 'hub-board__grip';
  handle.draggable = true;
  handle.title = 'Drag to a theme';
  handle.setAttribute('aria-hidden', 'true');
  handle.textContent = '⠿';
  handle.addEventListener('dragstart', (event) => {
    event.dataTransfer.setData('text/plain', item.id);
    event.dataTransfer.setDragImage(item, 10, 10);
    event.dataTransfer.effectAllowed = 'move';
    // Only once the drag has begun: a page that changes under it ends it.
    setTimeout(() => list.closest('.hub-board').classList.add('hub-board--dragging'));
  });
  handle.addEventListener('dragend', () => list.closest('.hub-board').classList.remove('hub-board--dragging'));
  return handle;
}

// What is chosen goes along with what is dragged, when that is chosen too.
function receive(list, place) {
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    place.classList.add('hub-board__target');
  });
  place.addEventListener('dragleave', () => place.classList.remove('hub-board__target'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    const dragged = items(list).find((item) => item.id === event.dataTransfer.getData('text/plain'));
    if (!dragged) return;
    const chosen = items(list).filter((item) => boxOf(item)?.checked);
    send(list, chosen.includes(dragged) ? chosen : [dragged], place.dataset.hubDrop);
  });
}
