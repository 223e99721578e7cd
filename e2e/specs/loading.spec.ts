import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { ProfileList } from '../pages/profile-list.page.ts'
import { SignInPage } from '../pages/sign-in.page.ts'
import { signIn } from '../sign-in.ts'

/** Design §6. */
const MOST_REQUESTS = 15

function collectRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  return paths
}

test('the sign-in page takes few requests', async ({ page }) => {
  const requests = collectRequests(page)
  await new SignInPage(page).open()
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
})

test('the list takes few requests', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const requests = collectRequests(page)
  await new ProfileList(page).open('/tenant/profiles')
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
})
