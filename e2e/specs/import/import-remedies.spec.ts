import type { Page } from '@playwright/test'
import type { Account } from '../../access.ts'
import { expectAccessible } from '../../accessibility.ts'
import { connect, projectPath } from '../../connect.ts'
import { addOn, helloPack, profileText } from '../../content/documents.ts'
import { findProfile } from '../../content/demo-files.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

const MASK = '"********"'

async function validate(page: Page, account: Account, content: string): Promise<ImportWizard> {
  await signIn(page, account)
  const wizard = await new ImportWizard(page).open(await projectPath(account))
  await wizard.uploadFile.upload({ name: 'profile.json', content })
  await expect(wizard.uploadFile.summary).toBeVisible()
  await wizard.next.click()
  await expect(wizard.validate.verdict).toBeVisible()
  return wizard
}

async function confirm(wizard: ImportWizard, nameAndVersion: string): Promise<void> {
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(nameAndVersion)).toBeVisible()
}

/** A profile as stored by the server. */
async function storedText(account: Account, name: string, version: string): Promise<string> {
  const connection = await connect(account, 'project')
  const profile = await findProfile(connection, name, version)
  const stored = await fetch(`${connection.baseUrl}/v1/clusterprofiles/${profile?.uid}`, {
    headers: { ...connection.headers, ProjectUid: connection.projectUid ?? '' },
  })
  return stored.text()
}

test('a taken version is imported as the next free one', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('taken', admin)
  await prepareProfile(admin, profileText({ name }))
  const wizard = await validate(page, admin, profileText({ name }))
  await expect(wizard.validate.group('Name and version')).toContainText(`${name} 1.0.0 already exists here`)
  await expect(page.getByText('Already exists here.')).toBeVisible()
  await wizard.validate.useNextVersion()
  await confirm(wizard, `${name} 1.0.1`)
})

test('a taken name is changed, checked while typing', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('taken', admin)
  const other = scratch.profileName('renamed', admin)
  await prepareProfile(admin, profileText({ name }))
  const wizard = await validate(page, admin, profileText({ name }))
  await wizard.validate.version.fill('1.x')
  await expect(wizard.validate.version).toHaveAccessibleDescription(/version/)
  await wizard.validate.version.fill('1.0.0')
  await wizard.validate.name.fill(other)
  await expect(page.getByText('Free here.')).toBeVisible()
  await wizard.validate.name.press('Enter')
  await confirm(wizard, `${other} 1.0.0`)
})

test('masked values are entered, left empty, or kept from the version here', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('masked', admin)
  const pack = (values: readonly string[]) => helloPack(values)
  await prepareProfile(admin, profileText({ name, packs: [pack(['dbPassword: kept-value', 'apiKey: other'])] }))
  const masked = [pack([`dbPassword: ${MASK}`, `apiKey: ${MASK}`, `clientSecret: ${MASK}`])]
  const wizard = await validate(page, admin, profileText({ name, version: '1.1.0', packs: masked }))
  await expect(wizard.validate.verdict).toContainText('3 problems to fix')
  await wizard.validate.keep('manifests.hello-universe.dbPassword')
  await expect(wizard.validate.row('dbPassword')).toContainText('keeps the value of 1.0.0.')
  await wizard.validate.leaveEmpty('manifests.hello-universe.apiKey')
  await wizard.validate.fill('hello-universe › manifests.hello-universe.clientSecret', 'typed-value')
  await expect(wizard.validate.row('clientSecret')).toContainText('has been entered.')
  await confirm(wizard, `${name} 1.1.0`)

  const text = await storedText(admin, name, '1.1.0')
  expect(text).toContain('kept-value')
  expect(text).toContain('apiKey: \\"\\"')
  expect(text).toContain('typed-value')
})

