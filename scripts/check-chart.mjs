// npm run check-chart: lints and renders the chart with Helm, and checks the output against Kubernetes' own schemas.
import { install } from './install.mjs'
import { main, runNode } from './processes.mjs'

await main(async () => {
  await install()
  const { code } = await runNode(['scripts/chart/run-check.mjs'])
  process.exitCode = code
})
