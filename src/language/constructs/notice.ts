import type { Notice } from '../../model/needs.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context } from '../context.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { common, condition, onlyYes, strict, text } from '../shapes/shape.js';

/** `notices: { heating.deadline: { when: { … }, text: … } }`: something to say; with `doubts: yes`, that an answer may be wrong. */
export const noticeSchema = strict({ ...common, when: condition, doubts: onlyYes.optional(), text });

/** Links a notice. Null after a finding. */
export function linkNotice(definition: Definition, context: Context): Notice | null {
  const { id, body, path, valid } = definition;
  if (!hasShape(noticeSchema, body, id, context.report, definition.place)) return null;
  noteDown(context, path, body);
  const reader = { ...readerOf(context, definition, 'infer', null), extra: ['sum'] as const };
  const when = linkCondition(body.when, reader);
  if (when === null) return null;
  return { id, valid, scope: reader.found.person ? 'person' : 'household', when, doubts: body.doubts !== undefined };
}
