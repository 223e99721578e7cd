import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { signIn } from '../../sign-in.ts'

const MOST_REQUESTS = 12
const MOST_OF_A_PROFILE = 14

function collectRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  return paths
}

test('the sign-in page needs few requests', async ({ page }) => {
  const requests = collectRequests(page)
  await new SignInPage(page).open()
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
})

test('the list needs few requests', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const requests = collectRequests(page)
  await new ProfileList(page).open('/tenant/profiles')
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
})

test('a profile needs few requests, however it is opened', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const address = await page.getByRole('link', { name: 'vsphere-core', exact: true }).getAttribute('href')
  const requests = collectRequests(page)
  await page.goto(address ?? '')
  const profile = new ProfilePage(page)
  await expect(profile.layers.first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_OF_A_PROFILE)
  const asked = requests.filter((path) => path.startsWith('/v1/'))
  expect(asked, 'nothing is asked twice').toEqual([...new Set(asked)])
})
