import { api } from '@waybill/api-client'
import type { Page } from '@playwright/test'
import { connect, projectPath } from '../../connect.ts'
import { secretsIn } from '../../content/demo-secrets.ts'
import { expect, test } from '../../fixtures.ts'
import { ExportDialog } from '../../pages/profiles/export-dialog.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { signIn } from '../../sign-in.ts'

/** Collects everything that the installation sends to the page from now on. */
function collectAnswers(page: Page): () => Promise<readonly string[]> {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    // Redirects, and requests cancelled by navigation, have no body.
    if (response.url().includes('/v1/')) answers.push(response.text().catch(() => ''))
  })
  return () => Promise.all(answers)
}

for (const scope of ['tenant', 'project'] as const) {
  test(`no page of a ${scope}'s profiles holds a secret`, async ({ page, accountOf }) => {
    test.slow()
    const admin = accountOf('stage', 'tenant-admin')
    const connection = await connect(admin, scope)
    const secrets = await secretsIn(connection)
    expect(secrets.size, 'the demo holds secrets').toBeGreaterThan(0)
    const profiles = await api.profiles.listNames(connection)
    const uids = profiles.ok ? profiles.value.items.map(({ metadata }) => metadata.uid) : []
    const path = scope === 'tenant' ? '/tenant' : await projectPath(admin)
    const answers = collectAnswers(page)
    const pages: string[] = []
    await signIn(page, admin)
    for (const uid of uids) {
      await page.goto(`${path}/profiles/${uid}/layers/export`)
      await expect(new ExportDialog(page).submit).toBeVisible()
      pages.push(await page.content())
      await page.keyboard.press('Escape')
      for (const layer of await new ProfilePage(page).layers.all()) {
        await layer.click()
        await expect(page.getByRole('textbox').first()).toBeVisible()
        pages.push(await page.getByRole('main').innerText())
      }
      await new ProfilePage(page).openTab('Variables')
      pages.push(await page.content())
    }
    const seen = [...pages, ...(await answers())]
    expect([...secrets].filter((secret) => seen.some((text) => text.includes(secret)))).toEqual([])
  })
}
