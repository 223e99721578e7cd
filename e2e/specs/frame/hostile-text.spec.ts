import { connect, projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { signIn } from '../../sign-in.ts'
import { findProfile } from '../../content/demo-files.ts'

const IMAGE = '"><img src=x onerror=alert(1)>'
const SCRIPT = '</script><script>alert(2)</script>'
const FRAME = "'><svg onload=alert(3)><a href=javascript:alert(4)>"

test('names and texts that contain markup are shown as plain text', async ({ page, accountOf, scratch }) => {
  test.slow()
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName(IMAGE, admin)
  const macro = scratch.macroName('hostile', admin)
  const path = await projectPath(admin)
  const packs = [helloPack([`page: ${JSON.stringify(SCRIPT + FRAME)}`, `host: "{{ .spectro.macro.${macro} }}"`])]
  const content = profileText({ name, description: SCRIPT, packs })
  await signIn(page, admin)
  const wizard = await new ImportWizard(page).open(path)
  await wizard.uploadFile.upload({ name: `${FRAME}.json`.replaceAll('/', ''), content })
  await expect(wizard.uploadFile.summary).toContainText(name)
  await page.getByRole('button', { name: 'Show the text' }).click()
  await expect(wizard.uploadFile.editor).toContainText('alert(2)')
  await wizard.next.click()
  await wizard.validate.createMacro(macro, FRAME)
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await expect(wizard.confirm.summary).toContainText(name)
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
  const profile = await wizard.confirm.openProfile()
  await expect(profile.heading).toHaveText(name)
  await expect(profile.text('Values of hello-universe')).toContainText(SCRIPT)
  await profile.openTab('Imports')
  await expect(page.getByRole('article')).toContainText('svg onload')
  const dialog = await profile.openExport()
  const file = await dialog.export()
  expect(file.name).not.toMatch(/[<>"/\\]/)
  const list = await new ProfileList(page).open(`${path}/profiles`)
  await list.search.fill(name)
  await expect(list.row(name)).toContainText(SCRIPT)
  const macros = await new MacrosPage(page).open(path)
  await expect(macros.rows(macro)).toContainText(FRAME)
  expect(await findProfile(await connect(admin, 'project'), name, '1.0.0')).toBeDefined()
})
