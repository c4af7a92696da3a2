import type { Entity } from '../model/edits.js';
import { areaOf } from '../model/shapes.js';
import type { Op, Shape } from '../protocol/wire.js';
import type { Session } from '../state/session.js';

/** An edit in a few words, to tell two versions apart. */
export function described(op: Op, session: Session): string {
  switch (op.kind) {
    case 'keyframe.put':
      return shapeText(op.shape, session);
    case 'keyframe.delete':
    case 'track.delete':
    case 'state.delete':
    case 'event.delete':
    case 'tag.delete':
    case 'acceptance.delete':
      return 'deleted';
    case 'track.create':
      return session.classes.find((each) => each.id === op.classId)?.name ?? 'object';
    case 'track.update':
      return Object.entries(op.set).map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join(', ');
    case 'state.put':
      return op.visibility?.toLowerCase() ?? 'attributes';
    case 'event.put':
      return `frames ${op.from}–${op.to - 1}`;
    default:
      return op.kind.replace('.', ' ');
  }
}

export function describedEntity(entity: Entity, session: Session): string {
  if ('shape' in entity) return shapeText(entity.shape, session);
  if ('visibility' in entity) return entity.visibility?.toLowerCase() ?? 'attributes';
  if ('participants' in entity) return `frames ${entity.from}–${entity.to - 1}`;
  if ('number' in entity) return [session.nameOf(entity), session.classOf(entity)?.name, `z ${entity.z}`].filter(Boolean).join(', ');
  return 'as it stands';
}

function shapeText(shape: Shape, { index }: Session): string {
  const area = areaOf(shape, index.width, index.height);
  return area > 0 ? `${shape.type} of ${area.toLocaleString('en').replaceAll(',', ' ')} px` : shape.type;
}
