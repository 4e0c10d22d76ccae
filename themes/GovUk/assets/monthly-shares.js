import { axisX, axisY, dot, gridY, line, text } from '@observablehq/plot';

const black = '#141616';
const accent = '#00545c';
const grey = '#6b7276';
const narrow = 560;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// A line by month against a stepped promise: told by shape, dash and words, so that it reads in grey and on paper.
export function monthlyShares(data, width) {
  const small = width < narrow;
  const counted = data.points.filter((point) => point.percent !== null);
  const floor = lowestLine(counted, data.targets);
  const frame = { width, height: small ? 290 : 340, marginLeft: 52, marginRight: 30, marginTop: small ? 60 : 42, marginBottom: 44 };

  return {
    ...frame,
    className: 'hub-plot',
    x: { type: 'utc', domain: [data.points[0].at, data.last], insetLeft: 14, insetRight: 14 },
    y: { domain: [floor, 100] },
    marks: [
      ...axes(data.points, floor, frame, data.measure),
      promise(data.targets, data.last),
      ...promiseTexts(data, counted, floor, frame),
      line(data.points, { x: 'at', y: 'percent', stroke: accent, strokeWidth: 3 }),
      ...shareTexts(labelled(counted, data, frame, small), data.targets),
      dots(counted, data.targets),
    ],
  };
}

function lowestLine(counted, targets) {
  const lowest = Math.min(...[...counted, ...targets].map(({ percent }) => percent));
  return Number.isFinite(lowest) ? Math.max(0, Math.floor((lowest - 10) / 10) * 10) : 0;
}

function axes(points, floor, { width, marginTop }, measure) {
  const every = Math.ceil(points.length / Math.floor((width - 90) / 44));
  const ticks = points.map(({ at }) => at).filter((_, index, all) => (all.length - 1 - index) % every === 0);
  const label = floor > 0 ? `% ${measure} (the scale starts at ${floor}%)` : `% ${measure}`;

  return [
    gridY({ ticks: 5, stroke: '#c3c9ca', strokeOpacity: 1 }),
    axisY({ ticks: 5, tickFormat: (share) => `${share}%`, tickSize: 0, fontSize: 14, fill: black, label: null }),
    axisX({ ticks, tickFormat: monthLabel, fontSize: 14, fill: black, label: null }),
    text([label], { text: (words) => words, frameAnchor: 'top-left', dx: -50, dy: 4 - marginTop, fontSize: 14, fill: black, lineWidth: width / 15 }),
  ];
}

function monthLabel(at, index) {
  const year = index === 0 || at.getUTCMonth() === 0 ? `\n${at.getUTCFullYear()}` : '';
  return monthNames[at.getUTCMonth()] + year;
}

function promise(targets, last) {
  const steps = [...targets, ...targets.slice(-1).map((target) => ({ ...target, at: last }))];
  return line(steps, { x: 'at', y: 'percent', curve: 'step-after', stroke: black, strokeWidth: 2, strokeDasharray: '6 4' });
}

function isMissed(point, targets) {
  return !point.few && point.percent < targets.findLast((target) => target.at <= point.at)?.percent;
}

// Hollow triangle: missed. Filled circle: kept. Open grey circle: too few to say. The same shapes as the hub's status words.
function dots(counted, targets) {
  const missed = (point) => isMissed(point, targets);
  return dot(counted, {
    x: 'at',
    y: 'percent',
    r: 5,
    symbol: (point) => (missed(point) ? 'triangle' : 'circle'),
    fill: (point) => (missed(point) || point.few ? 'white' : accent),
    stroke: (point) => (point.few ? grey : accent),
    strokeWidth: 2,
  });
}

// Shares are written from the latest month back, as many as stand apart from each other; in a small picture the first and the last.
function labelled(counted, data, frame, small) {
  const across = scaleAcross(data, frame);
  const apart = small ? Infinity : 66;
  const kept = [];
  for (const point of counted.toReversed()) {
    if (kept.length === 0 || across(kept[0].at) - across(point.at) >= apart) kept.unshift(point);
  }
  const [first] = counted;
  return small && first && first !== kept[0] && across(kept[0].at) - across(first.at) >= 66 ? [first, ...kept] : kept;
}

const shareDown = 19;
const shareUp = -15;

function shareTexts(shown, targets) {
  const words = { x: 'at', y: 'percent', text: (point) => `${point.percent}%${point.mark ? ` [${point.mark}]` : ''}`, ...inFront };
  return [
    text(shown.filter((point) => isMissed(point, targets)), { ...words, dy: shareDown }),
    text(shown.filter((point) => !isMissed(point, targets)), { ...words, dy: shareUp }),
  ];
}

function scaleAcross({ points, last }, { width, marginLeft, marginRight }) {
  return (at) => ((at - points[0].at) / (last - points[0].at || 1)) * (width - marginLeft - marginRight - 28);
}

// Each promise is written where it covers least: neither the line, nor a share, nor another promise.
function promiseTexts(data, counted, floor, frame) {
  const { targets, last } = data;
  const { width, height, marginTop, marginBottom } = frame;
  const across = scaleAcross(data, frame);
  const down = (share) => ((100 - share) / (100 - floor)) * (height - marginTop - marginBottom);
  const taken = alongTheLine(counted).map(({ at, percent }) => box(across(at) - 6, 12, down(percent), 1));
  for (const point of labelled(counted, data, frame, width < narrow)) {
    taken.push(box(across(point.at) - 32, 64, down(point.percent) + (isMissed(point, targets) ? shareDown : shareUp), 4));
  }

  return targets.map((target, index) => {
    const until = targets[index + 1]?.at ?? last;
    const full = `Target: ${target.text}`;
    const words = width < narrow || across(until) - across(target.at) < full.length * 7.5 ? `Target ${target.percent}%` : full;
    const long = words.length * 7.5;
    const others = targets.filter((other) => other !== target).map((other, place, all) => box(across(other.at), across(all[place + 1]?.at ?? last) - across(other.at), down(other.percent), 3));
    const places = [-12, 14, -32, 34, -52, 54, 76, 98].flatMap((dy) => ['start', 'end'].map((textAnchor) => {
      const left = textAnchor === 'start' ? across(target.at) : across(until) - long;
      const here = box(left, long, down(target.percent) + dy, 4);
      const outside = left < 0 || left + long > across(last) + 14 || here.middle < 8 || here.middle > down(floor) - 8;
      const hits = [...taken, ...others].filter((other) => overlap(here, other)).reduce((sum, other) => sum + other.weight, 0);
      return { textAnchor, dy, here, hits: hits + (outside ? 100 : 0) + Math.abs(dy) / 100 };
    }));
    const { textAnchor, dy, here } = places.reduce((best, place) => (place.hits < best.hits ? place : best));
    taken.push(here);

    return text([target], { x: textAnchor === 'start' ? 'at' : () => until, y: 'percent', text: () => words, textAnchor, dy, ...inFront });
  });
}

const box = (left, long, middle, weight) => ({ left, right: left + long, middle, weight });

const overlap = (one, other) => one.left < other.right + 8 && other.left < one.right + 8 && Math.abs(one.middle - other.middle) < 19;

function alongTheLine(counted) {
  return counted.flatMap((point, index) => {
    const next = counted[index + 1] ?? point;
    return [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((part) => ({
      at: new Date(+point.at + part * (next.at - point.at)),
      percent: point.percent + part * (next.percent - point.percent),
    }));
  });
}

const inFront = { fontSize: 14, fill: black, stroke: 'white', strokeWidth: 4, strokeLinejoin: 'round' };
