import { expect, test } from 'vitest'
import { parseListView, USUAL_VIEW } from './list-view.ts'

test.each([null, '', 'null', '[]', '{', '{"columns":"all","density":"huge"}'])('%j is the usual view', (text) => {
  expect(parseListView(text)).toEqual(USUAL_VIEW)
})

test('what was chosen stays, in the order of the table, without what no longer exists', () => {
  const kept = JSON.stringify({ columns: ['modified', 'gone', 'type'], density: 'comfortable' })
  expect(parseListView(kept)).toEqual({ columns: ['type', 'modified'], density: 'comfortable' })
})

test('no column beside the name can be chosen too', () => {
  expect(parseListView('{"columns":[]}').columns).toEqual([])
})
