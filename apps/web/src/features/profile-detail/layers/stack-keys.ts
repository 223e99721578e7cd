/** Where a key leads in a list of `count` items; null for keys that are none of its business. */
export function stepTo(key: string, { index, count }: { index: number; count: number }): number | null {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
