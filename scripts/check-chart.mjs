// npm run check-chart: the chart linted and rendered by Helm, and what it renders held against Kubernetes' own schemas.
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'

await main(async () => {
  await install()
  const { code } = await runNode(['scripts/chart/run-check.mjs'])
  process.exitCode = code
})
