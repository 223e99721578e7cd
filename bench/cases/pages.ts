import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { hashPassword } from '../../apps/api/src/platform/access/credentials/password.ts'
import { findBrowser } from '../../scripts/browser.mjs'
import { FILL_PROFILES } from '../content.ts'
import { amountRow, type Row } from '../report.ts'
import type { Bench, Case } from './bench.ts'

const PASSWORD = 'of whom the bench signs in'
const PROFILES = 100
/** CPU slowdown to the speed of a phone some years old. */
const SLOWER = 4
const TYPED = 'filler-9'
/** The last by name: on the first page only if sorted in descending order. */
const LAST = 'filler-99'

interface Loading {
  what: string
  path: string
  /** Kilobytes of scripts. */
  atMost: number
  isThere: (page: Page) => Promise<void>
}

const row = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const listed = (page: Page) => row(page, 'filler-1').waitFor()

const LOGIN: Loading = {
  what: 'login page',
  path: '/login',
  atMost: 80,
  isThere: (page) => page.getByLabel('Password').waitFor(),
}
const LIST: Loading = { what: 'list page', path: '/tenant/profiles', atMost: 150, isThere: listed }

/** What a browser loads on its first visit, and how long it takes to show the result of actions on the list. */
export const pages: Case = async (bench) => {
  const { url, email } = await personWithProfiles(bench)
  const executablePath = await findBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const context = await browser.newContext({ baseURL: url })
    return [
      ...(await loadRows(context, LOGIN)),
      ...(await loadRows(await signedIn(browser, url, email), LIST)),
      await interactionRow(await (await signedIn(browser, url, email)).newPage()),
    ]
  } finally {
    await browser.close()
  }
}

async function personWithProfiles({ open, server, database }: Bench) {
  const { tenant } = await open()
  await database.query(FILL_PROFILES, [tenant.tenantUid, PROFILES])
  const { rows } = await database.query<{ email: string }>(
    'UPDATE users SET password_hash = $2 WHERE tenant_uid = $1 RETURNING email',
    [tenant.tenantUid, await hashPassword(PASSWORD)],
  )
  return { url: (await server()).url, email: rows[0]?.email ?? '' }
}

async function signedIn(browser: Browser, url: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url })
  const data = { email, password: PASSWORD }
  const answer = await context.request.post('/v1/console/session', { data, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`the bench could not sign in: ${answer.status()}`)
  return context
}

/** Bodies as transferred, compressed. */
async function loadRows(context: BrowserContext, { what, path, atMost, isThere }: Loading): Promise<Row[]> {
  const page = await context.newPage()
  const loads: Promise<{ isScript: boolean; bytes: number }>[] = []
  page.on('requestfinished', (request) => {
    const isScript = request.resourceType() === 'script'
    loads.push(request.sizes().then(({ responseBodySize }) => ({ isScript, bytes: responseBodySize })))
  })
  await page.goto(path)
  await isThere(page)
  await page.waitForLoadState('networkidle')
  const loaded = await Promise.all(loads)
  const kilobytes = (some: typeof loaded) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000
  const scripts = kilobytes(loaded.filter(({ isScript }) => isScript))
  const all = `${what}, loaded for the first time: scripts (all: ${kilobytes(loaded).toFixed(0)} kB)`
  return [
    amountRow(all, { value: scripts, atMost, unit: 'kB' }),
    amountRow('… in so many', { value: loaded.length, atMost: 12, unit: 'requests' }),
  ]
}

/** The longest interaction that the browser itself reports: from a key or click to the next frame. */
async function interactionRow(page: Page): Promise<Row> {
  await page.goto('/tenant/profiles')
  await listed(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number }
    seen.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  const search = page.getByRole('searchbox', { name: 'Search by name, description or tag' })
  await search.pressSequentially(TYPED)
  await row(page, 'filler-1').waitFor({ state: 'detached' })
  await search.clear()
  await listed(page)
  await page.getByRole('table', { name: 'Cluster profiles' }).getByRole('button', { name: 'Name' }).click()
  await row(page, LAST).waitFor()
  await page.getByRole('button', { name: `Actions for ${LAST}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export profile' }).waitFor()
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest)
  const what = `list page, processor ${SLOWER} times slower: longest from key or click to the picture after it`
  return amountRow(what, { value: longest, atMost: 100, unit: 'ms' })
}
