import { expect, it } from 'vitest'
import { checkValues } from './checked-texts.ts'

const schema = `relay.replicas:\n  schema: '{{ required | format "\${number:[1-9]}" }}'\n`
const check = (text: string) => checkValues(text, { schema, defaults: '' })

it('checks values against the schema of their pack, and gives the place', () => {
  expect(check('relay:\n  replicas: none\n')).toMatchObject([
    { code: 'PackValueInvalid', valuePath: 'relay.replicas', position: { line: 2 } },
  ])
})

it('says where values are invalid YAML', () => {
  expect(check('relay: [\n')).toMatchObject([{ code: 'YamlInvalid' }])
})

it('finds nothing in values that fit the schema', () => {
  expect(check('relay:\n  replicas: 3\n')).toEqual([])
})
