import { describe, expect, test } from 'vitest'
import { candidate, layer, masked, planOf, problem } from '../testing/plan-fixture.ts'
import { countOpenRows, hasNoRemedy, validateGroups } from './validate-rows.ts'

const firstOpenRow = (groups: ReturnType<typeof validateGroups>) =>
  groups.flatMap(({ rows }) => rows).find(({ isBlocking }) => isBlocking)
const groupNames = (...args: Parameters<typeof validateGroups>) => validateGroups(...args).map(({ name }) => name)

describe('groups of Validate', () => {
  test('are only shown if they have rows', () => {
    expect(groupNames(planOf(), {})).toEqual(['name'])
  })

  test('come in the order of the wizard', () => {
    const plan = planOf({
      masked: [masked('a')],
      problems: [
        problem('PermissionMissing', 'permissions'),
        problem('YamlInvalid', 'values'),
        problem('MacroUndefined', 'macros', { params: { macro: 'region' } }),
      ],
      macros: [{ name: 'region', isDefined: false, isCreated: false, usedIn: [] }],
    })
    expect(groupNames(plan, {})).toEqual(['name', 'macros', 'masked', 'values', 'permissions'])
  })

  test('leave an ambiguous registry to Select Repositories', () => {
    const plan = planOf({ problems: [problem('RegistryAmbiguous', 'packs')] })
    expect(groupNames(plan, {})).toEqual(['name'])
  })
})

describe('rows of Validate', () => {
  const missing = problem('PackVersionNotFound', 'packs', { path: 'spec.template.packs[2].version' })

  test('a missing pack version is settled by choosing another one', () => {
    const plan = planOf({ layers: [layer(2, { version: '1.1.0' })] })
    expect(validateGroups(plan, { packVersions: { '2': '1.1.0' } })[1]?.rows[0]).toMatchObject({
      kind: 'pack-version',
      isBlocking: false,
    })
  })

  test('a pack without another version here can only be left out, if it is an add-on', () => {
    const hasRemedy = (kind: string) => {
      const row = firstOpenRow(validateGroups(planOf({ layers: [layer(2, { layer: kind })], problems: [missing] }), {}))
      return row && !hasNoRemedy(row)
    }
    expect([hasRemedy('addon'), hasRemedy('k8s')]).toEqual([true, false])
  })

  test('a layer that is left out remains as a settled row', () => {
    const plan = planOf({ leftOut: [{ index: 2, name: 'pack-2', version: '1.0.0' }] })
    expect(validateGroups(plan, { leftOut: [2] })[1]?.rows).toMatchObject([{ kind: 'left-out', isBlocking: false }])
  })

  const apart = problem('PackDependencyVersion', 'packs', {
    path: 'spec.template.packs[0].version',
    params: { name: 'pack-0', dependency: 'kubernetes', found: '1.26.0' },
  })
  const newer = { version: '1.27.3', registryUid: 'r', registryName: 'Public Repo', order: 'newer' } as const

  test('packs that do not go together share one row with both layers', () => {
    const layers = [layer(0), layer(1), layer(2, { name: 'mine--kubernetes', alternatives: [newer] })]
    const [, group] = validateGroups(planOf({ layers, problems: [apart] }), {})
    expect(group?.rows).toMatchObject([
      { kind: 'pack-constraint', isBlocking: true, layers: [{ index: 0 }, { index: 2, alternatives: [newer] }] },
    ])
  })

  test('packs that do not go together have no remedy if no other version is here', () => {
    const row = firstOpenRow(validateGroups(planOf({ layers: [layer(0)], problems: [apart] }), {}))
    expect(row && hasNoRemedy(row)).toBe(true)
  })

  test('all problems in the values of a layer share one row, where they can be edited', () => {
    const problems = [problem('PackValueInvalid', 'values', { path: 'spec.template.packs[0].values' })]
    expect(validateGroups(planOf({ layers: [layer(0)], problems }), {})[1]).toMatchObject({
      name: 'values',
      rows: [{ kind: 'values', isBlocking: true, layer: { index: 0 } }],
    })
  })

  test.each(['RegistryNotFound', 'PackNotInRegistry'])(
    'a registry without a replacement is settled by a choice: %s',
    (code) => {
      const plan = planOf({
        layers: [layer(2, { candidates: [candidate('Other')] })],
        problems: [problem(code, 'packs', { path: 'spec.template.packs[2].registry.metadata' })],
      })
      expect(firstOpenRow(validateGroups(plan, {}))).toMatchObject({ kind: 'registry', isBlocking: true })
    },
  )

  test('a pack taken from the only registry that holds it is a note and blocks nothing', () => {
    const path = 'spec.template.packs[2].registry.metadata'
    const replaced = problem('RegistryNotFound', 'packs', { path, severity: 'warning' })
    const groups = validateGroups(planOf({ layers: [layer(2)], problems: [replaced] }), {})
    expect(groups[1]?.rows).toMatchObject([{ kind: 'problem', problems: [replaced], isBlocking: false }])
  })

  test('a missing macro is one row with its problem', () => {
    const undefinedMacro = problem('MacroUndefined', 'macros', { params: { macro: 'region' } })
    const macros = [{ name: 'region', isDefined: false, isCreated: false, usedIn: [] }]
    const [, group] = validateGroups(planOf({ macros, problems: [undefinedMacro] }), {})
    expect(group?.rows).toMatchObject([{ kind: 'macro', problems: [undefinedMacro], isBlocking: true }])
  })

  test('a macro remains as a settled row once it is to be created', () => {
    const plan = planOf({ macros: [{ name: 'region', isDefined: false, isCreated: true, usedIn: [] }] })
    const decisions = { macros: [{ name: 'region', value: 'eu', scope: 'project' as const }] }
    expect(validateGroups(plan, decisions)[1]?.rows[0]).toMatchObject({ kind: 'macro', isBlocking: false })
  })

  test('an open masked place blocks once, and not again for its problem', () => {
    const plan = planOf({ masked: [masked('a')], problems: [problem('MaskedValues', 'masked')] })
    expect(countOpenRows(validateGroups(plan, {}))).toBe(1)
  })

  test('every error of the plan blocks', () => {
    const plan = planOf({ problems: [problem('DecisionInvalid', 'file'), problem('InvalidName', 'name')] })
    expect(countOpenRows(validateGroups(plan, {}))).toBe(2)
  })

  test('warnings do not block', () => {
    const plan = planOf({ problems: [problem('UnknownField', 'unknown', { severity: 'warning' })] })
    expect(countOpenRows(validateGroups(plan, {}))).toBe(0)
  })
})
