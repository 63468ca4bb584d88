// Style sheets are bundled as text: the host writes them into its own document and into each page's.
declare module '*.css' {
  const text: string;
  export default text;
}
