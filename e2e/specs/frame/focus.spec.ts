import type { Locator } from '@playwright/test'
import { projectPath } from '../../connect.ts'
import { addOn, helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { signIn } from '../../sign-in.ts'

/** Checks that nothing covers the middle or the lower edge of the focused element. */
async function expectUncovered(target: Locator): Promise<void> {
  await expect(target).toBeFocused()
  await expect
    .poll(() =>
      target.evaluate((element) => {
        const { left, width, top, bottom } = element.getBoundingClientRect()
        const isShown = (y: number) => {
          const found = document.elementFromPoint(left + width / 2, y)
          return found !== null && (element.contains(found) || found.contains(element))
        }
        return [(top + bottom) / 2, bottom - 2].map(isShown)
      }),
    )
    .toEqual([true, true])
}

test('the field for a pasted profile is not under the footer', async ({ page, accountOf }) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  await page.setViewportSize({ width: 1280, height: 640 })
  await new ImportWizard(page).open(await projectPath(admin))
  await page.getByRole('button', { name: 'paste it' }).click()
  await expectUncovered(page.getByRole('textbox', { name: 'Profile as JSON or YAML' }))
})

test('zoomed to 400 %, no part of the wizard is sticky', async ({ page, accountOf }) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  await page.setViewportSize({ width: 320, height: 200 })
  const wizard = await new ImportWizard(page).open(await projectPath(admin))
  await wizard.cancel.focus()
  await expectUncovered(wizard.cancel)
  await expect(page.getByRole('button', { name: /^User: / })).not.toBeInViewport()
})

test('the focus stays near a removed element', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  const wizard = await new ImportWizard(page).open(await projectPath(admin))
  const name = scratch.profileName('focus', admin)
  const packs = [addOn('no-such-pack', { version: '4.2.0' }), helloPack()]
  await wizard.uploadFile.upload({ name: 'profile.json', content: profileText({ name, packs }) })
  await expect(wizard.uploadFile.summary).toBeVisible()
  await wizard.next.click()
  await wizard.validate.leaveOut('no-such-pack')
  await expect(wizard.validate.row('is left out').getByRole('button', { name: 'Change' })).toBeFocused()
  await wizard.goToStep('Upload file')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Upload file', exact: true })).toBeFocused()
})

test('the focus stays on the page when a row of a table is deleted', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const name = scratch.macroName('focus', admin)
  await macros.add(name, 'value')
  const dialog = await macros.openDelete(name)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(macros.rows(name)).toHaveCount(0)
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})
