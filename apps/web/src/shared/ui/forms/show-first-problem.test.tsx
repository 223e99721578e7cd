import { expect, it } from 'vitest'
import { showFirstProblem } from './show-first-problem.ts'

it('focuses a field whose problem is rendered a few frames later', async () => {
  const main = document.createElement('main')
  const field = document.createElement('input')
  main.append(field)
  document.body.append(main)
  showFirstProblem()
  requestAnimationFrame(() => requestAnimationFrame(() => field.setAttribute('aria-invalid', 'true')))
  await expect.poll(() => document.activeElement).toBe(field)
})
