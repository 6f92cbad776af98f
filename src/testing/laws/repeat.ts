import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { canonicalText } from '../../assessment/document.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** The same input gives the same bytes, whatever was assessed in between. */
export function sameBytes(pack: TestPack): Law {
  return {
    id: 'same-bytes',
    says: 'The same household gives the same bytes, also after another one was assessed.',
    except: null,
    property: fc.property(households(pack), households(pack), (household, other) => {
      const before = canonicalText(assessed(pack, household));
      assessed(pack, other);
      same('text', canonicalText(assessed(pack, structuredClone(household))), before);
    }),
  };
}
