import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import type { ProfileDocument } from '@waybill/profile-format'
import { useState } from 'react'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import { textInFile } from './change-groups.ts'
import { fetchTextHere } from './fetch-text-here.ts'
import { useWizard } from '../wizard/wizard-context.ts'

interface TextComparisonProps {
  layerName: string
  field: string
  here: { uid: string; version: string }
  version: string
  document: ProfileDocument
}

/** A changed text, side by side on request. Secrets are masked on both sides. */
export function TextComparison(props: TextComparisonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const title = `${props.layerName} ${props.field}`
  const close = () => setIsOpen(false)
  return (
    <>
      <Button variant="link" isInline onClick={() => setIsOpen(true)}>
        Compare the YAML<span className="pf-v6-screen-reader"> of {title}</span>
      </Button>
      {isOpen ? (
        <Dialog title={title} variant="default" width="min(96vw, 90rem)" closeLabel="Close" onClose={close}>
          <LoadedComparison {...props} />
        </Dialog>
      ) : null}
    </>
  )
}

function LoadedComparison({ layerName, field, here, version, document }: TextComparisonProps) {
  const { connection } = useWizard()
  const place = { profileUid: here.uid, layerName, field }
  const text = useAnswer((signal) => fetchTextHere(connection, place, signal), JSON.stringify(place))
  if (text === null) return <Skeleton height="6rem" screenreaderText="Loading the version here" />
  if (!text.ok) return <Alert component="p" isInline variant="danger" title={failureLine(text.error)} />
  return (
    <YamlDiff
      before={text.value}
      after={textInFile(document, layerName, field)}
      beforeLabel={`${here.version} here`}
      maxHeight="65vh"
      afterLabel={version === here.version ? 'the file' : `${version} to import`}
    />
  )
}
