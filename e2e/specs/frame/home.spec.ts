import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { helloPack } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { openBuilder } from '../../open-builder.ts'
import { HomePage } from '../../pages/home.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { signIn } from '../../sign-in.ts'

test('Home links everything that it counts', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const home = new HomePage(page)
  const list = new ProfileList(page)
  await page.goto('/')
  await expect(home.heading).toBeVisible()
  await expectAccessible(page)

  await expect(home.updates.getByRole('listitem').first()).toContainText(/ → /)
  const all = home.updates.getByRole('link', { name: /^\d+ profiles with updates$/ })
  const count = /\d+/.exec((await all.textContent()) ?? '')?.[0]
  await all.click()
  await expect(list.count).toHaveText(new RegExp(`^${count} profiles?$`))

  await home.open('/tenant')
  const bar = home.profiles.getByRole('listitem').filter({ hasText: 'Infrastructure' })
  const amount = /\d+$/.exec((await bar.textContent()) ?? '')?.[0]
  await bar.getByRole('link').click()
  await expect(list.count).toHaveText(new RegExp(`^${amount} profiles?$`))

  await home.open('/tenant')
  const profile = home.recent.getByRole('link').first()
  const name = (await profile.textContent()) ?? ''
  await profile.click()
  await expect(new ProfilePage(page).heading).toHaveText(name.split(' ')[0] ?? '')

  await page.setViewportSize({ width: 390, height: 800 })
  await home.open('/tenant')
  await expectNoSidewaysScroll(page)
})

test('Home lists an undefined macro until it is defined', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const macro = scratch.macroName('a-zone', account)
  const name = scratch.profileName('zoned', account)
  const builder = await openBuilder({ page, account, name, packs: [helloPack(['port: 8080'])] })
  await builder.append('Values of hello-universe', `zone: "{{.spectro.macro.${macro}}}"\n`)
  await builder.publish()

  const scope = await projectPath(account)
  const home = await new HomePage(page).open(scope)
  const missing = home.attention.getByRole('listitem').filter({ hasText: macro })
  await expect(missing).toContainText(/refers? to (a missing macro|missing macros)/)
  await missing.getByRole('link').click()
  await expect(new ProfileList(page).row(name)).toBeVisible()

  const macros = await new MacrosPage(page).open(scope)
  await macros.add(macro, 'north')
  await home.open(scope)
  await expect(home.attention.getByText(macro)).toHaveCount(0)
})
