import { api } from '@waybill/api-client'
import type { Account } from '../../access.ts'
import { connect, projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

async function addOverApi(account: Account, scope: 'project' | 'tenant', name: string): Promise<void> {
  const connection = await connect(account, scope)
  const uid = (scope === 'project' ? connection.projectUid : account.tenant.uid) ?? ''
  const body = { macros: [{ name, value: `of the ${scope}` }] }
  expect(await api[`${scope}Macros`].add(connection, { params: { uid }, body })).toMatchObject({ ok: true })
}

test('a macro is added, changed and deleted', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.macroName('zone', admin)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  await macros.add(name, 'first')
  await expect(new Frame(page).notice(`Macro ${name} added.`)).toBeVisible()
  await expect(macros.rows(name)).toContainText('first')
  const change = await macros.openEdit(name)
  await change.value.fill('second')
  await change.submit.click()
  await expect(macros.rows(name)).toContainText('second')
  const dialog = await macros.openDelete(name)
  await expect(dialog).toContainText('No profile uses it.')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(macros.rows(name)).toHaveCount(0)
})

test('a taken or invalid name is refused at its field', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.macroName('taken', admin)
  await addOverApi(admin, 'project', name)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const dialog = await macros.openAdd()
  await dialog.name.fill('two words')
  await expect(dialog.name).toHaveAccessibleDescription(/^Use only letters, digits, dots, dashes and underscores\./)
  await dialog.name.fill(name)
  await expect(dialog.name).toHaveAccessibleDescription(/^A macro with this name already exists in this scope\./)
})

test('a disabled Cancel is shown without a box', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.macroName('busy', admin)
  await addOverApi(admin, 'project', name)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const sent = Promise.withResolvers<void>()
  await page.route('**/macros', async (route) => {
    if (route.request().method() === 'DELETE') await sent.promise
    await route.continue()
  })
  const dialog = await macros.openDelete(name)
  const cancel = dialog.getByRole('button', { name: 'Cancel' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  await expect(cancel).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  sent.resolve()
  await expect(macros.rows(name)).toHaveCount(0)
})

test('deleting a macro names the profiles that use it', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const macro = scratch.macroName('used', admin)
  const name = scratch.profileName('uses', admin)
  await addOverApi(admin, 'project', macro)
  const content = profileText({ name, packs: [helloPack([`host: "{{ .spectro.macro.${macro} }}"`])] })
  await prepareProfile(admin, content)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const dialog = await macros.openDelete(macro)
  await expect(dialog).toContainText('One profile version uses it:')
  await expect(dialog.getByRole('link', { name: `${name} 1.0.0` })).toBeVisible()
})

test('a macro of the project overrides one of the tenant', async ({ page, accountOf, scratch }) => {
  const tenantAdmin = accountOf('dev', 'tenant-admin')
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.macroName('twice', tenantAdmin, 'tenant')
  scratch.forgetMacro(name, admin)
  await addOverApi(tenantAdmin, 'tenant', name)
  await addOverApi(admin, 'project', name)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const [own, inherited] = [macros.rows(name).first(), macros.rows(name).last()]
  await expect(own).toContainText('of the project')
  await expect(own).toContainText('This project')
  // A user who may not change it sees a mask.
  await expect(inherited).toContainText('********')
  await expect(inherited).toContainText('overridden by the project')
  await expect(inherited.getByRole('button')).toHaveCount(0)
})
