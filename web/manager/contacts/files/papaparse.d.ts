/** The part of Papa Parse that is used here: the types on DefinitelyTyped would bring those of Node into the browser's code. */
declare module 'papaparse' {
  interface Result<Row> {
    data: Row[];
    errors: { type: 'Quotes' | 'Delimiter' | 'FieldMismatch'; row?: number }[];
  }
  const Papa: {
    parse<Row>(text: string, options: { delimiter: string; newline: string }): Result<Row>;
    unparse(rows: readonly (readonly string[])[], options: { newline: string }): string;
  };
  export default Papa;
}
