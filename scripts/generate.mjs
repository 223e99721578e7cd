// Generates the Prisma client when it is missing or the schema has changed.
import { StepError, isMain, main, runNode } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

const STEP = {
  stamp: 'node_modules/.waybill-generated',
  sources: ['prisma/schema.prisma', 'prisma.config.ts', 'pnpm-lock.yaml'],
  results: ['apps/api/src/platform/database/prisma-client/client.ts'],
}

export const generate = () =>
  whenChanged(STEP, async () => {
    const { code } = await runNode(['scripts/prisma-generate.mjs'])
    if (code !== 0) throw new StepError('The database client could not be generated. See the lines above.')
  })

if (isMain(import.meta)) await main(generate)
