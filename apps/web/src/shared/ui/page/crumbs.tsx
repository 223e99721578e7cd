import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { Link } from 'react-router'
import './details.css'

interface CrumbsProps {
  /** The list that it stands in. */
  list: string
  listPath: string
  here: string
}

/** The way back from a page to the list that it is reached from. */
export function Crumbs({ list, listPath, here }: CrumbsProps) {
  return (
    <Breadcrumb className="wb-detail-crumbs">
      <BreadcrumbItem>
        <Link to={listPath}>{list}</Link>
      </BreadcrumbItem>
      <BreadcrumbItem isActive>{here}</BreadcrumbItem>
    </Breadcrumb>
  )
}
