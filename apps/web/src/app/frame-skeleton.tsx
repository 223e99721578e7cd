import { Masthead, MastheadMain, MastheadBrand } from '@patternfly/react-core/dist/dynamic/components/Masthead'
import { Page } from '@patternfly/react-core/dist/dynamic/components/Page'
import { PageSkeleton } from '../shared/ui/page-skeleton.tsx'
import { ProductMark } from '../shared/ui/product-mark.tsx'

/** Before the session is known. */
export function FrameSkeleton() {
  return (
    <Page
      masthead={
        <Masthead className="wb-masthead">
          <MastheadMain>
            <MastheadBrand>
              <ProductMark />
            </MastheadBrand>
          </MastheadMain>
        </Masthead>
      }
    >
      <PageSkeleton />
    </Page>
  )
}
