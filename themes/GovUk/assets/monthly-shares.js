import { axisX, axisY, dot, gridY, line, text } from '@observablehq/plot';

const black = '#141616';
const accent = '#00545c';
const narrow = 560;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// A line by month against a stepped promise: told by shape, dash and words, so that it reads in grey and on paper.
export function monthlyShares(data, width) {
  const small = width < narrow;
  const counted = data.points.filter((point) => point.percent !== null);
  const floor = lowestLine(counted, data.targets);

  return {
    className: 'hub-plot',
    width,
    height: small ? 280 : 340,
    marginLeft: 46,
    marginRight: 30,
    marginTop: 36,
    marginBottom: 44,
    x: { type: 'utc', domain: [data.points[0].at, data.last], insetLeft: 14, insetRight: 14 },
    y: { domain: [floor, 100] },
    marks: [
      ...axes(data.points, floor, width, data.measure),
      promise(data.targets, data.last),
      line(data.points, { x: 'at', y: 'percent', stroke: accent, strokeWidth: 3 }),
      dots(counted, data.targets),
      ...promiseTexts(data.targets, counted, data.last, small),
      ...shareTexts(small ? ends(counted) : counted, data.targets),
    ],
  };
}

function lowestLine(counted, targets) {
  const lowest = Math.min(...[...counted, ...targets].map(({ percent }) => percent));
  return Number.isFinite(lowest) ? Math.max(0, Math.floor((lowest - 10) / 10) * 10) : 0;
}

function axes(points, floor, width, measure) {
  const every = Math.ceil(points.length / Math.floor((width - 90) / 44));
  const ticks = points.map(({ at }) => at).filter((_, index, all) => (all.length - 1 - index) % every === 0);
  const label = floor > 0 ? `% ${measure} (the scale starts at ${floor}%)` : `% ${measure}`;

  return [
    gridY({ ticks: 5, stroke: '#c3c9ca', strokeOpacity: 1 }),
    axisY({ ticks: 5, tickFormat: (share) => `${share}%`, tickSize: 0, fontSize: 14, fill: black, label: null }),
    axisX({ ticks, tickFormat: monthLabel, fontSize: 14, fill: black, label: null }),
    text([label], { text: (words) => words, frameAnchor: 'top-left', dx: -44, dy: -34, fontSize: 14, fill: black, lineWidth: width / 15 }),
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
  return point.percent < targets.findLast((target) => target.at <= point.at)?.percent;
}

// Hollow triangle: missed. Filled circle: kept. The same shapes as the hub's status words.
function dots(counted, targets) {
  const missed = (point) => isMissed(point, targets);
  return dot(counted, {
    x: 'at',
    y: 'percent',
    r: 5,
    symbol: (point) => (missed(point) ? 'triangle' : 'circle'),
    fill: (point) => (missed(point) ? 'white' : accent),
    stroke: accent,
    strokeWidth: 2,
  });
}

const ends = (counted) => counted.filter((_, index) => index === 0 || index === counted.length - 1);

function shareTexts(counted, targets) {
  const words = { x: 'at', y: 'percent', text: (point) => `${Math.round(point.percent)}%`, ...inFront };
  return [
    text(counted.filter((point) => isMissed(point, targets)), { ...words, dy: 19 }),
    text(counted.filter((point) => !isMissed(point, targets)), { ...words, dy: -15 }),
  ];
}

// On the side of the step where the line is not.
function promiseTexts(targets, counted, last, small) {
  return targets.map((target, index) => {
    const until = targets[index + 1]?.at ?? last;
    const near = counted.filter(({ at }) => at >= target.at && at <= until);
    const above = near.filter((point) => isMissed(point, targets)).length * 2 >= near.length;
    const late = (last - target.at) < (last - counted[0]?.at) * (small ? 0.6 : 0.3);

    return text([target], {
      x: late ? () => last : 'at',
      y: 'percent',
      text: (step) => `Target: ${step.text}`,
      textAnchor: late ? 'end' : 'start',
      dy: above ? -12 : 14,
      lineWidth: small ? 14 : 30,
      lineAnchor: above ? 'bottom' : 'top',
      ...inFront,
    });
  });
}

const inFront = { fontSize: 14, fill: black, stroke: 'white', strokeWidth: 4, strokeLinejoin: 'round' };
