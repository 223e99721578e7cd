import { FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'

/** The text below a field: its problem, or else its hint. The field refers to it with `aria-describedby`. */
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
