import { BARE_TAG } from '@waybill/profile-format'

export interface Label {
  key: string
  value: string
}

/** `edge` or `team:web` as a label; undefined if it is not valid. */
export function readTag(typed: string): Label | undefined {
  const [key = '', ...rest] = typed.trim().split(':')
  const value = rest.join(':').trim()
  if (key.trim() === '' || (rest.length > 0 && value === '')) return undefined
  return { key: key.trim(), value: rest.length === 0 ? BARE_TAG : value }
}
