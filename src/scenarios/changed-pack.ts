import type { Model } from '../model/model.js';
import type { Parameter } from '../model/numbers.js';
import type { Pack } from '../model/pack.js';

/** The pack with some parameters set to one value for all months: a reform. The pack itself stays as it is. */
export function changedPack(pack: Pack, parameters: readonly { readonly id: string; readonly value: string }[]): Pack {
  if (parameters.length === 0) return pack;
  const values = new Map(parameters.map(({ id, value }) => [id, value]));
  const model: Model = {
    ...pack.model,
    parameters: pack.model.parameters.map((one) => changed(one, values.get(one.id))),
  };
  return { ...pack, model };
}

function changed(parameter: Parameter, value: string | undefined): Parameter {
  if (value === undefined) return parameter;
  const from = parameter.values.at(-1)?.value.from;
  return {
    ...parameter,
    values: [{ from: null, value: { kind: 'number', value, ...(from === undefined ? {} : { from }) } }],
  };
}
