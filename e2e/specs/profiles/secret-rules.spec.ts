import { randomBytes } from 'node:crypto'
import { expectAccessible } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { SecretRulesPage } from '../../pages/profiles/secret-rules.page.ts'
import { signIn } from '../../sign-in.ts'

const freePack = () => `pack-${randomBytes(4).toString('hex')}`

test('a tenant admin adds a rule and removes it after a confirmation', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await page.goto('/tenant/profiles')
  await new Frame(page).openFromMenu('Secrets')
  const rules = new SecretRulesPage(page)
  const pack = freePack()
  await rules.addRule({ pack, path: 'app.users[*].pin', verdict: 'Always mask' })
  await expect(rules.row(pack)).toContainText('Always mask')
  await rules.openRemove(pack)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(rules.row(pack)).toBeVisible()
  await rules.remove(pack)
  await expect(rules.row(pack)).toHaveCount(0)
})

test('a rule without a path is not sent', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const rules = await new SecretRulesPage(page).open()
  await rules.addRule({ pack: freePack(), path: '', verdict: 'Never mask' })
  await expect(rules.addDialog.getByRole('textbox', { name: 'Path' })).toHaveAccessibleDescription(/^Enter its path/)
  await expectAccessible(page)
})
