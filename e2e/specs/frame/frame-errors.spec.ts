import { expect, test } from '../../fixtures.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

for (const [what, path] of [
  ['no page', '/nothing/here'],
  ['no scope of the user', '/projects/0123456789abcdef01234567/profiles'],
  ['no page of the scope', '/tenant/nothing'],
] as const) {
  test(`an address of ${what} keeps header, menu and sign-out`, async ({ page, accountOf }) => {
    await signIn(page, accountOf('stage', 'tenant-admin'))
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    const frame = new Frame(page)
    await expect(frame.menu).toBeVisible()
    await expect(frame.scope).toBeVisible()
    await frame.signOut()
    await expect(page).toHaveURL('/login')
  })
}

test("deleting says what is kept, and the profile's address leads to the list", async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('deleted', admin)
  await prepareProfile(admin, profileText({ name, version: '1.0.0', packs: [helloPack()] }))
  await prepareProfile(admin, profileText({ name, version: '1.1.0', packs: [helloPack()] }))
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles?q=${name}`)
  await page.getByRole('link', { name, exact: true }).click()
  const profile = new ProfilePage(page)
  const remove = async () => {
    await profile.openMoreActions()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
  }
  await remove()
  const dialog = page.getByRole('dialog', { name: 'Delete this version?' })
  await expect(dialog).toContainText('Version 1.0.0 stays.')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(list.heading).toBeVisible()
  await new Frame(page).closeNotice(`${name} 1.1.0 will be deleted.`)
  await expect(new Frame(page).notice(`${name} 1.1.0 was deleted.`)).toBeVisible()
  await page.goBack()
  await expect(list.heading).toBeVisible()
  await page.goto(`${await projectPath(admin)}/profiles?q=${name}`)
  await page.getByRole('link', { name, exact: true }).click()
  await remove()
  await expect(dialog).toContainText('It is the only version')
})
