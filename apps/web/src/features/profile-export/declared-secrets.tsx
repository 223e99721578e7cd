import type { SecretBody } from '@waybill/api-contract'
import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { SecretPlace } from './secret-place.tsx'

/** What packs and variables declare to be secret; there is nothing to choose about it. */
export function DeclaredSecrets({ secrets }: { secrets: readonly SecretBody[] }) {
  if (secrets.length === 0) return <p>Packs and variables declare no sensitive values.</p>
  return (
    <ExpandableSection toggleText={`${secrets.length} declared by packs and variables, always masked`} isIndented>
      <ul className="wb-secret-list">
        {secrets.map((secret) => (
          <li key={secret.id}>
            <SecretPlace secret={secret} />
          </li>
        ))}
      </ul>
    </ExpandableSection>
  )
}
