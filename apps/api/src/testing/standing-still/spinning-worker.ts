/** A task that never ends when it is told so. */
export function ping(payload: string): string {
  while (payload === 'spin') continue
  return payload
}
