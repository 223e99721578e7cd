import type { SecretBody } from '@waybill/api-contract'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { SecretPlace } from './secret-place.tsx'

const reasons = new Map([
  ['key-name', 'Its key names a credential.'],
  ['structure', 'It stands where a credential stands in text of this kind.'],
  ['argument', 'It follows an argument that takes a credential.'],
  ['url', 'It is the password or token of an address.'],
  ['private-key', 'It is a private key.'],
  ['password-hash', 'It is the hash of a password, which can be tried out.'],
  ['token-pattern', 'It has the pattern of a token.'],
  ['changed-default', 'It looks made by chance and is not what the pack ships.'],
  ['copy', 'The same text is a secret elsewhere in this profile.'],
  ['unparsable', 'The text around it cannot be parsed, so all of it is masked.'],
])

const reasonText = (reason: string) => reasons.get(reason) ?? reason

interface SuspectedSecretsProps {
  secrets: readonly SecretBody[]
  /** Ids that leave in clear. */
  unmasked: readonly string[]
  onChange: (unmasked: readonly string[]) => void
}

/** What only looks like a secret: masked unless the tick is taken away. */
export function SuspectedSecrets({ secrets, unmasked, onChange }: SuspectedSecretsProps) {
  if (secrets.length === 0) return <p>Nothing else looks like a secret.</p>
  return (
    <fieldset className="wb-export-group">
      <legend>
        {secrets.length === 1 ? '1 value looks like a secret' : `${secrets.length} values look like secrets`}. Mask:
      </legend>
      {secrets.map((secret) => (
        <Checkbox
          key={secret.id}
          id={`secret-${secret.id}`}
          label={<SecretPlace secret={secret} />}
          description={reasonText(secret.reason)}
          isChecked={!unmasked.includes(secret.id)}
          onChange={(_event, isMasked) =>
            onChange(isMasked ? unmasked.filter((id) => id !== secret.id) : [...unmasked, secret.id])
          }
        />
      ))}
    </fieldset>
  )
}
