import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { Link } from 'react-router'
import './details.css'

interface CrumbsProps {
  /** The list that the page belongs to. */
  list: string
  listPath: string
  here: string
}

/** The breadcrumb from a page back to its list. */
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
