import { useCallback, useState } from 'react'
import { FileDropZone } from '../../../shared/ui/files/file-drop-zone.tsx'
import { PasteForm } from '../../../shared/ui/files/paste-form.tsx'
import { useImport } from '../state/import-store.ts'
import { sourceOfFile, sourceOfText } from '../reading/read-source.ts'
import { UploadedFile } from './uploaded-file.tsx'
import { usePagePaste } from './use-page-paste.ts'

/** Step 1: accepts a file, and at once shows everything that the browser alone can find out about it. */
export function UploadFileStage() {
  const upload = useImport(({ stage }) => (stage.step === 'upload-file' ? stage.upload : null))
  const takeSource = useImport((state) => state.takeSource)
  const [isPasting, setIsPasting] = useState(false)
  const takeText = useCallback(
    (text: string) => {
      takeSource(sourceOfText(text))
      setIsPasting(false)
    },
    [takeSource],
  )
  const takeFile = (file: File, isOneOfSeveral: boolean) => {
    takeSource(sourceOfFile(file, isOneOfSeveral))
    setIsPasting(false)
  }
  usePagePaste(takeText)
  return (
    <>
      <FileDropZone
        isCompact={upload !== null}
        onFile={takeFile}
        onPasteText={() => setIsPasting(true)}
        hint="Nothing is sent yet."
      />
      {isPasting ? <PasteForm onText={takeText} onCancel={() => setIsPasting(false)} /> : null}
      {upload ? <UploadedFile key={upload.fileNumber} upload={upload} /> : null}
    </>
  )
}
