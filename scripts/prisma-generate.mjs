// `prisma generate` looks for a schema engine and would download it, but never runs it, so any existing file will do.
import { spawnSync } from 'node:child_process'

const run = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  encoding: 'utf8',
})
if (run.status !== 0) process.stderr.write(run.stdout + run.stderr)
process.exit(run.status ?? 1)
