// The small part of json-bigint that the bench uses.
declare module 'json-bigint' {
  interface Parser {
    parse(text: string): unknown;
  }
  function create(options: { storeAsString: boolean }): Parser;
  export default create;
}
