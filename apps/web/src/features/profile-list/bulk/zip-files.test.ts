import { expect, it } from 'vitest'
import { distinctNames, zipFiles } from './zip-files.ts'

const file = (fileName: string) => ({ fileName, content: new Blob(['{}']) })

it('tells files of one name apart', () => {
  const names = distinctNames([file('web-1.0.0.json'), file('web-1.0.0.json'), file('web-1.1.0.json')])
  expect(names.map(({ fileName }) => fileName)).toEqual(['web-1.0.0.json', 'web-1.0.0 (2).json', 'web-1.1.0.json'])
})

it.each([
  [
    ['Zip.json', 'zip.json'],
    ['Zip.json', 'zip (2).json'],
  ],
  [
    ['web.json', 'web (2).json', 'web.json'],
    ['web.json', 'web (2).json', 'web (3).json'],
  ],
  [
    ['caf\u00e9.json', 'cafe\u0301.json'],
    ['caf\u00e9.json', 'cafe\u0301 (2).json'],
  ],
])('tells files apart where %j would be one file', (given, wanted) => {
  expect(distinctNames(given.map(file)).map(({ fileName }) => fileName)).toEqual(wanted)
})

it('makes an archive', async () => {
  const bytes = new Uint8Array(await (await zipFiles([file('web-1.0.0.json')])).arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})
