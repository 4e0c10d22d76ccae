import { axisX, axisY, dot, gridY, line, text } from '@observablehq/plot';

const black = '#141616';
const accent = '#00545c';
const narrow = 560;
const inFront = { fontSize: 14, fill: black, stroke: 'white', strokeWidth: 4, strokeLinejoin: 'round' };

// What was read against the planned way. Hollow triangle: behind the plan; filled circle: where it should be. Dashed: the plan.
export function trajectory({ unit, plan, readings }, width) {
  const [start, end] = [plan[0], plan.at(-1)];
  const rises = end.value > start.value;
  const behind = (reading) => (rises ? reading.value < reading.planned : reading.value > reading.planned);
  const [low, high] = extent([...plan, ...readings].map(({ value }) => value));
  const shown = width < narrow ? readings.slice(-1) : readings.filter((_, index) => (readings.length - 1 - index) % Math.ceil(readings.length / Math.max(1, Math.floor((width - 120) / 70))) === 0);

  return {
    width,
    height: width < narrow ? 290 : 340,
    marginLeft: 60,
    marginRight: 40,
    marginTop: 42,
    marginBottom: 44,
    className: 'hub-plot',
    x: { type: 'utc', domain: [start.at, new Date(Math.max(end.at, readings.at(-1)?.at ?? end.at))], insetLeft: 14, insetRight: 14 },
    y: { domain: [low, high], nice: true },
    marks: [
      gridY({ ticks: 5, stroke: '#c3c9ca', strokeOpacity: 1 }),
      axisY({ ticks: 5, tickSize: 0, fontSize: 14, fill: black, label: null }),
      axisX({ ticks: Math.max(2, Math.floor(width / 160)), fontSize: 14, fill: black, label: null }),
      text([unit], { text: (words) => words, frameAnchor: 'top-left', dx: -50, dy: -38, fontSize: 14, fill: black }),
      line(plan, { x: 'at', y: 'value', stroke: black, strokeWidth: 2, strokeDasharray: '6 4' }),
      line([{ at: start.at, value: start.value }, ...readings], { x: 'at', y: 'value', stroke: accent, strokeWidth: 3 }),
      text([end], { x: 'at', y: 'value', text: () => `Target ${end.value}`, textAnchor: 'end', dy: rises ? -14 : 16, ...inFront }),
      dot(readings, { x: 'at', y: 'value', r: 5, symbol: (r) => (behind(r) ? 'triangle' : 'circle'), fill: (r) => (behind(r) ? 'white' : accent), stroke: accent, strokeWidth: 2 }),
      ...[true, false].map((late) => text(shown.filter((r) => behind(r) === late), { x: 'at', y: 'value', text: (r) => `${r.value}`, dy: rises === late ? 18 : -16, ...inFront })),
    ],
  };
}

function extent(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.15;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}
