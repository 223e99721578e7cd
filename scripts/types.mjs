// Checks the types of the whole tree, two parts at a time, each with one checker: several would check much of a part
// twice. The native compiler needs half the time of the JavaScript one, which remains installed because the tool for the
// boundary rules parses TypeScript with it.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './processes.mjs'

const parts = [
  '.',
  ...['apps', 'packages'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)),
  'e2e',
  'bench',
].filter((part) => existsSync(join(root, part, 'tsconfig.json')))

async function checkNext() {
  const part = parts.shift()
  if (part === undefined) return
  const tsc = 'node_modules/typescript-native/bin/tsc'
  const { code, output } = await runNode([tsc, '-p', part, '--checkers', '1', '--pretty', 'false'], { quiet: true })
  if (code !== 0) {
    process.exitCode = 1
    process.stdout.write(`${part}\n${output}\n`)
  }
  await checkNext()
}

await Promise.all([checkNext(), checkNext()])
