import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { expect, test } from 'vitest'
import { MASK } from '@waybill/layer-text'
import { project } from '../../../testing/draw.tsx'
import { INFO, NO_TEXTS } from '../state/builder-texts.ts'
import { putVariable } from '../state/variable-texts.ts'
import { referenceOptions } from './reference-options.ts'

const SECRET = 'made-up-Value-72'

const variables = [
  { ...EMPTY_VARIABLE, name: 'nodes', defaultValue: '3' },
  { ...EMPTY_VARIABLE, name: 'token', defaultValue: SECRET, isSensitive: true },
]
const texts = variables.reduce<typeof NO_TEXTS>((all, variable) => putVariable(all, variable, null), {
  ...NO_TEXTS,
  [INFO.name]: 'edge-base',
  [INFO.cloudType]: 'all',
})
const macros = [
  { name: 'region', value: 'eu-central-1' },
  { name: 'dbPassword', value: SECRET },
  { name: 'theirs', value: MASK },
]

const options = referenceOptions({ texts, macros, scope: project, profileUid: 'p1' })
const valueOf = (kind: string, name: string) => options.find((each) => each.kind === kind && each.name === name)?.value

test('offers variables, macros and system values with what they resolve to here', () => {
  expect(valueOf('var', 'nodes')).toBe('3')
  expect(valueOf('macro', 'region')).toBe('eu-central-1')
  expect(valueOf('system', 'clusterprofile.name')).toBe('edge-base')
  expect(valueOf('system', 'project.name')).toBe('Default')
  expect(valueOf('system', 'cluster.name')).toBe('')
  expect(valueOf('system', 'cloud.type')).toBe('')
})

test('offers no secrets', () => {
  expect(JSON.stringify(options)).not.toContain(SECRET)
  expect(JSON.stringify(options)).not.toContain(MASK)
  expect(valueOf('macro', 'dbPassword')).toBe('Sensitive, not shown')
  expect(valueOf('var', 'token')).toBe('Sensitive, not shown')
})
