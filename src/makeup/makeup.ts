// The make-up desk: which story goes in which module, in which shape.

export {
  makeUpIssue,
  type IssueRequest,
  type IssueResult
} from './make-up-issue.ts'
export type {Change} from './place-stories.ts'
export {makeUpPage, type PageResult} from './make-up-page.ts'
export type {PageRequest, Unit} from './unit.ts'
