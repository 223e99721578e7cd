import type { Config } from '../../config.ts'
import { createPrisma, type Database } from '../database/prisma.ts'
import { bindCiphertexts, countOldCiphertexts } from './bind-ciphertexts.ts'
import { createCipher } from './cipher.ts'
import { addSecretKey, keepSecretKeys, loadSecretKeys } from './secret-key.ts'

interface Rotation {
  config: Pick<Config, 'secretKeys' | 'dataDir'>
  ownerUrl: string
  /** No server is running that could still encrypt with an older secret. */
  isAlone: boolean
  /** Removes older secrets from the file once no text needs them. */
  forgets: boolean
}

/**
 * Adds a new secret if all texts are encrypted with the newest one, and re-encrypts all others with it; an interrupted
 * rotation is continued. Servers read the file again when they meet a text of an unknown secret.
 * @returns one line that says what was done
 */
export async function rotateKey({ ownerUrl, ...rotation }: Rotation): Promise<string> {
  const prisma = createPrisma(ownerUrl)
  try {
    return await (rotation.forgets ? forget({ ...rotation, prisma }) : rewrite({ ...rotation, prisma }))
  } finally {
    await prisma.$disconnect()
  }
}

type Work = Pick<Rotation, 'config' | 'isAlone'> & { prisma: Database }

async function rewrite({ config, prisma }: Work): Promise<string> {
  const secrets = () => loadSecretKeys(config)
  const read = () => createCipher(secrets())
  const { texts } = await countOldCiphertexts({ prisma, cipher: read() })
  const isFresh = texts === 0 && !config.secretKeys
  if (isFresh) addSecretKey(config.dataDir)
  const cipher = read()
  const counts = await bindCiphertexts({ prisma, cipher, rotates: true })
  const left = await countOldCiphertexts({ prisma, cipher })
  const [id = ''] = cipher.keyIds()
  const done = `${counts.bound} texts are encrypted with the ${isFresh ? 'new' : 'newest'} secret key (${id}).`
  if (counts.unreadable > 0)
    return `${done} ${counts.unreadable} texts are encrypted with a key that is not here: name it behind the newest one and run this again.`
  if (left.texts > 0)
    return `${done} ${left.texts} were written with an older one meanwhile: run this again, after a restart of servers that do not know the newest.`
  if (secrets().length === 1) return done
  return `${done} Older keys still open what was backed up before. ${
    config.secretKeys
      ? 'Take them out of WAYBILL_SECRET_KEY when every server has the newest one first and was restarted.'
      : 'Stop the server and run npm run rotate-key -- --forget to take them out of the file.'
  }`
}

/**
 * Marks of what is not secret were made with a derived key as well and are invalid without it: what they covered is
 * masked again.
 */
async function forget({ config, prisma, isAlone }: Work): Promise<string> {
  if (config.secretKeys) return 'The keys stand in WAYBILL_SECRET_KEY: take the older ones out there.'
  if (!isAlone) return 'Nothing was forgotten: stop the server first, for it may still write with an older key.'
  const [newest = '', ...older] = loadSecretKeys(config)
  const left = await countOldCiphertexts({ prisma, cipher: createCipher([newest]) })
  if (left.texts > 0)
    return `Nothing was forgotten: ${left.texts} texts need an older key. Run npm run rotate-key first.`
  if (left.answers > 0)
    return `Nothing was forgotten: ${left.answers} answers to requests that may be repeated need an older key. They are gone within a day.`
  keepSecretKeys(config.dataDir, [newest])
  return `${older.length} older keys are taken out of the file. What was marked as no secret before is asked again; backups of before need them: ${older.length === 0 ? 'none' : 'you have them in your copy of the file'}.`
}
