/** How long a call takes in tenants of different sizes. */
export interface Curve {
  what: string
  points: readonly { size: number; ms: number }[]
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [760, 360, 60, 20, 20, 50]
/** A time that does not grow is a line at 1. */
const MOST = 3
/** Distinguishable without colours, too. */
const LINES = [
  { colour: '#0066cc', dash: '' },
  { colour: '#c9190b', dash: '8 4' },
  { colour: '#3e8635', dash: '2 4' },
  { colour: '#6753ac', dash: '12 4 2 4' },
]

/** Times as multiples of the smallest size's, over a logarithmic scale of sizes; on white, for both themes. */
export function drawGrowth(curves: readonly Curve[]): string {
  const sizes = curves.flatMap(({ points }) => points.map(({ size }) => Math.log10(size)))
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const x = (size: number) => LEFT + ((Math.log10(size) - least) / (most - least)) * (WIDTH - LEFT - RIGHT)
  const y = (ratio: number) => TOP + (1 - Math.min(ratio, MOST) / MOST) * (HEIGHT - TOP - BOTTOM)
  const text = ([left, top]: readonly [number, number], words: string, anchor = 'start') =>
    `<text x="${left.toFixed(0)}" y="${top.toFixed(0)}" text-anchor="${anchor}">${words}</text>`
  const grid = [0, 1, 2, MOST].map((ratio) => `<path d="M${LEFT} ${y(ratio).toFixed(0)}H${WIDTH - RIGHT}" stroke="#d2d2d2"/>${text([LEFT - 8, y(ratio) + 4], `${ratio} ×`, 'end')}`) // prettier-ignore
  const decades = Array.from({ length: Math.round(most - least) + 1 }, (_none, at) => 10 ** (least + at))
  const ticks = decades.map((size) => text([x(size), HEIGHT - BOTTOM + 20], Math.round(size).toLocaleString('en'), 'middle')) // prettier-ignore
  const lines = curves.map(({ what, points }, at) => {
    const { colour, dash } = LINES[at % LINES.length] ?? { colour: '', dash: '' }
    const base = points[0]?.ms ?? Number.NaN
    const path = points.map(({ size, ms }) => `${x(size).toFixed(1)},${y(ms / base).toFixed(1)}`).join(' ')
    const line = `fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"`
    const legend = TOP + 14 + at * 20
    return `<polyline points="${path}" ${line}/><path d="M${LEFT + 12} ${legend - 4}h40" ${line}/>${text([LEFT + 60, legend], what)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Time of a call as a multiple of that with the least rows</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...grid, ...ticks, ...lines].join('\n')}
</svg>
`
}
