import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FormatChoice, type FormatOption } from '../../../shared/ui/files/format-choice.tsx'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { type TerraformFormat, useTerraformExport } from './use-terraform-export.ts'
import '../export-dialog.css'

const FORMATS: readonly FormatOption<TerraformFormat>[] = [
  { format: 'hcl', label: 'HCL (.tf)' },
  { format: 'json', label: 'JSON (.tf.json)' },
]

/** Previews a profile's Terraform configuration and saves it. */
export function TerraformDialog({ uid }: { uid: string }) {
  const [format, setFormat] = useState<TerraformFormat>('hcl')
  const { shown, isBusy, error, save, close } = useTerraformExport(uid, format)
  const isReady = shown?.preview.ok === true && shown.format === format
  const exporting = (
    <Button isDisabled={!isReady || isBusy} isLoading={isBusy} onClick={() => void save()}>
      Export
    </Button>
  )
  return (
    <Dialog
      title="Export as Terraform"
      variant="large"
      isBusy={isBusy}
      refusal={shown?.preview.ok === false ? shown.preview.error : error}
      actions={exporting}
      onClose={close}
    >
      <div className="wb-flow">
        <FormatChoice options={FORMATS} format={format} onChange={setFormat} />
        <Alert
          isInline
          isPlain
          component="p"
          variant="info"
          title="Secrets become input variables without a value: Terraform asks for them."
        />
        {shown === null ? <Skeleton height="16rem" screenreaderText="Writing the file" /> : null}
        {shown?.preview.ok ? (
          <YamlView
            text={shown.preview.value.file}
            label={shown.preview.value.fileName}
            language={shown.format === 'json' ? 'json' : 'yaml'}
            maxHeight="50vh"
          />
        ) : null}
      </div>
    </Dialog>
  )
}
