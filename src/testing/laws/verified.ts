import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { canonicalText } from '../../assessment/document.js';
import { verify } from '../../verify/index.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Every document verifies, as it is and as read back from its bytes. */
export function everyDocumentVerifies(pack: TestPack): Law {
  return {
    id: 'every-document-verifies',
    says: 'Every document verifies: seal, pack, blocks and every node of the trace.',
    except: null,
    property: fc.asyncProperty(
      households(pack),
      fc.constantFrom('none' as const, 'full' as const),
      async (household, levers) => {
        const text = canonicalText(assessed(pack, household, { levers: levers === 'none' ? 'none' : 'chain' }));
        const result = await verify(JSON.parse(text), pack);
        same('findings', result.findings, []);
      },
    ),
  };
}
