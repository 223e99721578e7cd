import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readdressDemoAccess, writeDemoAccess } from './demo-access.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'waybill-access-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const file = () => join(dataDir, 'demo-access.json')
const access = { url: 'http://127.0.0.1:8080', tenants: [{ name: 'Stage' }] }

describe("the demo's access file", () => {
  it('is for its owner alone', async () => {
    await writeDemoAccess(dataDir, access)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('has the address of the newest start, and otherwise its previous content', async () => {
    await writeDemoAccess(dataDir, access)
    await readdressDemoAccess(dataDir, 'https://127.0.0.1:8443')
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...access, url: 'https://127.0.0.1:8443' })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('is not created again if it was deleted', async () => {
    await readdressDemoAccess(dataDir, access.url)
    expect(() => statSync(file())).toThrow('ENOENT')
  })

  it('is left alone if it was edited', async () => {
    writeFileSync(file(), 'notes')
    await readdressDemoAccess(dataDir, access.url)
    expect(readFileSync(file(), 'utf8')).toBe('notes')
  })
})
