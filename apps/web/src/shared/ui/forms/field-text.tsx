import { FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'

/** Under a field: what is wrong with it, else its hint. The field names it with `aria-describedby`. */
export function FieldText({ id, problem = '', hint = '' }: { id: string; problem?: string; hint?: string }) {
  return (
    <FormHelperText>
      <HelperText id={id} aria-live="polite">
        <HelperTextItem variant={problem === '' ? 'default' : 'error'}>
          {problem === '' ? hint : problem}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  )
}
