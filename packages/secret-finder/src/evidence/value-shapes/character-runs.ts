const IN_RUN = new Uint8Array(128)
for (const unit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~@+/=-')
  IN_RUN[unit.charCodeAt(0)] = 1

/** Start and end of every run of characters that tokens and base64 are made of, from a length on. Looks at each character once. */
export function characterRuns(text: string, least: number): [start: number, end: number][] {
  const runs: [number, number][] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 32
    if (unit < 128 && IN_RUN[unit] === 1) continue
    if (at - start >= least) runs.push([start, at])
    start = at + 1
  }
  return runs
}
