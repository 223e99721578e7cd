// Generates the Prisma client when it is missing or the schema changed since.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StepError, isMain, main, root, runNode } from './processes.mjs'
import { hashOf, isStamped, writeStamp } from './stamps.mjs'

const CLIENT = 'apps/api/src/platform/database/prisma-client/client.ts'
const STAMP = 'node_modules/.waybill-generated'

export async function generate() {
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'pnpm-lock.yaml'])
  if (existsSync(join(root, CLIENT)) && isStamped(STAMP, hash)) return
  const { code } = await runNode(['scripts/prisma-generate.mjs'])
  if (code !== 0) throw new StepError('The database client could not be generated. See the lines above.')
  writeStamp(STAMP, hash)
}

if (isMain(import.meta)) await main(generate)
