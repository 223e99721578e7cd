// Finds the OCI registry that tests push packs to, or installs it. Prints the path of its executable when started by hand.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isExecutable, isMain, main, run, StepError } from './processes.mjs'

// Tests that serve HTTPS make their certificates with openssl.
const PROGRAMS = ['docker-registry', 'openssl']

/** @returns {Promise<string>} the executable's path; throws with advice when there is none to be had */
export async function findOciRegistry() {
  const named = process.env.OCI_REGISTRY_BINARY
  if (named) return named
  if (!PROGRAMS.every(onPath)) await installPackages()
  const [registry] = PROGRAMS.map(onPath)
  if (!registry) throw new StepError(ADVICE)
  return registry
}

const ADVICE =
  "No docker-registry for the tests of OCI registries, and it could not be installed. Install Debian's package docker-registry " +
  '(CNCF distribution 2.8), or name its executable in OCI_REGISTRY_BINARY.'

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable)
}

async function installPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.stderr.write('Looking for an OCI registry: installing the package docker-registry.\n')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  const install = ['install', '-y', '--no-install-recommends', ...PROGRAMS]
  const { code, output } = await run('apt-get', install, { quiet: true, env })
  if (code !== 0) process.stderr.write(output)
}

if (isMain(import.meta)) await main(async () => process.stdout.write(`${await findOciRegistry()}\n`))
