import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeSecret } from './made-secret.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** A text of our own, with the secrets that were inserted. */
export interface OwnText {
  id: string
  text: string
  secrets: readonly string[]
}

/** Texts with secrets, harmless look-alikes, whole values files with both, and known misjudgements. */
export type OwnFolder = 'secret' | 'harmless' | 'whole' | 'unfound' | 'masked-wrongly'

/**
 * Reads the texts in a folder of fixtures: `=== name`, then its lines; each `§form§` is replaced by a generated secret.
 */
export function ownTexts(folder: OwnFolder): OwnText[] {
  return readdirSync(join(FIXTURES, folder)).flatMap((file) =>
    readFileSync(join(FIXTURES, folder, file), 'utf8')
      .split(/^=== /m)
      .slice(1)
      .map((block) => {
        const [name = ''] = block.split('\n', 1)
        return withSecrets(`${file.replace('.txt', '')}: ${name}`, block.slice(name.length + 1))
      }),
  )
}

function withSecrets(id: string, template: string): OwnText {
  const secrets: string[] = []
  const text = template.replaceAll(/§(\w+)§/g, (_, form: string) => {
    const { written, secret } = madeSecret(form, `${id} ${secrets.length}`)
    secrets.push(secret)
    return written
  })
  return { id, text, secrets }
}
