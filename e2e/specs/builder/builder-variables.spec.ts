import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { helloPack } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { openBuilder as openBuilderOf } from '../../open-builder.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'

const VALUES = 'Values of hello-universe'

interface Opening {
  page: Page
  account: Account
  name: string
}

const openBuilder = (opening: Opening) => openBuilderOf({ ...opening, packs: [helloPack()] })

test('a variable is added, used, found and saved with the text that uses it', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('variable', account) })
  await builder.append(VALUES, '# {{.spectro.var.nodes}}\n')
  const variables = await builder.openVariables()
  await variables.addVariable({ name: 'nodes', format: 'number', default: '2' })
  await variables.defaultOf('nodes').fill('3')
  await expect(builder.state).toHaveText('2 changes')
  await variables.usesOf('nodes').click()
  await page.getByRole('menuitem', { name: VALUES }).click()
  await expect(builder.text(VALUES)).toBeFocused()
  await builder.saveAsDraft()
  const profile = new ProfilePage(page)
  await profile.openTab('Variables')
  await expect(
    page.getByRole('table', { name: 'Variables' }).getByRole('row').filter({ hasText: 'nodes' }),
  ).toContainText('3')
})

test('a variable is checked while it is typed, and a value can be tried', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('rules', account) })
  const variables = await builder.openVariables()
  await variables.add.click()
  await variables.fill({ name: 'address', format: 'ipv4', default: 'nowhere' })
  await expect(variables.panel.getByText('does not fit its format')).toBeVisible()
  await variables.fill({ default: '10.0.0.1', pattern: '^10' })
  await variables.tryValue.fill('192.168.0.1')
  await expect(variables.panel.getByText('The pattern does not match this.')).toBeVisible()
  await variables.tryValue.fill('10.0.0.7')
  await expect(variables.panel.getByText('This value is accepted.')).toBeVisible()
  await variables.takeOver.click()
  await variables.defaultOf('address').fill('nowhere')
  await expect(builder.state).toHaveText('1 change · 2 problems')
  await expect(page.getByRole('list', { name: 'Problems of address' })).toContainText('does not fit its format')
})

test('an invalid variable gets the focus when it is to be added', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('wrong', account) })
  const variables = await builder.openVariables()
  await variables.add.click()
  await variables.fill({ name: 'two words', default: 'nowhere' })
  await variables.takeOver.click()
  await expect(variables.name).toBeFocused()
  await variables.fill({ name: 'address', format: 'ipv4' })
  await variables.takeOver.click()
  await expect(variables.panel.getByLabel('Default')).toBeFocused()
})

test('a text that uses an unknown variable is a problem until the variable exists', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('unknown', account) })
  await builder.append(VALUES, '# {{.spectro.var.nodes}} {{.spectro.macro.nowhere}}\n')
  await expect(builder.problems(VALUES)).toContainText('No variable nodes is defined in this profile.')
  await expect(builder.problems(VALUES)).toContainText('No macro nowhere is defined here.')
  await expect(builder.state).toHaveText('1 change · 1 problem · 1 warning')
  const variables = await builder.openVariables()
  await variables.addVariable({ name: 'nodes', default: '2' })
  await expect(builder.state).toHaveText('2 changes · 1 warning')
  await builder.openPart('Layers')
  await expect(builder.layer('hello-universe')).toContainText('changed, warning')
})

test('a variable is removed, and Undo brings it back', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('gone', account) })
  const variables = await builder.openVariables()
  await variables.addVariable({ name: 'nodes' })
  await variables.remove('nodes')
  await expect(variables.add).toBeFocused()
  await expect(builder.state).toHaveText('0 changes')
  await builder.undo.click()
  await expect(variables.row('nodes')).toBeVisible()
})

test('a variable is added by keyboard alone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('var-keys', account) })
  const variables = await builder.openVariables()
  await tabTo(variables.add)
  await page.keyboard.press('Enter')
  await expect(variables.name).toBeFocused()
  await page.keyboard.type('nodes')
  await page.keyboard.press('Enter')
  await expect(variables.row('nodes')).toBeVisible()
})

test('variables keep to WCAG, also in their panel and on a phone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('var-wcag', account) })
  const variables = await builder.openVariables()
  await variables.addVariable({ name: 'nodes', format: 'number', default: '2' })
  await expectAccessible(page)
  await variables.openDetails('nodes')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('Escape')
  await expectNoSidewaysScroll(page)
})