test('all masked values are kept at once', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('kept', admin)
  await prepareProfile(admin, profileText({ name, packs: [helloPack(['dbPassword: one', 'apiKey: two'])] }))
  const masked = [helloPack([`dbPassword: ${MASK}`, `apiKey: ${MASK}`])]
  const wizard = await validate(page, admin, profileText({ name, version: '1.1.0', packs: masked }))
  await wizard.validate.keepAll.click()
  await confirm(wizard, `${name} 1.1.0`)
  const text = await storedText(admin, name, '1.1.0')
  expect(text).toMatch(/dbPassword: (\\")?one\b/)
  expect(text).toMatch(/apiKey: (\\")?two\b/)
})

test('a missing macro is created with the profile and not before', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('macro', admin)
  const macro = scratch.macroName('zone', admin)
  const packs = [helloPack([`zone: "{{ .spectro.macro.${macro} }}"`])]
  const wizard = await validate(page, admin, profileText({ name, packs }))
  await expect(wizard.validate.group('Macros')).toContainText(`The macro "${macro}" is not defined here`)
  await wizard.validate.createMacro(macro, 'zone-a')
  await expect(wizard.validate.row(macro)).toContainText('will be created in the project with the profile.')
  await confirm(wizard, `${name} 1.0.0`)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  await expect(macros.rows(macro)).toContainText('zone-a')
  await expect(macros.rows(macro)).toContainText(`${name} 1.0.0`)
})

test('a missing pack version is replaced by one that is here, nearest first', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('version', admin)
  const wizard = await validate(page, admin, profileText({ name, packs: [helloPack([], '1.3.9')] }))
  const row = wizard.validate.row('hello-universe 1.3.9 is in no registry here')
  await expect(row.getByRole('option').nth(1)).toHaveText('1.3.1 (older) in Palette Community Registry')
  await wizard.validate.takeVersion('hello-universe', '1.3.1')
  await expect(wizard.validate.row('hello-universe')).toContainText('1.3.9 → 1.3.1, older, from Palette')
  await confirm(wizard, `${name} 1.0.0`)
})

test('the values of a layer with another version are merged into the new defaults', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('merged', admin)
  const lines = [
    'images:',
    '  hellouniverse: mirror.example.org/hello-universe:1.2.0',
    'apiEnabled: true',
    'namespace: hello-universe',
    'port: 8080',
    'replicas: 3',
  ]
  const wizard = await validate(page, admin, profileText({ name, packs: [helloPack(lines, '1.2.7')] }))
  await wizard.validate.takeVersion('hello-universe', '1.3.1')
  const merge = await wizard.validate.openMerge('hello-universe')
  await expect(page.getByRole('dialog')).toContainText('The defaults of 1.2.7 are not here. Those of 1.2.0')
  const image = 'manifests.hello-universe.images.hellouniverse'
  await expect(merge.conflicts.filter({ hasText: image })).toContainText('ghcr.io/spectrocloud/hello-universe:1.3.1')
  await expectAccessible(page)
  await merge.decide('pack', 'Take new')
  await merge.decide(image, 'Keep mine')
  await expect(merge.text('hello-universe')).toContainText('replicas: 3')
  await wizard.validate.useMergedValues()
  await expect(wizard.validate.row('1.2.7 → 1.3.1')).toContainText('merged into the defaults of 1.3.1')
  await confirm(wizard, `${name} 1.0.0`)
  expect(await storedText(admin, name, '1.0.0')).toContain('mirror.example.org/hello-universe:1.2.0')
})

test('a pack that no registry holds says which registry to sync', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('nowhere', admin)
  const wizard = await validate(
    page,
    admin,
    profileText({ name, packs: [addOn('vault-of-nobody', { version: '1.0.0' })] }),
  )
  await expect(wizard.validate.verdict).toContainText('1 problem to fix')
  await expect(wizard.validate.row('vault-of-nobody')).toContainText(
    'The file takes it from the registry Public Repo, which a tenant administrator can sync once it has an address.',
  )
  await wizard.tryNext()
  await expect(wizard.step).toHaveText('Validate')
  await expect(wizard.blocker).toHaveText('1 problem to fix first.')
})

test('what is known about a registry moves nothing below it', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('still', admin)
  await page.setViewportSize({ width: 390, height: 800 })
  const mayKnow = Promise.withResolvers<void>()
  await page.route('**/v1/console/registries', async (route) => {
    await mayKnow.promise
    await route.continue()
  })
  const wizard = await validate(
    page,
    admin,
    profileText({ name, packs: [addOn('vault-of-nobody', { version: '1.0.0' })] }),
  )
  const row = wizard.validate.row('vault-of-nobody')
  await expect(row).toContainText('can add or sync')
  const before = await row.boundingBox()
  mayKnow.resolve()
  await expect(row).toContainText('can sync once it has an address')
  expect((await row.boundingBox())?.height).toBe(before?.height)
})

test('a pack that one registry here holds is taken from it, as Validate, Confirm and the record say', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('registry', admin)
  const registry = { name: 'Registry of Stage alone', kind: 'oci', isPrivate: true, providerType: 'pack' }
  const packs = [addOn('hello-universe', { version: '1.3.1', type: 'oci', registry })]
  const sentence =
    'The registry Registry of Stage alone does not hold hello-universe 1.3.1 here; it is taken from Palette Community Registry.'
  const wizard = await validate(page, admin, profileText({ name, packs }))
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await expect(wizard.validate.row(sentence)).toBeVisible()
  await wizard.next.click()
  await expect(wizard.step).toHaveText('Confirm')
  await expect(wizard.confirm.summary).toContainText(sentence)
  await wizard.confirm.submit.click()
  await wizard.confirm.imported(`${name} 1.0.0`).waitFor()
  const profile = await wizard.confirm.openProfile()
  await profile.openTab('Imports')
  await expect(page.getByRole('main')).toContainText(sentence)
})

