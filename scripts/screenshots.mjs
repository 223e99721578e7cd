// npm run screenshots: retakes the pictures in docs/images. The screens are listed in e2e/screenshots/screens.ts.
import { preparePlaywright, runPlaywright } from './playwright.mjs'
import { main } from './processes.mjs'

await main(async () => {
  const browser = await preparePlaywright()
  const args = ['--config', 'e2e/screenshots/playwright.config.ts', ...process.argv.slice(2)]
  const { code } = await runPlaywright(args, { browser })
  process.exitCode = code
})
