import { api, ifMatch } from '@waybill/api-client'
import type { Page } from '@playwright/test'
import type { Account } from '../../access.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { connect } from '../../connect.ts'
import { helloPack } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { openBuilder as openBuilderOf } from '../../open-builder.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'

const VALUES = 'Values of hello-universe'

const openBuilder = (opening: { page: Page; account: Account; name: string }) =>
  openBuilderOf({ ...opening, packs: [helloPack()] })

test('a reference is completed by keyboard, with what it resolves to here', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('completion', account)
  const builder = await openBuilder({ page, account, name })
  await builder.append(VALUES, 'note: "{{')
  // Only as many as a screen has room for are shown, the installation's macros first.
  await expect(builder.completions.first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('.spectro.system.cluster')
  await expect(builder.completions.filter({ hasText: '.spectro.system.cluster.name' })).toBeVisible()
  await page.keyboard.type('profile.na')
  await expect(builder.completions.first()).toContainText(name)
  await page.keyboard.press('Enter')
  await page.keyboard.type('"')
  await expect(builder.text(VALUES)).toContainText('note: "{{.spectro.system.clusterprofile.name}}"')
  await expect(builder.problems(VALUES)).toHaveCount(0)
})

test('a preset is switched on and off, and undone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('presets', account) })
  await builder.openView('Presets')
  const preset = builder.preset('Page without API')
  await preset.press('Space')
  await expect(preset).toBeChecked()
  await expect(builder.state).toHaveText('1 change')
  await expectAccessible(page)
  await builder.openView('Values')
  await expect(builder.text(VALUES)).toContainText('# spectrocloud.com/enabled-presets: Mode:frontend-only')
  await expect(builder.text(VALUES)).toContainText('apiEnabled: false')
  await builder.openView('Presets')
  await builder.undo.click()
  await expect(preset).not.toBeChecked()
  await expect(builder.state).toHaveText('0 changes')
  await builder.redo.click()
  await preset.press('Space')
  await expect(preset).not.toBeChecked()
  await builder.openView('Values')
  await expect(builder.text(VALUES)).toContainText('port: 8080')
})

test('a manifest is checked as a cluster would, and each problem links to its line', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('manifest', account) })
  await builder.addManifest('config')
  await expect(builder.text('Manifest config')).toBeFocused()
  await builder.replace('Manifest config', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Page\n')
  const problem = builder.problems('Manifest config').getByRole('listitem')
  await expect(problem).toContainText('Line 4: A cluster would refuse this name')
  await expect(builder.state).toHaveText('2 changes · 1 warning')
  await problem.getByRole('button', { name: 'Line 4' }).press('Enter')
  await expect(builder.text('Manifest config')).toBeFocused()
  await builder.replace('Manifest config', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: page\n')
  await expect(problem).toHaveCount(0)
})

const valuesOf = (port: number, greeting: string, replicas: number) =>
  `manifests:\n  hello-universe:\n    port: ${port}\n    greeting: ${greeting}\n    replicas: ${replicas}\n`

/** Somebody else saves other values for the layer. */
async function saveValuesMeanwhile(page: Page, account: Account, values: string): Promise<void> {
  const connection = await connect(account, 'project')
  const uid = new URL(page.url()).pathname.split('/').at(-2) ?? ''
  const read = await api.profiles.get(connection, { params: { uid } })
  if (!read.ok) throw new Error('The profile could not be read')
  const { spec } = read.value
  const [pack] = (spec.draft ?? spec.published)?.packs ?? []
  if (!pack) throw new Error('The profile has no layer')
  const packs = [{ name: pack.name, uid: pack.packUid, tag: pack.tag, values }]
  const saved = await api.layerEdits.changeSeveral(ifMatch(connection, read.etag), { params: { uid }, body: { packs } })
  if (!saved.ok) throw new Error('The layer could not be saved')
}

test('values that both sides changed are merged, and conflicts are decided', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const packs = [helloPack(['port: 8080', 'greeting: hello', 'replicas: 2'])]
  const builder = await openBuilderOf({ page, account, name: scratch.profileName('places', account), packs })
  await builder.replace(VALUES, valuesOf(9090, 'mine', 2))
  await saveValuesMeanwhile(page, account, valuesOf(8080, 'theirs', 5))
  await builder.saveAsDraft()
  await builder.merge.click()
  const conflict = builder.conflict(VALUES)
  await expect(conflict).toContainText('You both changed this.')
  await expect(builder.text(VALUES)).toContainText('replicas: 5')
  await expectAccessible(page)
  await conflict.getByRole('button', { name: 'Theirs', exact: true }).click()
  await conflict.getByRole('button', { name: /^Use what I decided/ }).click()
  await expect(conflict).toHaveCount(0)
  await builder.saveAsDraft()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
  await expect(new ProfilePage(page).text(VALUES)).toContainText(
    valuesOf(9090, 'theirs', 5).split('\n').slice(2, -1).join(''),
  )
})

test('a change from the default has a bar that shows the default', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('default', account) })
  await builder.replace(VALUES, 'pack: {}\n')
  const next = builder.defaultChanges
  await expect(next).toHaveText('1 change from default')
  await next.press('Enter')
  await expect(builder.shownDefault).toContainText('ghcr.io/spectrocloud/hello-universe:1.3.1')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('Escape')
  await expect(builder.shownDefault).toHaveCount(0)
  await builder.changedBars.first().click()
  await expect(builder.shownDefault).toContainText('Default')
})
