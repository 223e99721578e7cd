/** A task that never ends if told so. */
export function ping(payload: string): string {
  while (payload === 'spin') continue
  return payload
}

/** A task that needs more memory than there is. */
export function hoard(bytes: number): number {
  const kept: string[] = []
  while (kept.length * 16 < bytes) kept.push(`a text of its own: ${kept.length}`)
  return kept.length
}
