import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { toReadmeTree } from './readme-tree.ts'

const tree = (text: string) =>
  toReadmeTree(Markdown({ children: text, remarkPlugins: [remarkGfm], skipHtml: true })).filter((node) => node !== '\n')

describe('what is kept of a README', () => {
  it('includes headings, text and links', () => {
    expect(tree('# A\n\nb *c* [d](https://example.org)')).toEqual([
      { tag: 'h1', children: ['A'] },
      {
        tag: 'p',
        children: [
          'b ',
          { tag: 'em', children: ['c'] },
          ' ',
          { tag: 'a', href: 'https://example.org', children: ['d'] },
        ],
      },
    ])
  })

  it('includes the description of an image, but not the image', () => {
    expect(tree('![a chart](https://example.org/x.png)')).toEqual([{ tag: 'p', children: ['a chart'] }])
  })

  it('includes no HTML', () => {
    const text = JSON.stringify(tree('<script>x()</script>\n\n<img src=x onerror=y()> z\n\n<b onclick="x()">w</b>'))
    expect(text).not.toMatch(/script|onerror|onclick|src/)
    expect(text).toContain('w')
  })

  it('includes the checkboxes of a task list', () => {
    expect(JSON.stringify(tree('- [x] done\n- [ ] open'))).toContain('"isChecked":true')
  })

  it('ends at an excessive nesting depth', () => {
    expect(JSON.stringify(tree(`${'>'.repeat(200)} deep`)).length).toBeLessThan(5_000)
  })
})
