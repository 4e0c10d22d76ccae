// Quickens the moderators' queue: single keys while the focus is in it, and figures that keep up. Everything here can be done without script too.
export function startQueue() {
  const queue = document.querySelector('[data-hub-queue]');
  const live = document.querySelector('[data-hub-live]');
  if (queue) makeReachable(queue);
  if (live) follow(live);
}

function makeReachable(list) {
  const help = document.querySelector('[data-hub-keys-help]');
  help?.removeAttribute('hidden');
  help?.querySelector('[data-hub-queue-start]')?.addEventListener('click', (event) => {
    event.preventDefault();
    focus(list.querySelector(event.currentTarget.hash));
  });
  goOn(list);
  if (list.dataset.hubQueue === 'keys') list.addEventListener('keydown', (event) => press(list, help, event));
}

// Where what was done cannot stay in view above the next comment, it comes first: nobody decides without seeing what became of the last one.
function goOn(list) {
  const told = document.querySelector('main .govuk-notification-banner--success');
  if (told && getComputedStyle(told).position !== 'sticky') {
    // The browser would give the focus to the comment that the address names, once everything is loaded.
    history.replaceState(history.state, '', location.pathname + location.search);
    told.tabIndex = -1;
    focus(told);
  } else focus(items(list).find((item) => `#${item.id}` === location.hash));
}

export const items = (list) => [...list.querySelectorAll(':scope > li')];

export function focus(item) {
  item?.focus();
  item?.scrollIntoView({ block: 'nearest' });
}

function press(list, help, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const all = items(list);
  const here = all.findIndex((item) => item.contains(event.target));
  const keys = {
    j: () => focus(all[here + 1]),
    ArrowDown: () => focus(all[here + 1]),
    k: () => focus(all[here - 1]),
    ArrowUp: () => focus(all[here - 1]),
    '?': () => toggle(help?.querySelector('details')),
  };
  for (const key of ['a', 'd', 'h', 'r', 'x']) keys[key] = () => all[here].querySelector(`[data-key="${key}"]`)?.click();
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

export function isField(element) {
  return element.matches('textarea, select, input:not([type=checkbox])') || element.isContentEditable;
}

export function toggle(details) {
  if (details) details.open = !details.open;
}

// Says politely what has changed and waits to be shown: nothing moves under a reader's hands.
function follow(line) {
  const before = Number(line.dataset.hubWaiting);
  const stream = new EventSource(line.dataset.hubLive);
  addEventListener('pagehide', () => stream.close());
  stream.addEventListener('queue', ({ data }) => {
    const counts = JSON.parse(data);
    show({ queue: counts.waiting + counts.unread, flags: counts.flags, appeals: counts.appeals });
    if (counts.waiting !== before) line.replaceChildren(`${counts.waiting} waiting now. `, again());
    else line.replaceChildren();
  });
}

function show(counts) {
  for (const place of document.querySelectorAll('[data-hub-count]')) {
    if (place.dataset.hubCount in counts) place.textContent = counts[place.dataset.hubCount];
  }
}

function again() {
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = location.pathname + location.search;
  link.textContent = 'Show the queue as it is now';
  return link;
}
