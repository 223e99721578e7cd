import { describe, expect, it } from 'vitest'
import { changesOf } from './changes.ts'
import { stackTexts } from './layers.fixture.ts'
import { addManifest, moveLayer, removeLayer } from './stack-texts.ts'
import type { Texts } from './texts.ts'

const base = stackTexts('a', 'b', 'c')
const labels = (texts: Texts) => changesOf({ base, texts }).map(({ label }) => label)

describe('changesOf', () => {
  it('is empty if nothing was changed', () => {
    expect(labels(base)).toEqual([])
  })

  it('names the text that was changed', () => {
    expect(labels({ ...base, 'values b': 'b: 2\n' })).toEqual(['Values of b'])
  })

  it('counts an added or removed layer as one change', () => {
    const texts = { ...removeLayer(base, 'a'), ...stackTexts('b', 'c', 'd') }
    expect(labels(texts)).toEqual(['Layer d added', 'Layer a removed'])
  })

  it('names a new order', () => {
    expect(changesOf({ base, texts: moveLayer(base, 'a', 'c') })).toEqual([
      { key: 'stack', label: 'Order of the layers', kind: 'moved', before: 'a\nb\nc', after: 'b\nc\na' },
    ])
  })

  it('shows a new manifest as a change of its layer', () => {
    expect(labels(addManifest(base, 'b', 'role'))).toEqual(['Layer b', 'Manifest role'])
  })
})
