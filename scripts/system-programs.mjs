// Programs that tests run beside the product: found, or installed from Debian's packages with the same names.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isExecutable, isMain, main, run, StepError } from './processes.mjs'

/** The tests that need each program. An environment variable may name another executable; the tests read it too. */
const PROGRAMS = {
  'docker-registry': { tests: 'OCI registries', variable: 'OCI_REGISTRY_BINARY' },
  openssl: { tests: 'certificates' },
  pgbouncer: { tests: 'poolers of connections' },
}
/** Further programs that other commands need. */
const OTHERS = { buildah: { tests: 'the image' }, debootstrap: { tests: 'the image' } }
const KNOWN = { ...PROGRAMS, ...OTHERS }

/** @throws StepError with advice if one cannot be found or installed */
export async function bringPrograms(names = Object.keys(PROGRAMS)) {
  const missing = () => names.filter((name) => !process.env[KNOWN[name].variable ?? ''] && !isOnPath(name))
  if (missing().length > 0) await installPackages(missing())
  const left = missing()
  if (left.length > 0) throw new StepError(left.map(adviceOf).join('\n'))
}

const adviceOf = (name) =>
  `No ${name} for the tests of ${KNOWN[name].tests}, and it could not be installed: install Debian's package ${name}.`

const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))

async function installPackages(names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.stderr.write(`Installing for the tests: ${names.join(', ')}.\n`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  const install = ['install', '-y', '--no-install-recommends', ...names]
  const { code, output } = await run('apt-get', install, { quiet: true, env })
  if (code !== 0) process.stderr.write(output)
}

if (isMain(import.meta)) await main(bringPrograms)
