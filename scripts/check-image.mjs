// npm run check-image: runs the steps of deploy/Containerfile, and the image, without a container engine. As root on
// Debian.
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'
import { bringPrograms } from './system-programs.mjs'

await main(async () => {
  await install()
  await bringPrograms(['buildah', 'debootstrap'])
  const { code } = await runNode(['scripts/image/run-check.mjs'])
  process.exitCode = code
})
