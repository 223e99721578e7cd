import { tabTo } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { projectPath } from '../../connect.ts'
import { signIn } from '../../sign-in.ts'

const SECRET = 'made-up-Value-71'
const PLACE = 'manifests.hello-universe.auth.password'

test('a masked value is revealed and hidden by keyboard', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('reveals', admin)
  await prepareProfile(admin, profileText({ name, packs: [helloPack(['auth:', `  password: ${SECRET}`])] }))
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  const profile = await list.openProfile(name)
  const values = profile.maskedValues('hello-universe')
  await expect(values).toContainText(PLACE)
  await expect(values).not.toContainText(SECRET)
  await profile.revealButton(PLACE).focus()
  await page.keyboard.press('Enter')
  await expect(values).toContainText(SECRET)
  await profile.hideButton(PLACE).focus()
  await page.keyboard.press('Enter')
  await expect(values).not.toContainText(SECRET)
})

test('a revealed value is hidden again after leaving', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('leaves', admin)
  await prepareProfile(admin, profileText({ name, packs: [helloPack(['auth:', `  password: ${SECRET}`])] }))
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  const profile = await list.openProfile(name)
  await profile.revealButton(PLACE).click()
  await expect(profile.maskedValues('hello-universe')).toContainText(SECRET)
  await profile.openTab('Versions')
  await profile.openTab('Layers')
  await expect(profile.revealButton(PLACE)).toBeVisible()
  await expect(profile.maskedValues('hello-universe')).not.toContainText(SECRET)
})

test('the default of a sensitive variable is revealed', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const profile = await (await new ProfileList(page).open('/tenant/profiles')).openProfile('edge-base')
  await profile.openTab('Variables')
  await profile.revealButton('registryPassword').click()
  await expect(profile.hideButton('registryPassword')).toBeVisible()
})

test('users who may change profiles only in a project read that those of the tenant are not revealed', async ({
  page,
  accountOf,
}) => {
  const account = accountOf('stage', 'project-admin')
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles`)
  const profile = await list.openProfile('edge-base')
  await profile.openTab('Variables')
  await expect(profile.revealButton('registryPassword')).toBeDisabled()
  await tabTo(profile.revealButton('registryPassword'))
  await expect(page.getByRole('tooltip')).toContainText('belongs to the tenant')
})

test('users who may not change the profile read which permission is missing', async ({ page, accountOf }) => {
  const viewer = accountOf('stage', 'viewer')
  await signIn(page, viewer)
  const list = await new ProfileList(page).open(`${await projectPath(viewer)}/profiles`)
  const profile = await list.openProfile('edge-base')
  await profile.openTab('Variables')
  await expect(profile.revealButton('registryPassword')).toBeDisabled()
  await tabTo(profile.revealButton('registryPassword'))
  await expect(page.getByRole('tooltip')).toContainText('clusterProfile.update')
})
