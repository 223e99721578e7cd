import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { ProfileBody } from '@waybill/api-contract'
import { paths } from '../../shared/navigation/paths.ts'
import { keptRefusal, ownerRefusal } from '../../shared/profiles/whose-profile.ts'
import { roleRefusal, type Scope } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { EndBar } from '../../shared/ui/page/end-bar.tsx'
import { nextVersion } from '../../shared/profiles/next-version.ts'
import type { useApplyUpdates } from './use-apply-updates.ts'
import type { MovingLayer } from './decisions/use-decisions.ts'

interface UpdateBarProps {
  profile: ProfileBody
  moving: readonly MovingLayer[]
  saving: ReturnType<typeof useApplyUpdates>
}

/** Applies all updates at once. For a published version, the next version is proposed first. */
export function UpdateBar({ profile, moving, saving }: UpdateBarProps) {
  const scope = useScope()
  const { apply, applyAs, isApplying, refusal } = saving
  const isPublished = profile.status.isPublished
  const next = nextVersion(profile.spec.versions.map(({ version }) => version))
  const undecided = reasonAgainst(moving)
  return (
    <EndBar>
      {refusal !== null && (
        <Alert
          isInline
          variant="danger"
          title={moving.length === 1 ? 'The layer was not changed.' : 'No layer was changed.'}
        >
          {refusal}
        </Alert>
      )}
      {isPublished && (
        <ActionButton
          label={`Save as ${next}`}
          variant="primary"
          reason={whyNotHere(scope, profile) ?? roleRefusal(scope, 'clusterProfile.create') ?? undecided}
          isLoading={isApplying}
          onClick={() => void applyAs(next)}
        />
      )}
      <ActionButton
        label={`Apply to ${moving.length === 1 ? 'the layer' : `${moving.length} layers`}${isPublished ? ' in the draft' : ''}`}
        variant={isPublished ? 'secondary' : 'primary'}
        reason={whyNotHere(scope, profile) ?? keptRefusal(scope, isPublished, 'changed') ?? undecided}
        isLoading={isApplying && !isPublished}
        onClick={() => void apply()}
      />
      <LinkButton variant="link" to={paths.profile(scope, profile.metadata.uid)}>
        Cancel
      </LinkButton>
    </EndBar>
  )
}

/** A new version is created in the scope of this one. */
const whyNotHere = (scope: Scope, { metadata }: ProfileBody) =>
  ownerRefusal(scope, metadata.annotations['scope'] ?? '', 'change it') ?? roleRefusal(scope, 'clusterProfile.update')

function reasonAgainst(moving: readonly MovingLayer[]): string | undefined {
  const open = moving.filter(({ left }) => left > 0).map(({ packName }) => packName)
  if (open.length > 0)
    return moving.length === 1 ? 'Decide every conflict first.' : `Decide every conflict first: ${open.join(', ')}.`
  const broken = moving.find(({ result }) => !result.valid)
  return broken && `The values of ${broken.packName} are not valid YAML with what you chose.`
}
