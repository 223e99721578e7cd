// npm run e2e: the browser tests. Takes Playwright's arguments. e2e/README.md says how to run them against an
// installation.
import { preparePlaywright, runPlaywright } from './playwright.mjs'
import { main } from './processes.mjs'

await main(async () => {
  const browser = await preparePlaywright()
  const { code } = await runPlaywright(process.argv.slice(2), { browser })
  process.exitCode = code
})
