import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { UploadIcon } from '@patternfly/react-icons/dist/esm/icons/upload-icon'
import { LIMITS } from '@waybill/profile-format'
import { useDropzone } from 'react-dropzone'
import './file-drop-zone.css'

interface FileDropZoneProps {
  /** `isOneOfSeveral`: whether it was dropped together with others, which were ignored. */
  onFile: (file: File, isOneOfSeveral: boolean) => void
  onPasteText: () => void
  /** Smaller once there is a file. */
  isCompact: boolean
  /** What happens with the file. */
  hint: string
}

/** Accepts one file by drop, dialog or paste, whatever its name or type; the content decides what it is. */
export function FileDropZone({ onFile, onPasteText, isCompact, hint }: FileDropZoneProps) {
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    // Only the first of several files is accepted; none is refused for its name, type or size.
    onDrop: ([file], others) => file && onFile(file, others.length > 0),
  })
  return (
    <div {...getRootProps({ tabIndex: -1 })} className="wb-drop" data-active={isDragActive} data-compact={isCompact}>
      <input {...getInputProps({ 'aria-label': 'Profile file' })} />
      <UploadIcon aria-hidden />
      <p>
        {isDragActive ? 'Drop it here, or' : isCompact ? 'Drop a file here, or' : 'Drop a profile here, or'}{' '}
        <Button variant={isCompact ? 'secondary' : 'primary'} size="sm" onClick={open}>
          Upload file
        </Button>
        , or{' '}
        <Button variant="link" isInline onClick={onPasteText}>
          paste it
        </Button>
      </p>
      <p className="wb-subtle">
        JSON or YAML, as exported by Waybill or Palette, up to {LIMITS.fileBytes / 2 ** 20} MB. {hint}
      </p>
    </div>
  )
}
