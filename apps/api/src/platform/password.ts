import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's parameters, which are OWASP's: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password)

let dummyHash: Promise<string> | undefined

/** Takes the same time when there is no hash to compare with, so that nobody learns which accounts exist. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummyHash ??= hash('nobody has this password')
  const isRight = await verify(passwordHash ?? (await dummyHash), password)
  return isRight && passwordHash !== undefined
}

/** Made before the first sign-in, which would else show an unknown account by taking twice as long. */
export const prepareDummyHash = async (): Promise<void> => {
  await verifyPassword(undefined, '')
}
