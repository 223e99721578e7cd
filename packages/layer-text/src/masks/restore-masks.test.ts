import { describe, expect, it } from 'vitest'
import { restoreMasks } from './restore-masks.ts'

const stored = [
  '# admin password: made-Up-71',
  'replicas: 2',
  "first: {password: 'One-1-one'} # ours",
  'second:',
  '  password: two-2-Two',
  'url: https://user:Three-3@db.example/app',
  'key: |',
  '  line one',
  '  line two',
  '',
].join('\n')
const shown = [
  '# admin password: ********',
  'replicas: 2',
  'first: {password: "********"} # ours',
  'second:',
  '  password: "********"',
  'url: https://user:********@db.example/app',
  'key: "********"',
  '',
].join('\n')
const restored = (sent: string) => restoreMasks({ sent, shown, stored })

describe('restoreMasks', () => {
  it('restores the stored text exactly when nothing was changed', () => {
    expect(restored(shown)).toBe(stored)
  })

  it('restores the stored bytes beside a change', () => {
    expect(restored(shown.replace('replicas: 2', 'replicas: 3'))).toBe(stored.replace('replicas: 2', 'replicas: 3'))
  })

  it('restores each value by its path when blocks change places', () => {
    const sent = 'second:\n  password: "********"\nfirst: {password: "********"}\n'
    expect(restored(sent)).toBe("second:\n  password: two-2-Two\nfirst: {password: 'One-1-one'}\n")
  })

  it('takes a value that replaced a mask', () => {
    const sent = shown.replace('second:\n  password: "********"', 'second:\n  password: new')
    expect(restored(sent)).toBe(stored.replace('two-2-Two', 'new'))
  })

  it('leaves a mask that hides nothing', () => {
    expect(restored(`${shown}third: "********"\n`)).toBe(`${stored}third: "********"\n`)
  })

  it('leaves a mask that was copied to another place', () => {
    expect(restored(`${shown}third:\n  password: "********"\n`)).toBe(`${stored}third:\n  password: "********"\n`)
  })

  it('quotes a value anew when its bytes would mean something else', () => {
    expect(restored('key: {}\nlist: [a, {key: "********"}]\n')).toContain('"********"')
    expect(restored('other: {}\n? key\n: "********"\n')).toContain('line two')
  })

  it('keeps a value in a longer text that was changed in another line', () => {
    const inner = { stored: 'file: |\n  port: 1\n  pass: Four-4\n', shown: 'file: |\n  port: 1\n  pass: ********\n' }
    const sent = 'file: |\n  port: 2\n  pass: ********\n'
    expect(restoreMasks({ ...inner, sent })).toBe('file: |\n  port: 2\n  pass: Four-4\n')
  })

  it('leaves a mask where a value was shown', () => {
    expect(restored(shown.replace('replicas: 2', 'replicas: "********"'))).toContain('replicas: "********"')
  })

  it('keeps a value where only part of the text around it was changed', () => {
    const sent = shown.replace('# ours', '# theirs')
    expect(restored(sent)).toBe(stored.replace('# ours', '# theirs'))
  })

  it('leaves a mask in a longer value that was changed around it', () => {
    expect(restored(shown.replace('db.example/app', 'db.example/other'))).toContain('user:********@db.example/other')
  })

  it('leaves masks in a text that can no longer be read as YAML', () => {
    expect(restored('first: {password: "********"\n')).toBe('first: {password: "********"\n')
  })
})
