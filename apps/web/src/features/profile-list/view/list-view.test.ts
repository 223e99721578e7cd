import { expect, test } from 'vitest'
import { parseListView, USUAL_VIEW } from './list-view.ts'

test.each([null, '', 'null', '[]', '{', '{"columns":"all","density":"huge"}'])('%j is the default view', (text) => {
  expect(parseListView(text)).toEqual(USUAL_VIEW)
})

test("stored choices are kept in the table's order, without columns that no longer exist", () => {
  const kept = JSON.stringify({ columns: ['modified', 'gone', 'type'], density: 'comfortable' })
  expect(parseListView(kept)).toEqual({ columns: ['type', 'modified'], density: 'comfortable' })
})

test('the view can hide every column except the name', () => {
  expect(parseListView('{"columns":[]}').columns).toEqual([])
})
