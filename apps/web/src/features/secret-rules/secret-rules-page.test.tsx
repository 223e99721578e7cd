import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import type { SecretRule } from './rule-words.ts'
import { SecretRulesPage } from './secret-rules-page.tsx'

const tenant = { ...project, kind: 'tenant' as const, basePath: '/tenant' }
const admin = { ...tenant, permissions: new Set(['tenant.update', 'clusterProfile.update']) }
const rule: SecretRule = {
  uid: 'r1',
  packName: 'mailer',
  path: 'smtp.pin',
  verdict: 'always',
  by: 'ada@stage.example',
  at: '2026-01-01T00:00:00Z',
}

const RULES = '/v1/console/secretrules'
const button = (name: string) => screen.getByRole('button', { name })

async function addRule(user: ReturnType<typeof draw>) {
  await user.click(button('Add rule'))
  await user.type(screen.getByRole('textbox', { name: 'Pack' }), 'mailer')
  await user.type(screen.getByRole('textbox', { name: 'Path' }), 'smtp.pin')
  await user.click(screen.getByRole('radio', { name: 'Never mask' }))
  await user.click(button('Add'))
}

test('a tenant without rules says what they are for', () => {
  draw(<SecretRulesPage rules={[]} />, admin)
  expect(screen.queryByRole('heading', { name: 'No rules yet' })).not.toBeNull()
})

test('users who are not tenant admins can neither add nor remove rules', () => {
  draw(<SecretRulesPage rules={[rule]} />, tenant)
  const names = ['Add rule', 'Remove the rule for mailer smtp.pin']
  expect(names.map((name) => button(name).getAttribute('aria-disabled'))).toEqual(['true', 'true'])
})

test('a rule that matches nothing says what is missing', () => {
  const rules: SecretRule[] = [
    { ...rule, missing: 'pack' },
    { ...rule, uid: 'r2', packName: 'other', missing: 'path' },
  ]
  draw(<SecretRulesPage rules={rules} />, admin)
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
  expect(rows[1]).toContain('No pack of this name is here')
  expect(rows[2]).toContain('The newest version of the pack has no such path')
})

test('users who may not change all profiles can add rules that mask, but none that unmask', async () => {
  const user = draw(<SecretRulesPage rules={[rule]} />, { ...tenant, permissions: new Set(['tenant.update']) })
  expect(button('Remove the rule for mailer smtp.pin').getAttribute('aria-disabled')).toBe('true')
  await user.click(button('Add rule'))
  const never = screen.getByRole('radio', { name: 'Never mask' })
  expect(never).toHaveProperty('disabled', true)
  expect(screen.queryByText('Your roles here lack the permission clusterProfile.update.')).not.toBeNull()
})

test('a rule is sent as it was typed', async () => {
  const sent = serve({ [`POST ${RULES}`]: () => Response.json({ uid: 'r1' }, { status: 201 }) })
  await addRule(draw(<SecretRulesPage rules={[]} />, admin))
  expect(sent.map(({ body }) => body)).toEqual([{ packName: 'mailer', path: 'smtp.pin', verdict: 'never' }])
})

test('a duplicate rule is refused in the dialog', async () => {
  serve({ [`POST ${RULES}`]: refusal(409, 'SecretRuleExists', { message: 'There is one.' }) })
  await addRule(draw(<SecretRulesPage rules={[]} />, admin))
  expect((await screen.findByRole('alert')).textContent).toContain('There is one.')
})

test('a rule is removed after a confirmation', async () => {
  const sent = serve({ [`DELETE ${RULES}/r1`]: () => new Response(null, { status: 204 }) })
  const user = draw(<SecretRulesPage rules={[rule]} />, admin)
  await user.click(button('Remove the rule for mailer smtp.pin'))
  await user.click(button('Remove'))
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`DELETE ${RULES}/r1`])
})

test('an invalid path is reported before it is sent', async () => {
  const sent = serve({})
  const user = draw(<SecretRulesPage rules={[]} />, admin)
  await user.click(button('Add rule'))
  await user.type(screen.getByRole('textbox', { name: 'Pack' }), 'mailer')
  await user.type(screen.getByRole('textbox', { name: 'Path' }), 'a..b[[')
  await user.click(button('Add'))
  expect(screen.queryByText(/This is not a path/)).not.toBeNull()
  expect(sent).toEqual([])
})
