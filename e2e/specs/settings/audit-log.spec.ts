import { readFileSync } from 'node:fs'
import { api } from '@waybill/api-client'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { connect, projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { AuditLogPage } from '../../pages/settings/audit-log.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

test('an admin finds out who changed what and who was refused, and exports it', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const editor = accountOf('dev', 'project-admin')
  const viewer = accountOf('dev', 'viewer')
  const name = scratch.profileName('audited', editor)
  await prepareProfile(editor, profileText({ name }))
  expect((await api.audits.listEvents(await connect(viewer, 'project'), { query: {} })).ok).toBe(false)
  await signIn(page, admin)
  const log = await new AuditLogPage(page).open('/tenant')
  await expect(log.event(/^Signed in as/).first()).toBeVisible()
  await log.filter('Action', 'Import')
  await log.object.fill(name)
  await expect(page).toHaveURL(/action=import.*|object=/)
  await log.event(`Imported cluster profile ${name}`).click()
  await expect(log.fact('Who')).toContainText(editor.email)
  await expect(log.fact('From where')).toContainText('an API key')
  await expect(log.fact('Version')).toHaveText('1.0.0')
  await expect(log.table.getByRole('link', { name })).toHaveAttribute('href', /\/profiles\/[0-9a-f]{24}\/layers$/)
  await expectAccessible(page)

  await log.open('/tenant', '?outcome=refused&action=refuse-request')
  await log.event('Was refused GET /v1/console/audits').first().click()
  await expect(log.fact('Permission')).toHaveText('audit.list')
  await log.table.getByRole('button', { name: `All by ${viewer.email}` }).click()
  await expect(page.getByRole('listitem').filter({ hasText: viewer.email })).toBeVisible()

  const file = await log.export('CSV')
  expect(file.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.slice(1).every((line) => line.includes(viewer.email))).toBe(true)
  await expect(log.dialog.getByRole('status')).toContainText(/^Saved \d+ events?\.$/)
  await expectAccessible(page)
})

test('scrolling loads more of the log, on a phone too', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const connection = await connect(admin, 'tenant')
  const name = scratch.macroName('often', admin, 'tenant')
  const valued = (value: number) => ({
    params: { uid: admin.tenant.uid ?? '' },
    body: { macros: [{ name, value: String(value) }] },
  })
  expect((await api.tenantMacros.add(connection, valued(0))).ok).toBe(true)
  // Each change is an event, and a page has 50.
  for (let change = 1; change < 55; change += 1) {
    expect((await api.tenantMacros.update(connection, valued(change))).ok).toBe(true)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, admin)
  const log = await new AuditLogPage(page).open('/tenant', '?kind=macro')
  await log.older.scrollIntoViewIfNeeded()
  await expect(log.event(/tenant macros/).nth(54)).toBeAttached()
  await expectNoSidewaysScroll(page)
})

test('users who may not read the log of a project see no link to it', async ({ page, accountOf }) => {
  const viewer = accountOf('dev', 'viewer')
  await signIn(page, viewer)
  await page.goto(`${await projectPath(viewer)}/settings/audit-log`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(new Frame(page).menu.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  await expect(new AuditLogPage(page).heading).toHaveCount(0)
})
