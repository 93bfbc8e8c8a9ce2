declare module 'twig' {
  interface Template {
    render(context: object): string;
  }
  const Twig: {
    extendFunction(name: string, made: (...given: never[]) => string): void;
    extendFilter(name: string, made: (value: string) => string): void;
    twig(options: { readonly data: string; readonly autoescape: boolean; readonly rethrow: boolean }): Template;
  };
  export = Twig;
}
