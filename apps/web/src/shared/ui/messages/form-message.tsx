import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'

interface FormMessageProps {
  kind: 'error' | 'success'
  text: string
}

/**
 * As on PatternFly's own sign-in pages: an alert would add the code of its tooltip, a seventh of such a page's size.
 */
export function FormMessage({ kind, text }: FormMessageProps) {
  return (
    <HelperText>
      <HelperTextItem variant={kind}>{text}</HelperTextItem>
    </HelperText>
  )
}
