import { expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'
import { maskText } from '../../mask-text.ts'

const masked = (line: string) => {
  const text = `file: |\n  ${line}\n`
  const { secrets } = inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
  return maskText(text, secrets).slice('file: |\n  '.length, -1)
}

it.each([
  [
    'a dictionary of Python',
    `D = {'USER': 'app', 'PASSWORD': 'cV5xZq8Lm'}`,
    `D = {'USER': 'app', 'PASSWORD': '********'}`,
  ],
  ['an object of JSON', `x = {"password": "cV5xZq8Lm", "a": 1}`, `x = {"password": "********", "a": 1}`],
  ['three quotes of an INI', `password = """Pq8#zz;L1m"""`, `password = """********"""`],
  ['SQL', `ALTER ROLE y PASSWORD 'cV5xZq8Lm'`, `ALTER ROLE y PASSWORD '********'`],
  ['a function of SQL', `SET PASSWORD = PASSWORD('abcV5xZq8')`, `SET PASSWORD = PASSWORD('********')`],
  ['a sentence with an apostrophe', `it's password = 'cV5xZq8Lm' here`, `it's password = '********' here`],
])('masks only the value in %s', (_where, line, expected) => {
  expect(masked(line)).toBe(expected)
})

it('does not take a closing quote for the beginning of a value', () => {
  const script = 'read -p "Password: " PASS\n  if [ -z "$TOKEN" ]; then exit 1; fi\n  echo "done"'
  expect(masked(script)).toBe(script)
})

it('finds a secret in a sentence of a comment', () => {
  expect(masked('# the old password was Kz4Vq8Lm')).toBe('# the old password was ********')
})
