import { resolve } from 'node:path'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'

/** Runs a command of apps/api/src/commands. Relative paths start at the folder in which npm was called. */
export const runCommand = (name) =>
  main(async () => {
    await install()
    await generate()
    const from = process.env.INIT_CWD ?? process.cwd()
    const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)))
    const { code } = await runNode([`apps/api/src/commands/${name}.ts`, ...args])
    process.exitCode = code
  })
