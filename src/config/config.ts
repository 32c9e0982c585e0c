// Files people write, checked at the door: schemas, and what editors need to
// help with them.

export {templateSchema} from './template-schema.ts'
