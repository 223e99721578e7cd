// Checks the import rules: those for the whole tree, then those between the API's features.
import { runNode } from './processes.mjs'

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'
const CHECKS = {
  '.dependency-cruiser.cjs': ['apps', 'packages', 'e2e', 'bench', 'prisma'],
  '.dependency-cruiser.features.cjs': ['apps/api/src/features'],
}

for (const [config, folders] of Object.entries(CHECKS)) {
  const { code } = await runNode([CRUISER, '--config', config, ...folders])
  if (code !== 0) process.exitCode = 1
}
