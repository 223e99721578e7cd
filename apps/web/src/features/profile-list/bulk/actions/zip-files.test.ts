import { expect, it } from 'vitest'
import { distinctNames, zipFiles } from './zip-files.ts'

const file = (fileName: string) => ({ fileName, content: new Blob(['{}']) })

it('gives files with the same name different names', () => {
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
])('renames files where %j would be one file', (given, wanted) => {
  expect(distinctNames(given.map(file)).map(({ fileName }) => fileName)).toEqual(wanted)
})

it('makes an archive that holds each file unchanged under its name', async () => {
  const contents = ['{"a":1}', '{"b":22}']
  const files = contents.map((content) => ({ fileName: 'web-1.0.0.json', content: new Blob([content]) }))
  expect(readStored(new Uint8Array(await (await zipFiles(files)).arrayBuffer()))).toEqual({
    'web-1.0.0.json': contents[0],
    'web-1.0.0 (2).json': contents[1],
  })
})

/** The files listed in an archive's directory; they are stored uncompressed. */
function readStored(bytes: Uint8Array): Record<string, string> {
  const view = new DataView(bytes.buffer)
  const textAt = (at: number, length: number) => new TextDecoder().decode(bytes.subarray(at, at + length))
  // The end of the directory is 22 bytes long, without a comment.
  const end = bytes.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  const held: Record<string, string> = {}
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)]
    const local = view.getUint32(at + 42, true)
    const content = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    held[textAt(at + 46, nameLength)] = textAt(content, size)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return held
}
