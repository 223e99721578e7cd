/**
 * `1 layer`, `6 layers`, `1,200 layers`; irregular plurals are given: `6 people`. Numbers are formatted for the
 * browser's locale.
 */
export function counted(amount: number, noun: string, nouns = `${noun}s`): string {
  return `${amount.toLocaleString()} ${amount === 1 ? noun : nouns}`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB']

/** `812 bytes`, `1.3 MB`; 1 KB is 1024 bytes, rounded up, as in the messages about limits. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1)
  const amount = bytes / 1024 ** power
  return `${power === 0 ? amount : (Math.ceil(amount * 10) / 10).toFixed(1)} ${UNITS[power]}`
}
