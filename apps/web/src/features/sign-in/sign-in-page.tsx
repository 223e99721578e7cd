import { Card, CardBody, CardTitle } from '@patternfly/react-core/dist/dynamic/components/Card'
import { ProductMark } from '../../shared/ui/product-mark.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

/** The first page of all; it loads nothing of the console. */
export function SignInPage() {
  return (
    <main className="wb-sign-in">
      <Card className="wb-sign-in-card" isLarge>
        <CardTitle component="h1">
          <ProductMark />
          <span className="wb-sign-in-title">Sign in</span>
        </CardTitle>
        <CardBody>
          <SignInForm />
        </CardBody>
      </Card>
      <p className="wb-sign-in-note">
        Moves cluster profiles between environments, without losing or leaking anything.
      </p>
    </main>
  )
}
