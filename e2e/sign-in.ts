import type { Page } from '@playwright/test'
import { baseUrl, type Account } from './access.ts'

/** Signs in without the sign-in page, for flows about something else. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  const response = await page.request.post(`${baseUrl()}/v1/console/session`, {
    data: { email, password },
    headers: { origin: new URL(baseUrl()).origin },
  })
  if (!response.ok()) throw new Error(`${email} could not sign in: HTTP ${response.status()}`)
}
