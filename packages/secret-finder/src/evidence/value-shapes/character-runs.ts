/** Start and end of a run of characters that tokens and base64 consist of. */
export type CharacterRun = readonly [start: number, end: number]

/** The shortest token. */
export const SHORTEST_RUN = 17

const IN_RUN = new Uint8Array(128)
for (const unit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~@+/=-')
  IN_RUN[unit.charCodeAt(0)] = 1

/** Every run of a text that may contain a token or base64. Reads each character once. */
export function characterRuns(text: string): CharacterRun[] {
  const runs: CharacterRun[] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 32
    if (unit < 128 && IN_RUN[unit] === 1) continue
    if (at - start >= SHORTEST_RUN) runs.push([start, at])
    start = at + 1
  }
  return runs
}
