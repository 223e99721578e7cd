import { expect, test } from 'vitest'
import { profileList } from '../filters/list-query.ts'
import { fromSavedFilter, toSavedFilter } from './saved-filter.ts'

const query = profileList.read(
  new URLSearchParams('search=edge&type=infra&tag=team:web&tag=edge&state=draft&sort=modified&order=desc'),
)
const group = (conjunction: string, filters: { key: string; negation: boolean; values: string[] }[]) => ({
  metadata: { annotations: {} },
  spec: { filterGroup: { conjunction, filters } },
})

test('a saved filter restores the list as it was when saved', () => {
  const { metadata, spec } = toSavedFilter('Ours', query)
  const filters = (spec?.filterGroup?.filters ?? []).map((each) => ({
    key: each.key ?? '',
    negation: false,
    values: each.values ?? [],
  }))
  const saved = {
    metadata: { annotations: metadata.annotations ?? {} },
    spec: { filterGroup: { conjunction: 'or', filters } },
  }
  expect(fromSavedFilter(saved)).toEqual(query)
})

test('its tags are stored as conditions that every client understands', () => {
  expect(toSavedFilter('Ours', query).spec?.filterGroup?.filters).toMatchObject([
    { key: 'team', values: ['web'] },
    { key: 'edge', values: [] },
  ])
})

test('a filter saved by another client is shown by its tags', () => {
  expect(fromSavedFilter(group('or', [{ key: 'team', negation: false, values: ['web', 'core'] }]))?.tag).toEqual([
    'team:web',
    'team:core',
  ])
})

test('conditions that the list cannot express are not shown as something else', () => {
  expect(fromSavedFilter(group('or', [{ key: 'team', negation: true, values: [] }]))).toBeUndefined()
  const two = ['a', 'b'].map((key) => ({ key, negation: false, values: [] }))
  expect(fromSavedFilter(group('and', two))).toBeUndefined()
})
