// npm start: from a fresh clone to a running product. Takes the server's arguments.
import { spawn } from 'node:child_process'
import { buildServer } from './build-server.mjs'
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, node24, root, serverArguments, serverEnvironment } from './processes.mjs'

await main(async () => {
  await install()
  await generate()
  await buildWeb()
  await buildServer()
  serve()
})

function serve() {
  // A database of the user's own gets no demo content unless they ask for it.
  const seed = process.env.SEED || (process.env.DATABASE_URL ? 'none' : 'demo')
  const server = spawn(node24, [...serverArguments, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...serverEnvironment, ...process.env, SEED: seed },
    stdio: 'inherit',
  })

  // A terminal sends Ctrl-C to the server as well; a process manager signals only this process.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))

  server.on('error', () => {
    process.stderr.write('The server could not be started.\n')
    process.exitCode = 1
  })
  server.on('exit', (code) => (process.exitCode = code ?? 1))
}
