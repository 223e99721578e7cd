import { takeRandomBytes } from '../random-bytes.ts'

/** 24 random lower-case hex characters: a uid reveals nothing about other rows. */
export const newUid = (): string => takeRandomBytes(12).toString('hex')

export const isUid = (text: string): boolean => /^[0-9a-f]{24}$/.test(text)
