import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FileDropZone } from '../../../shared/ui/files/file-drop-zone.tsx'
import { PasteForm } from '../../../shared/ui/files/paste-form.tsx'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { type BroughtFile, bringFile } from './brought-file.ts'

interface BringFileProps {
  /** The address of the comparison with a file. */
  address: string
  onBrought: () => void
}

/** Accepts an exported profile to compare with, dropped, chosen or pasted. */
export function BringFile({ address, onBrought }: BringFileProps) {
  const navigate = useNavigate()
  const [isPasting, setIsPasting] = useState(false)
  const bring = (file: BroughtFile) => {
    bringFile(file)
    onBrought()
    void navigate(address)
  }
  return (
    <section aria-label="A file">
      <FileDropZone
        isCompact
        hint="It is compared and not kept."
        onFile={(file, isOneOfSeveral) => {
          bring({ fileName: file.name, content: file })
          if (isOneOfSeveral)
            showToast({ kind: 'info', title: `Only ${file.name} was taken: one file is compared at a time.` })
        }}
        onPasteText={() => setIsPasting(true)}
      />
      {isPasting ? (
        <PasteForm
          onText={(text) => bring({ fileName: 'pasted-profile', content: new Blob([text]) })}
          onCancel={() => setIsPasting(false)}
        />
      ) : null}
    </section>
  )
}
