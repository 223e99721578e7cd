import { expect, it } from 'vitest'
import { checkValues } from './checked-texts.ts'

const schema = `relay.replicas:\n  schema: '{{ required | format "\${number:[1-9]}" }}'\n`
const check = (text: string) => checkValues(text, { schema, defaults: '' })

it('holds values to the schema of their pack, with the place', () => {
  expect(check('relay:\n  replicas: none\n')).toMatchObject([
    { code: 'PackValueInvalid', valuePath: 'relay.replicas', position: { line: 2 } },
  ])
})

it('says where values are no YAML', () => {
  expect(check('relay: [\n')).toMatchObject([{ code: 'YamlInvalid' }])
})

it('is silent where values keep the schema', () => {
  expect(check('relay:\n  replicas: 3\n')).toEqual([])
})
