// Page({...}) → a component definition. Functions become methods, other fields are set on each instance, known sections stay.
import { clonePlain, isFunction, type AnyFunction, type Bag, type Definition } from './definition';

const SECTIONS = [
  'data',
  'behaviors',
  'options',
  'storeBindings',
  'observers',
  'lifetimes',
  'pageLifetimes',
  'relations',
  'properties',
];

export interface ConvertedPage {
  definition: Definition;
  /** Fields that every instance gets a copy of. */
  fields: Bag;
}

export function convertPage(page: Bag): ConvertedPage {
  const definition: Definition = {};
  const methods: Record<string, AnyFunction> = {};
  const fields: Bag = {};
  for (const [name, value] of Object.entries(page)) {
    if (SECTIONS.includes(name)) definition[name] = value;
    else if (isFunction(value)) methods[name] = value;
    else fields[name] = value;
  }
  return { definition: { ...definition, methods }, fields };
}

/** A behavior definition that gives each instance its own copy of the fields. */
export function fieldsBehavior(fields: Bag): Definition {
  return {
    created(this: Bag) {
      for (const [name, value] of Object.entries(fields)) this[name] = clonePlain(value);
    },
  };
}
