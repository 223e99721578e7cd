import { takeRandomBytes } from '../random-bytes.ts'

/** 24 lower-case hex characters, random: a uid tells nothing of others. */
export const newUid = (): string => takeRandomBytes(12).toString('hex')

export const isUid = (text: string): boolean => /^[0-9a-f]{24}$/.test(text)
