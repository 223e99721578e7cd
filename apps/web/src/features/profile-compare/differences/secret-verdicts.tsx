import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ComparedSecret } from '../parts/compared-parts.ts'

interface SecretVerdictsProps {
  secrets: readonly ComparedSecret[]
  maySeeSecrets: boolean
}

const VERDICTS = {
  differs: { word: 'differs', colour: 'blue' },
  same: { word: 'same', colour: 'grey' },
  unknown: { word: 'not known', colour: 'grey' },
  left: { word: 'only on the left', colour: 'red' },
  right: { word: 'only on the right', colour: 'green' },
} as const

/** How the secrets of a part compare, without showing any. */
export function SecretVerdicts({ secrets, maySeeSecrets }: SecretVerdictsProps) {
  if (secrets.length === 0) return null
  return (
    <section aria-labelledby="secrets-title" className="wb-flow">
      <Title headingLevel="h3" size="md" id="secrets-title">
        Secrets
      </Title>
      {maySeeSecrets ? null : (
        <p className="wb-subtle">
          Only people who may change both sides (clusterProfile.update) can see whether two secrets are the same.
        </p>
      )}
      <ul className="wb-verdicts">
        {secrets.map(({ manifest, path, verdict }) => (
          <li key={`${manifest}:${path}`}>
            <code className="wb-breakable">{[manifest, path].filter(Boolean).join(' › ')}</code>{' '}
            <Label isCompact color={VERDICTS[verdict].colour}>
              {VERDICTS[verdict].word}
            </Label>
          </li>
        ))}
      </ul>
    </section>
  )
}
