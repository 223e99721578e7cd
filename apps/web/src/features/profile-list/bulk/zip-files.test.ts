import { expect, it } from 'vitest'
import { distinctNames, zipFiles } from './zip-files.ts'

const file = (fileName: string) => ({ fileName, content: new Blob(['{}']) })

it('tells files of one name apart', () => {
  const names = distinctNames([file('web-1.0.0.json'), file('web-1.0.0.json'), file('web-1.1.0.json')])
  expect(names.map(({ fileName }) => fileName)).toEqual(['web-1.0.0.json', 'web-1.0.0 (2).json', 'web-1.1.0.json'])
})

it('makes an archive', async () => {
  const bytes = new Uint8Array(await (await zipFiles([file('web-1.0.0.json')])).arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})
