/** Tasks that use up their thread's memory, in place of sync-worker.ts. */
const eat = (): never => {
  for (const eaten: number[][] = []; ;) eaten.push(Array.from({ length: 1_000_000 }, () => eaten.length))
}

export const readPack = eat
export const readRepository = eat
export const readChart = () => ({ value: { values: '', readme: '' } })
