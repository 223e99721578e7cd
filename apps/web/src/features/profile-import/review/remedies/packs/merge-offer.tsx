import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ProfileDocument } from '@waybill/profile-format'
import { useState } from 'react'
import { can } from '../../../../../shared/session/scope.ts'
import { showToast } from '../../../../../shared/ui/messages/toast-store.ts'
import { VersionMerge } from '../../../../../shared/ui/values-merge/version/version-merge.tsx'
import { useImport } from '../../../state/import-store.ts'
import { useWizard } from '../../../wizard/wizard-context.ts'
import type { PlannedLayer } from '../../validate-rows.ts'

/**
 * A layer imported at another version keeps the values of the file; this offers to merge them into the new defaults.
 */
export function MergeOffer({ layer, file }: { layer: PlannedLayer; file: ProfileDocument }) {
  const { scope } = useWizard()
  const takeMerged = useImport((state) => state.takeMerged)
  const merged = useImport((state) => state.merged.get(layer.index))
  const edited = useImport(({ stage }) => stage.review.decisions.values)
  const [isOpen, setIsOpen] = useState(false)
  const { index, name, fileVersion, version, chosen } = layer
  const values = edited?.[String(index)] ?? file.packs[index]?.values ?? ''
  if (!chosen || values.trim() === '' || !can(scope, 'packRegistry.get')) return null
  if (merged !== undefined && merged === values)
    return <span>Its values are merged into the defaults of {version}.</span>
  const handleMerged = (text: string) => {
    setIsOpen(false)
    takeMerged(index, text)
    showToast({ kind: 'success', title: `The values of ${name} are merged into the defaults of ${version}.` })
  }
  return (
    <span>
      Its values are still those for {fileVersion}.{' '}
      <Button variant="link" isInline onClick={() => setIsOpen(true)} aria-haspopup="dialog">
        Merge them into the defaults of {version}
      </Button>
      {isOpen && (
        <VersionMerge
          name={name}
          moved={{ fromVersion: fileVersion, packUid: chosen.packUid, values }}
          toVersion={version}
          title="Merge the values"
          action="Use the merged values"
          onMerged={handleMerged}
          onClose={() => setIsOpen(false)}
        />
      )}
    </span>
  )
}
