import { takeRandomBytes } from '../random-bytes.ts'

/** 24 lower-case hex characters, random: a uid tells nothing of others. */
export const newUid = (): string => takeRandomBytes(12).toString('hex')
