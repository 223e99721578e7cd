import { describe, expect, it } from 'vitest'
import { runEach } from './run-each.ts'

const profiles = ['a', 'b', 'c'].map((name) => ({
  uid: name,
  name,
  title: `${name} 1.0.0`,
  others: 0,
  owner: 'project',
  etag: '',
}))
const run = { onProgress: () => {}, signal: new AbortController().signal }

describe('running an action on several profiles', () => {
  it('continues after a refusal, and says which profile and why', async () => {
    const work = async ({ name }: { name: string }) => (name === 'b' ? 'Not allowed.' : undefined)
    const { done, failures } = await runEach(profiles, { ...run, work })
    expect(done.map(({ name }) => name)).toEqual(['a', 'c'])
    expect(failures.map(({ profile, reason }) => [profile.name, reason])).toEqual([['b', 'Not allowed.']])
  })

  it('reports its progress', async () => {
    const seen: number[] = []
    await runEach(profiles, { ...run, work: async () => undefined, onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([1, 2, 3])
  })

  it('starts nothing more once it is stopped', async () => {
    const stop = new AbortController()
    const work = async () => {
      stop.abort()
      return undefined
    }
    expect((await runEach(profiles, { ...run, work, signal: stop.signal })).done).toHaveLength(1)
  })
})
