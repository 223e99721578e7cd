import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** Argon2id with the library's parameters, which are OWASP's: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** For an account whose owner has not set a password yet, or never will. */
export const unknownPasswordHash = (): Promise<string> => hashPassword(randomBytes(32).toString('base64'))

/** The hash of 32 random bytes that were thrown away, with hashPassword's parameters, so verifying it takes as long. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$L2KOlvU8U4Unvyv9NWjGcQ$aDjlWBn2vz1AdbliaLNN5LyBOV2kZBzvVoJkT/GMvMs'

/** Takes the same time without a hash to compare with, so that nobody learns which accounts exist. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODYS_HASH, password)
  return isRight && passwordHash !== undefined
}
