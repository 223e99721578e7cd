/** `1 layer`, `6 layers`, `1,200 layers`. */
export function counted(amount: number, noun: string): string {
  return `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`
}

const UNITS = ['bytes', 'kB', 'MB', 'GB']

/** `812 bytes`, `1.3 MB`; 1 kB is 1000 bytes. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const amount = bytes / 1000 ** power
  return `${power === 0 ? amount : amount.toFixed(1)} ${UNITS[power]}`
}
