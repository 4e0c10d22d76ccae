import { axisX, axisY, barX, ruleY, text } from '@observablehq/plot';

const black = '#141616';
const accent = '#00545c';
const step = 30;
const between = 'the promise';

// Counts from top to bottom: filled within the promise, hollow beyond it, with the promise in words on a line of its own, so that nothing meets.
export function counts({ by, counted, bars, limit }, width) {
  const first = limit ? bars.findIndex((bar) => bar.beyond) : -1;
  const labels = bars.map((bar) => bar.label);
  const rows = first < 0 ? labels : [...labels.slice(0, first), between, ...labels.slice(first)];
  const left = 20 + Math.max(...labels.map((label) => label.length)) * 8;

  return {
    width,
    height: 64 + rows.length * step,
    marginLeft: left,
    marginRight: 60,
    marginTop: 34,
    marginBottom: 30,
    className: 'hub-plot',
    x: { domain: [0, Math.max(1, ...bars.map((bar) => bar.count))] },
    y: { type: 'band', domain: rows, padding: 0.25 },
    marks: [
      text([`${counted}, by ${by}`], { text: (words) => words, frameAnchor: 'top-left', dx: -left, dy: -30, textAnchor: 'start', fontSize: 14, fill: black, lineWidth: width / 10 }),
      axisY({ tickSize: 0, fontSize: 14, fill: black, label: null, tickFormat: (label) => (label === between ? '' : label) }),
      axisX({ ticks: 0, label: null }),
      barX(bars, { x: 'count', y: 'label', fill: (bar) => (bar.beyond ? 'white' : accent), stroke: accent, strokeWidth: 2, insetRight: 1 }),
      text(bars, { x: 'count', y: 'label', text: (bar) => bar.count.toLocaleString('en-GB'), dx: 8, textAnchor: 'start', fontSize: 14, fill: black }),
      ...(first < 0 ? [] : promise(limit, width)),
    ],
  };
}

// In a small picture the words may begin over the empty place of the row's label.
function promise(limit, width) {
  const place = width < 480 ? { frameAnchor: 'right', dx: 56, textAnchor: 'end' } : { frameAnchor: 'left', dx: 6, textAnchor: 'start' };

  return [
    ruleY([between], { y: (row) => row, stroke: black, strokeWidth: 2, strokeDasharray: '6 4' }),
    text([between], { y: (row) => row, ...place, text: () => limit, fontSize: 14, fill: black, stroke: 'white', strokeWidth: 8, strokeLinejoin: 'round' }),
  ];
}
