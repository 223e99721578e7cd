import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import type { ProfileDocument } from '@waybill/profile-format'
import { useState } from 'react'
import { failureLine } from '../../shared/ui/failure-text.ts'
import { YamlDiff } from '../../shared/ui/yaml-diff.tsx'
import { textInFile } from './change-groups.ts'
import { useTextHere } from './use-text-here.ts'
import { useWizard } from './wizard-context.ts'

interface TextComparisonProps {
  layerName: string
  field: string
  here: { uid: string; version: string }
  version: string
  document: ProfileDocument
}

/** A changed text, side by side on demand. Secrets are masked on both sides. */
export function TextComparison(props: TextComparisonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const label = `${props.layerName} ${props.field}`
  return (
    <ExpandableSection
      toggleText={isOpen ? `Hide the YAML of ${label}` : `Show the YAML of ${label}`}
      isExpanded={isOpen}
      onToggle={(_event, isExpanded) => setIsOpen(isExpanded)}
    >
      {isOpen ? <LoadedComparison {...props} /> : null}
    </ExpandableSection>
  )
}

function LoadedComparison({ layerName, field, here, version, document }: TextComparisonProps) {
  const { connection } = useWizard()
  const text = useTextHere(connection, { profileUid: here.uid, layerName, field })
  if (text.state === 'loading') return <Skeleton height="6rem" screenreaderText="Loading the version here" />
  if (text.state === 'failed') return <Alert isInline variant="danger" title={failureLine(text.error)} />
  return (
    <YamlDiff
      before={text.text}
      after={textInFile(document, layerName, field)}
      beforeLabel={`${here.version} here`}
      afterLabel={version === here.version ? 'the file' : `${version} to import`}
    />
  )
}
