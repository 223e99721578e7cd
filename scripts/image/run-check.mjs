// Runs the steps of deploy/Containerfile and then the image, without a container engine or an image registry: with
// buildah in a chroot, on a Debian that replaces the Node.js base image.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../apps/api/src/platform/database/server/embedded/embedded-postgres.ts'
import { main, node24, run, StepError } from '../processes.mjs'

const RELEASE = 'trixie'
const STAND_IN = 'localhost/node-stand-in'
const IMAGE = 'localhost/waybill'
const READY_WITHIN_MS = 120_000
const PORT = 18_080

const folder = mkdtempSync(join(tmpdir(), 'waybill-image-'))
const storage = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run')]

async function step(command, ...args) {
  const { code, output } = await run(command, args, { quiet: true, env: { BUILDAH_ISOLATION: 'chroot' } })
  if (code !== 0) throw new StepError(`${command} ${args.join(' ')}\n${output}`)
  return output.trim()
}

const buildah = (...args) => step('buildah', ...storage, ...args)
/** The name is on the last line: warnings may precede it. */
const nameBy = async (...args) => (await buildah(...args)).split('\n').at(-1)
const say = (line) => process.stdout.write(`${line}\n`)

/** A minimal Debian with the project's Node.js, and with npm as in the Node.js image. */
async function makeStandIn() {
  const debian = join(folder, 'debian')
  await step('debootstrap', '--variant=minbase', RELEASE, debian)
  copyFileSync(node24, join(debian, 'usr/local/bin/node'))
  await step('npm', 'install', '--global', '--prefix', join(debian, 'usr/local'), 'npm@11')
  const authority = process.env.NODE_EXTRA_CA_CERTS
  if (authority) {
    mkdirSync(dirname(join(debian, authority)), { recursive: true })
    copyFileSync(authority, join(debian, authority))
  }
  const container = await nameBy('from', 'scratch')
  await buildah('copy', '--quiet', container, debian, '/')
  const path = ['--env', 'PATH=/usr/local/bin:/usr/bin:/bin']
  await buildah('config', ...path, ...(authority ? ['--env', `NODE_EXTRA_CA_CERTS=${authority}`] : []), container)
  await buildah('commit', '--quiet', '--rm', container, STAND_IN)
  rmSync(debian, { recursive: true })
}

async function build() {
  const file = ['--file', 'deploy/Containerfile', '--ignorefile', 'deploy/Containerfile.dockerignore']
  await buildah('bud', '--layers=false', '--build-arg', `NODE=${STAND_IN}`, ...file, '--tag', IMAGE, '.')
}

/** Starts the image as an engine would: a read-only root but for /data and /tmp, its user, environment and command. */
async function start(databaseUrl) {
  const container = await nameBy('from', IMAGE)
  const mount = await nameBy('mount', container)
  const described = await buildah('inspect', '--type', 'image', IMAGE)
  const { config } = JSON.parse(described.slice(described.indexOf('{'))).OCIv1
  const script = `mount --rbind ${mount} ${mount} && mount -o remount,bind,ro ${mount} &&
    mount -t tmpfs -o uid=1000,gid=1000,mode=0700 none ${mount}/data && mount -t tmpfs none ${mount}/tmp &&
    mount -t proc none ${mount}/proc && mount --rbind /dev ${mount}/dev &&
    cd ${mount} && exec chroot --userspec=${config.User} ${mount} /usr/bin/env -C "$0" "$@"`
  const settings = [
    ...config.Env,
    `PORT=${PORT}`,
    'HOST=127.0.0.1',
    'LOG_LEVEL=error',
    `DATABASE_URL=${databaseUrl}`,
    'WAYBILL_SECRET_KEY=of an image that is tried',
  ]
  const server = spawn(
    'unshare',
    ['--mount', '/bin/sh', '-c', script, config.WorkingDir, '-i', ...settings, ...config.Entrypoint],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  return { server, mount }
}

async function untilReady(server) {
  const until = performance.now() + READY_WITHIN_MS
  while (server.exitCode === null && performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new StepError('The image does not get ready.')
}

async function expectStatus(path, status) {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, { redirect: 'manual' })
  if (answer.status !== status) throw new StepError(`${path} answers ${answer.status}, not ${status}.`)
  say(`✓ ${path} answers ${status}`)
}

async function tryOut() {
  const postgres = await startEmbeddedPostgres(join(folder, 'database'))
  try {
    await askAndStop(await start(postgres.urlOf('postgres')))
  } finally {
    await postgres.stop()
  }
}

async function askAndStop({ server, mount }) {
  const ended = once(server, 'exit')
  try {
    await untilReady(server)
    say('✓ it starts as user 1000 with a root that it only reads, and gets ready')
    for (const path of ['/livez', '/setup', '/v1/openapi.json']) await expectStatus(path, 200)
    await expectStatus('/v1/users/info', 401)
    const left = ['scripts', 'apps/web/src', '.git', 'docs'].filter((name) => existsSync(join(mount, 'waybill', name)))
    if (left.length > 0) throw new StepError(`The image holds what only the build needs: ${left.join(', ')}.`)
    say('✓ it holds nothing that only the build needs')
  } finally {
    server.kill('SIGTERM')
  }
  const [code] = await ended
  if (code !== 0) throw new StepError(`It ends with ${code} when it is told to.`)
  say('✓ it ends with 0 when it is told to')
}

await main(async () => {
  try {
    await makeStandIn()
    say('✓ a Debian with Node.js stands in for the image that it is built on')
    await build()
    say('✓ the steps of deploy/Containerfile')
    await tryOut()
  } finally {
    await step('buildah', ...storage, 'rm', '--all').catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
})
