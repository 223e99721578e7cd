import type { DocumentFormat, ProfileDocument } from '@waybill/profile-format'

/** `1 layer`, `6 layers`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** `Cluster profile edge-base 1.2.0, 6 layers, 3 variables, exported as JSON`. */
export function summarise(document: ProfileDocument, format: DocumentFormat): string {
  const { name, version, packs, variables } = document
  const parts = [count(packs.length, 'layer'), count(variables.length, 'variable')].join(', ')
  return `Cluster profile ${name} ${version}, ${parts}, exported as ${format.toUpperCase()}`
}

const UNITS = ['bytes', 'kB', 'MB', 'GB']

/** `812 bytes`, `1.3 MB`; 1 kB is 1000 bytes. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const amount = bytes / 1000 ** power
  return `${power === 0 ? amount : amount.toFixed(1)} ${UNITS[power]}`
}