test('unknown content of the file is reported', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('unknown', admin)
  const content = profileText({ name }).replace('"variables"', '"colour":"blue","variables"')
  const wizard = await validate(page, admin, content)
  await expect(wizard.validate.group('Not recognised')).toContainText('The field "colour" is not understood')
  await expect(wizard.validate.verdict).toContainText('Ready to import')
})

test('an import shows how it differs from the newest version here', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('differs', admin)
  await prepareProfile(admin, profileText({ name }))
  const packs = [helloPack(['port: 9090'], '1.3.0')]
  const wizard = await validate(page, admin, profileText({ name, version: '2.0.0', packs }))
  await wizard.next.click()
  await expect(wizard.confirm.differences).toContainText(`Differences from ${name} 1.0.0 here`)
  await expect(wizard.confirm.differences).toContainText('1.3.1 → 1.3.0')
  const comparison = await wizard.confirm.compare('hello-universe values')
  await expect(comparison.getByRole('textbox').first()).toContainText('port: 8080')
  await expect(comparison.getByRole('textbox').last()).toContainText('port: 9090')
})

test('a value that violates the schema of its pack is changed in the file, where the editor opens', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('value', admin)
  const wizard = await validate(page, admin, profileText({ name, packs: [helloPack(['replicas: 99'])] }))
  const row = wizard.validate.group('Values and constraints').getByRole('listitem')
  await expect(row).toContainText('must be a number from 1 to 9')
  await row.getByRole('button', { name: 'Change it in the file' }).click()
  await expect(wizard.uploadFile.editor).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(wizard.uploadFile.summary).toBeVisible()
  await wizard.next.click()
  await confirm(wizard, `${name} 1.0.0`)
})

test('a pack that no registry holds is left out, as Confirm and the record say', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('left-out', admin)
  const content = profileText({ name, packs: [addOn('no-such-pack', { version: '4.2.0' }), helloPack()] })
  const wizard = await validate(page, admin, content)
  const row = wizard.validate.row('no-such-pack')
  await expect(row).toContainText('which a tenant administrator can sync once it has an address')
  const hint = await row.getByRole('paragraph').filter({ hasText: 'check again' }).boundingBox()
  const leaveOut = await row.getByRole('button', { name: /^Leave this layer out/ }).boundingBox()
  expect((leaveOut?.y ?? 0) - (hint?.y ?? 0) - (hint?.height ?? 0), 'space above the button').toBeGreaterThan(4)
  await wizard.validate.leaveOut('no-such-pack')
  await expect(wizard.validate.row('no-such-pack')).toContainText('no-such-pack 4.2.0 is left out of the import.')
  await wizard.next.click()
  await expect(wizard.confirm.differs).toContainText('no-such-pack 4.2.0 is left out')
  await wizard.confirm.submit.click()
  const profile = await wizard.confirm.openProfile()
  await profile.openTab('Imports')
  await expect(page.getByText('no-such-pack 4.2.0 left out')).toBeVisible()
})

test('values that cannot be imported are edited in the wizard', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('edited', admin)
  const wizard = await validate(page, admin, profileText({ name, packs: [helloPack(['port: [8080'])] }))
  await expect(wizard.validate.verdict).toContainText('1 problem to fix')
  await wizard.validate.editValues('hello-universe', 'manifests:\n  hello-universe:\n    replicas: 2\n')
  await wizard.validate.useEditedValues()
  await expect(wizard.validate.row('hello-universe')).toContainText('values that were edited here')
  await wizard.next.click()
  await expect(wizard.confirm.differs).toContainText('The values of hello-universe were edited')
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
})

test('Confirm starts with Draft or Publish, and says how the import differs from the file', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('differs', admin)
  const packs = [helloPack(['dbPassword: "********"'], '9.9.9')]
  const wizard = await validate(page, admin, profileText({ name, packs }))
  await wizard.validate.takeVersion('hello-universe', '1.3.1')
  await expect(wizard.validate.row('9.9.9 → 1.3.1, older')).toBeVisible()
  await wizard.validate.leaveEmpty('hello-universe › manifests.hello-universe.dbPassword')
  await wizard.next.click()
  await expect(wizard.confirm.differs.getByRole('listitem')).toHaveText([
    'hello-universe: 9.9.9 → 1.3.1, older',
    '1 value stays empty',
  ])
  await expect(wizard.confirm.draft).toBeInViewport({ ratio: 1 })
  await expect(wizard.confirm.submit).toHaveText('Confirm and import as draft')
  await wizard.confirm.publish.check()
  await expect(wizard.confirm.submit).toHaveText('Confirm and publish')
})
